package org.xinbao.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xinbao.sample.SampleMovement.Split;

/**
 * A loan of the sample book, told as a story: each method adds what happened next. Dates are
 * written {@code yyyy-MM-dd}, amounts {@code 1234.56}.
 */
final class SampleLoan {
  /** The last day that the book knows. */
  static final LocalDate END = LocalDate.of(2026, 11, 30);

  final String id;
  final SampleProduct product;
  final LocalDate openedOn;
  final long principal;
  final String rate;
  final List<SampleMovement> movements = new ArrayList<>();
  final List<LocalDate> notices = new ArrayList<>();
  final List<String> guaranteeRows = new ArrayList<>();
  String guaranteeMode = "4";
  String facilityId = "";
  int person;
  String status = "ACTIVE";
  Optional<LocalDate> closedOn = Optional.empty();
  private final List<SampleInstalment> schedule;
  private Optional<LocalDate> extendedOn = Optional.empty();
  private List<SampleInstalment> extended = List.of();
  private int next = 1;

  SampleLoan(
      String id, SampleProduct product, String openedOn, String principal, String rate, int terms) {
    this.id = id;
    this.product = product;
    this.openedOn = LocalDate.parse(openedOn);
    this.principal = cents(principal);
    this.rate = rate;
    this.person = Integer.parseInt(id.substring(2));
    this.schedule = schedule(this.openedOn, this.principal, new BigDecimal(rate), terms);
    movements.add(SampleMovement.of(this.openedOn, "DISBURSEMENT", this.principal, Split.NONE));
  }

  static long cents(String amount) {
    return new BigDecimal(amount).movePointRight(2).longValueExact();
  }

  /** Equal instalments (等额本息): monthly interest half up, the last one takes what is left. */
  private static List<SampleInstalment> schedule(
      LocalDate opened, long principal, BigDecimal rate, int terms) {
    BigDecimal monthly = rate.divide(BigDecimal.valueOf(12), MathContext.DECIMAL64);
    BigDecimal growth = BigDecimal.ONE.add(monthly).pow(terms, MathContext.DECIMAL64);
    long equal =
        BigDecimal.valueOf(principal)
            .multiply(monthly)
            .multiply(growth)
            .divide(growth.subtract(BigDecimal.ONE), 0, RoundingMode.HALF_UP)
            .longValueExact();
    List<SampleInstalment> schedule = new ArrayList<>();
    long unpaid = principal;
    for (int seq = 1; seq <= terms; seq++) {
      long interest =
          BigDecimal.valueOf(unpaid)
              .multiply(monthly)
              .setScale(0, RoundingMode.HALF_UP)
              .longValueExact();
      long part = seq == terms ? unpaid : equal - interest;
      schedule.add(new SampleInstalment(seq, opened.plusMonths(seq), part, interest));
      unpaid -= part;
    }
    return schedule;
  }

  /** The schedule as the ledger shows it on a date. */
  List<SampleInstalment> scheduleAt(LocalDate date) {
    boolean later = extendedOn.isPresent() && !extendedOn.get().isAfter(date);
    return Collections.unmodifiableList(later ? extended : schedule);
  }

  private SampleInstalment instalment(int seq) {
    return extendedOn.isPresent() ? extended.get(seq - 1) : schedule.get(seq - 1);
  }

  private long penalty(int seq, LocalDate until) {
    return product.penalty(instalment(seq), new BigDecimal(rate), until);
  }

  /** Pays the instalments up to {@code seq}, each on its due date. */
  SampleLoan onTimeTo(int seq) {
    for (; next <= seq; next++) {
      SampleInstalment due = instalment(next);
      movements.add(
          SampleMovement.of(
              due.dueOn(),
              "REPAYMENT",
              due.total(),
              new Split(due.principal(), due.interest(), 0)));
    }
    return this;
  }

  /** Pays all that falls due until the end of the book on time; closed when that is all. */
  SampleLoan onTime() {
    int last = next - 1;
    while (last < schedule.size() && !instalment(last + 1).dueOn().isAfter(END)) {
      last++;
    }
    onTimeTo(last);
    return last == schedule.size() ? closed(instalment(last).dueOn().toString()) : this;
  }

  /** Pays the instalments up to {@code seq} on one day, with their whole penalty. */
  SampleLoan togetherTo(int seq, String on) {
    return together("REPAYMENT", seq, on, on);
  }

  /** The same, paid by the guarantor. */
  SampleLoan guarantorPaysTo(int seq, String on) {
    return together("GUARANTOR_REPAYMENT", seq, on, on);
  }

  /** The same after a write-off, after which penalty does not accrue. */
  SampleLoan togetherAfterWriteOff(int seq, String on, String writtenOffOn) {
    return together("REPAYMENT", seq, on, writtenOffOn);
  }

  private SampleLoan together(String type, int seq, String on, String penaltyUntil) {
    long ofPrincipal = 0;
    long ofInterest = 0;
    long ofPenalty = 0;
    for (; next <= seq; next++) {
      ofPrincipal += instalment(next).principal();
      ofInterest += instalment(next).interest();
      ofPenalty += penalty(next, LocalDate.parse(penaltyUntil));
    }
    long amount = ofPrincipal + ofInterest + ofPenalty;
    Split split = new Split(ofPrincipal, ofInterest, ofPenalty);
    movements.add(SampleMovement.of(LocalDate.parse(on), type, amount, split));
    return this;
  }

