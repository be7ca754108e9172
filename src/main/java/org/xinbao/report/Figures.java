package org.xinbao.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;

/**
 * The aggregates of one business date, by currency, product, measure and member.
 *
 * <p>They are built loan by loan inside a partition, merged, stored as {@link Figure} rows and
 * compared with those of earlier dates. Their size depends on products and months, never on loans.
 * Not for use by several threads at once.
 */
public final class Figures {

  private static final String REPAYMENT_CODES = "*N1234567MDZBCG";

  private final TreeMap<BookKey, Book> books = new TreeMap<>();

  private record BookKey(String currency, String product) implements Comparable<BookKey> {
    @Override
    public int compareTo(BookKey other) {
      int order = Utf8Order.INSTANCE.compare(currency, other.currency);
      return order != 0 ? order : Utf8Order.INSTANCE.compare(product, other.product);
    }
  }

  /** Adds an assessed loan; its adverse records are added by {@link #addRecord}. */
  public void add(AssessedLoan loan) {
    Book book = book(loan.product(), loan.currency());
    Assessment a = loan.assessment();
    book.add(Measure.ACCOUNT_STATUS, a.accountStatus().name(), 1, a.principalBalance());
    int code = REPAYMENT_CODES.indexOf(a.repaymentStatus());
    if (code < 0) {
      throw new IllegalArgumentException("unknown repayment status " + a.repaymentStatus());
    }
    book.add(Measure.REPAYMENT_STATUS, code, 1, a.principalBalance());
    book.addAmount(Measure.PENALTY, 0, a.penaltyOnPrincipal());
    book.addAmount(Measure.PENALTY, 1, a.penaltyOnInterest());
    book.addAmount(Measure.PENALTY, 2, a.penaltyPaid());
    book.addAmount(Measure.PENALTY, 3, a.penaltyWaived());
    book.addAmount(Measure.MONTH, 0, a.dueThisMonth());
    book.addAmount(Measure.MONTH, 1, a.paidThisMonth());
    book.addAmount(Measure.UNALLOCATED, 0, a.unallocated());
    book.add(Measure.VINTAGE, month(loan.openedOn()), 1, loan.disbursed());
    addDifferences(book, a);
    for (AdverseRecord each : a.adverseRecords()) {
      addCollection(book, each, a.businessDate());
    }
    if (a.accountStatus() != AccountStatus.CLOSED
        && a.accountStatus() != AccountStatus.TRANSFERRED) {
      addOwing(book, loan);
    }
  }

  private static void addDifferences(Book book, Assessment a) {
    if (a.closingDifference() != 0) {
      book.add(Measure.DIFFERENCE, "CLOSING", 1, a.closingDifference());
    }
    if (!a.splitDifferences().isEmpty()) {
      book.add(Measure.DIFFERENCE, "SPLIT", a.splitDifferences().size(), 0);
    }
  }

  private static void addOwing(Book book, AssessedLoan loan) {
    Assessment a = loan.assessment();
    boolean writtenOff = a.accountStatus() == AccountStatus.WRITTEN_OFF;
    int bucket = writtenOff ? 8 : a.bucket();
    long penalty = Math.addExact(a.penaltyOnPrincipal(), a.penaltyOnInterest());
    book.add(Measure.BUCKET, bucket, 1, a.principalBalance());
    book.addAmount(Measure.BUCKET_OVERDUE_PRINCIPAL, bucket, a.overduePrincipal());
    book.addAmount(Measure.BUCKET_OVERDUE_TOTAL, bucket, a.overdueTotal());
    book.addAmount(Measure.BUCKET_PENALTY, bucket, penalty);
    book.add(Measure.FIVE_CLASS, writtenOff ? 5 : a.fiveClass() - 1, 1, a.principalBalance());
    long[] components = {
      a.overduePrincipal(),
      a.overdueInterest(),
      a.overdueFee(),
      a.penaltyOnPrincipal(),
      a.penaltyOnInterest()
    };
    long[] ageing = {
      a.principal1To30(),
      a.principal31To60(),
      a.principal61To90(),
      a.principal91To180(),
      a.principalOver180()
    };
    for (int i = 0; i < components.length; i++) {
      book.addAmount(Measure.OVERDUE_COMPONENT, i, components[i]);
      book.addAmount(Measure.AGEING, i, ageing[i]);
    }
    book.add(Measure.TREATMENT, loan.step().name(), 1, a.overdueTotal());
    int entering = Measure.DAYS_PAST_DUE.members().indexOf(Integer.toString(a.daysPastDue()));
    if (entering >= 0) {
      book.add(Measure.DAYS_PAST_DUE, entering, 1, a.overdueTotal());
    }
    // A cost in millionths exceeds the cap exactly when it exceeds the cap cut to millionths.
    if (a.costAnnualE6() > loan.costCapAnnualE10() / 10_000) {
      book.add(Measure.COST_CAP, 0, 1, a.principalBalance());
    }
    if (a.daysDelinquent() > 30) {
      book.add(Measure.VINTAGE_30, month(loan.openedOn()), 1, a.principalBalance());
    }
    if (a.daysDelinquent() > 90) {
      book.add(Measure.VINTAGE_90, month(loan.openedOn()), 1, a.principalBalance());
    }
  }

  /** What came into collection and what left it in the month of the business date. */
  private static void addCollection(Book book, AdverseRecord adverse, int businessDate) {
    int from = Day.firstOfMonth(businessDate);
    for (String day : Measure.ENTERED.members()) {
      int days = Integer.parseInt(day);
      int reachedOn = adverse.overdueFrom() + days - 1;
      if (adverse.worstDaysPastDue() >= days && reachedOn >= from && reachedOn <= businessDate) {
        book.add(Measure.ENTERED, day, 1, adverse.worstOverdueTotal());
      }
    }
    if (adverse.endedOn() >= from && adverse.endedOn() <= businessDate) {
      book.add(Measure.RECOVERED, month(adverse.overdueFrom()), 1, adverse.worstOverdueTotal());
    }
  }

  /**
   * Adds an adverse record of the register, also of a loan that is not in the export.
   *
   * @param product empty when it is not known any more
   * @param businessDate epoch day
   */
  public void addRecord(
      String product, String currency, RetainedRecord retained, int businessDate) {
    Book book = book(product, currency);
    RecordState state = retained.state();
    book.add(Measure.ADVERSE, state.name(), 1, retained.record().worstOverdueTotal());
    if (state == RecordState.KEPT) {
      int daysLeft = Math.subtractExact(retained.retainUntil(), businessDate);
      if (daysLeft <= 90) {
        book.add(
            Measure.ADVERSE_ENDING,
            daysLeft <= 30 ? 0 : 1,
            1,
            retained.record().worstOverdueTotal());
      }
    }
  }

  /** Adds adverse records that were deleted on the business date. */
  public void addDeletedRecords(String product, String currency, long records) {
    book(product, currency).add(Measure.ADVERSE_DELETED, 0, records, 0);
  }

  /** Adds a rejected loan with its last known principal balance, 0 when there is none. */
  public void addNotAssessed(String product, String currency, long lastBalanceCents) {
    book(product, currency).add(Measure.NOT_ASSESSED, 0, 1, lastBalanceCents);
  }

  /** Adds a loan that was open and is absent from the export (rulings 5). */
  public void addVanished(String product, String currency, long lastBalanceCents) {
    book(product, currency).add(Measure.VANISHED, 0, 1, lastBalanceCents);
  }

  /**
   * Adds a difference from the ledger's own figures; closing and split differences are added with
   * the loan.
   *
   * @param kind the compared column, for example {@code principal_balance}
   * @param cents how far apart, 0 where it is no amount
   */
  public void addDifference(String product, String currency, String kind, long cents) {
    book(product, currency).add(Measure.DIFFERENCE, kind, 1, cents);
  }

  /** Adds records written for a bureau. */
  public void addSubmitted(String bureau, long records) {
    book("", "").add(Measure.SUBMITTED, bureau, records, 0);
  }

  /** Adds records held back for a bureau. */
  public void addHeldBack(String bureau, long records) {
    book("", "").add(Measure.HELD_BACK, bureau, records, 0);
  }