  /** Pays the next instalment late, without its penalty. */
  SampleLoan lateWithoutPenalty(String on) {
    return pay(on, instalment(next++).total());
  }

  /** Waives the whole penalty of an instalment. */
  SampleLoan waivePenalty(int seq, String on) {
    long waived = penalty(seq, LocalDate.parse(on));
    return movement(on, "WAIVER", waived, new Split(0, 0, waived));
  }

  /** Waives the interest of the instalments from {@code seq} to {@code last}. */
  SampleLoan waiveInterest(int seq, int last, String on) {
    long waived = 0;
    for (int i = seq; i <= last; i++) {
      waived += instalment(i).interest();
    }
    return movement(on, "WAIVER", waived, new Split(0, waived, 0));
  }

  /** Pays all the principal left and the next instalment's interest: the rest is waived. */
  SampleLoan paysOff(String on) {
    waiveInterest(next + 1, schedule.size(), on);
    long rest = instalment(next).interest();
    for (; next <= schedule.size(); next++) {
      rest += instalment(next).principal();
    }
    return pay(on, rest).closed(on);
  }

  /** Pays an amount, without a booked split. */
  SampleLoan pay(String on, long amount) {
    return movement(on, "REPAYMENT", amount, Split.NONE);
  }

  /** What the next instalment comes to, without penalty. */
  long nextTotal() {
    return instalment(next).total();
  }

  /** The principal of the next instalment. */
  long nextPrincipal() {
    return instalment(next).principal();
  }

  /** Pays the next instalment on its due date; the ledger books more as interest than is owed. */
  SampleLoan onTimeWithOtherSplit(long more) {
    SampleInstalment due = instalment(next++);
    Split split = new Split(due.principal() - more, due.interest() + more, 0);
    movements.add(SampleMovement.of(due.dueOn(), "REPAYMENT", due.total(), split));
    return this;
  }

  /** Takes the next instalments as told otherwise: {@code onTimeTo} goes on behind them. */
  SampleLoan skipTo(int seq) {
    next = seq + 1;
    return this;
  }

  /** Returns the movement before. */
  SampleLoan returned(String on) {
    int undone = movements.size() - 1;
    long amount = movements.get(undone).amount();
    movements.add(
        new SampleMovement(LocalDate.parse(on), "REVERSAL", amount, undone, Split.NONE, 0));
    return this;
  }

  private SampleLoan movement(String on, String type, long amount, Split split) {
    movements.add(SampleMovement.of(LocalDate.parse(on), type, amount, split));
    return this;
  }

  /** Replaces the payout by two. */
  SampleLoan paidOutTwice(String second, long amount) {
    movements.set(0, SampleMovement.of(openedOn, "DISBURSEMENT", principal - amount, Split.NONE));
    return movement(second, "DISBURSEMENT", amount, Split.NONE);
  }

  /** Postpones the instalments from {@code seq} on; the ledger shows it from {@code on}. */
  SampleLoan extended(String on, int seq, int months) {
    List<SampleInstalment> moved = new ArrayList<>();
    long amount = 0;
    for (SampleInstalment instalment : schedule) {
      boolean later = instalment.seq() >= seq;
      moved.add(later ? instalment.postponed(months) : instalment);
      amount += later ? instalment.principal() : 0;
    }
    extended = moved;
    extendedOn = Optional.of(LocalDate.parse(on));
    movements.add(
        new SampleMovement(LocalDate.parse(on), "EXTENSION", amount, -1, Split.NONE, months));
    return this;
  }

  SampleLoan closed(String on) {
    return ended("CLOSED", on);
  }

  /** Writes the unpaid principal off. */
  SampleLoan writtenOff(String on) {
    return movement(on, "WRITE_OFF", unpaidPrincipal(), Split.NONE).ended("WRITTEN_OFF", on);
  }

  /** Sells the claim to the unpaid principal. */
  SampleLoan transferred(String on) {
    return movement(on, "TRANSFER_OUT", unpaidPrincipal(), Split.NONE).ended("TRANSFERRED", on);
  }

  private long unpaidPrincipal() {
    long unpaid = 0;
    for (int seq = next; seq <= schedule.size(); seq++) {
      unpaid += instalment(seq).principal();
    }
    return unpaid;
  }

  private SampleLoan ended(String as, String on) {
    status = as;
    closedOn = Optional.of(LocalDate.parse(on));
    return this;
  }

  SampleLoan notice(String on) {
    notices.add(LocalDate.parse(on));
    return this;
  }

  /** A person who answers for the loan. */
  SampleLoan with(String role) {
    int party = 900_000 + person;
    String contract = role.equals("GUARANTOR") ? "G" + id.substring(2) : "";
    guaranteeRows.add(
        String.join(
            ",",
            id,
            "PERSON",
            Persons.name(party),
            "ID_CARD",
            Persons.idNumber(party),
            role,
            SampleExport.amount(principal),
            contract,
            role.equals("GUARANTOR") ? "0" : ""));
    return this;
  }

  SampleLoan guaranteeMode(String mode) {
    guaranteeMode = mode;
    return this;
  }

  /** Drawn under a facility; all loans of a facility belong to one person. */
  SampleLoan under(SampleFacility facility) {
    facilityId = facility.id();
    person = facility.person();
    return this;
  }

  boolean isClosedAt(LocalDate date) {
    return closedOn.isPresent() && !closedOn.get().isAfter(date);
  }
}