  /** Adds all figures of another part of the same business date. */
  public void merge(Figures other) {
    other.books.forEach((key, book) -> book(key.product(), key.currency()).merge(book));
  }

  /** The figures that are not zero, by currency, product, measure and member. */
  public List<Figure> toRows() {
    List<Figure> rows = new ArrayList<>();
    books.forEach(
        (key, book) -> {
          for (Measure measure : Measure.values()) {
            for (String member : book.members(measure)) {
              Tally tally = book.tally(measure, member);
              if (!tally.isNone()) {
                rows.add(
                    new Figure(
                        measure.name(),
                        key.product(),
                        key.currency(),
                        member,
                        tally.count(),
                        tally.cents()));
              }
            }
          }
        });
    return rows;
  }

  /**
   * Figures read back; rows of a measure or member that this version does not have (stored by
   * another version of the program) are left out.
   */
  public static Figures of(Collection<Figure> rows) {
    Figures figures = new Figures();
    for (Figure row : rows) {
      for (Measure measure : Measure.values()) {
        if (measure.name().equals(row.measure())
            && (!measure.isFixed() || measure.members().contains(row.member()))) {
          figures
              .book(row.product(), row.currency())
              .add(measure, row.member(), row.count(), row.cents());
        }
      }
    }
    return figures;
  }

  /** The currencies that occur, yuan first, then in order. */
  public List<String> currencies() {
    SortedSet<String> all = new TreeSet<>(Utf8Order.INSTANCE);
    books.keySet().forEach(key -> all.add(key.currency()));
    all.remove("");
    List<String> ordered = new ArrayList<>(all);
    if (ordered.remove("CNY")) {
      ordered.add(0, "CNY");
    }
    return ordered;
  }

  /** The products that occur in a currency, in order. */
  public List<String> products(String currency) {
    List<String> products = new ArrayList<>();
    for (BookKey key : books.keySet()) {
      if (key.currency().equals(currency)) {
        products.add(key.product());
      }
    }
    return products;
  }

  /** The products that have assessed loans in a currency, in order. */
  List<String> productsWithLoans(String currency) {
    List<String> products = new ArrayList<>();
    books.forEach(
        (key, book) -> {
          if (key.currency().equals(currency)
              && Measure.ACCOUNT_STATUS.members().stream()
                  .anyMatch(m -> !book.tally(Measure.ACCOUNT_STATUS, m).isNone())) {
            products.add(key.product());
          }
        });
    return products;
  }

  /** The members of a measure that occur in any product of a currency, in order. */
  public List<String> members(String currency, Measure measure) {
    if (measure.isFixed()) {
      return measure.members();
    }
    SortedSet<String> members = new TreeSet<>(Utf8Order.INSTANCE);
    books.forEach(
        (key, book) -> {
          if (key.currency().equals(currency)) {
            members.addAll(book.members(measure));
          }
        });
    return List.copyOf(members);
  }

  /** The figures of one product in one currency alone. */
  public Figures only(String currency, String product) {
    Figures one = new Figures();
    BookKey key = new BookKey(currency, product);
    Book book = books.get(key);
    if (book != null) {
      one.book(product, currency).merge(book);
    }
    return one;
  }

  /** A figure over all products of a currency. */
  public Tally tally(String currency, Measure measure, String member) {
    Tally sum = Tally.NONE;
    for (Map.Entry<BookKey, Book> entry : books.entrySet()) {
      if (entry.getKey().currency().equals(currency)) {
        sum = sum.plus(entry.getValue().tally(measure, member));
      }
    }
    return sum;
  }

  /** A count over all products and currencies; amounts of different currencies have no sum. */
  public long count(Measure measure, String member) {
    long sum = 0;
    for (Book book : books.values()) {
      sum = Math.addExact(sum, book.tally(measure, member).count());
    }
    return sum;
  }

  private Book book(String product, String currency) {
    return books.computeIfAbsent(new BookKey(currency, product), key -> new Book());
  }

  private static String month(int day) {
    return day == Day.NONE ? "" : Day.format(day).substring(0, 7);
  }
}
