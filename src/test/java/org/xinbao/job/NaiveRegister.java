package org.xinbao.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.AssessmentOutcome;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.naive.NaiveArrears;
import org.xinbao.conf.ProductConf;
import org.xinbao.retention.RetentionRule.ClockStart;

/**
 * What the register must hold, told again at each month-end from the whole history that was ever
 * exported: every loan walked day by day, every record kept or deleted by going through the days
 * since its settlement. It shares nothing with the product but the rules and the reader of exports.
 */
final class NaiveRegister {

  /** A hold on one loan, both days included. */
  record HoldOf(LocalDate from, LocalDate to) {}

  private record Known(
      Loan loan, ProductConf product, List<AdverseRecord> records, int nothingOwed) {}

  private record Voided(String line, LocalDate on) {}

  private final int registerFilesDays;
  private final int identityDays;
  private final SortedMap<String, Known> loans = new TreeMap<>();
  private final Map<String, List<HoldOf>> holds = new TreeMap<>();

  /** What the night before published, by loan and first day. */
  private SortedMap<String, String> published = new TreeMap<>();

  private final SortedMap<String, Voided> voided = new TreeMap<>();

  /**
   * Last kept days of expired records, those among them that expired before the first night too.
   */
  private final SortedMap<String, LocalDate> deleted = new TreeMap<>();

  private final Set<String> everPublished = new TreeSet<>();

  NaiveRegister(int registerFilesDays, int identityDays) {
    this.registerFilesDays = registerFilesDays;
    this.identityDays = identityDays;
  }

  /** Takes in a loan of an export; an earlier one of the same id is replaced (rulings 7). */
  void exported(Loan loan, ProductConf product, int date) {
    AssessmentOutcome outcome = NaiveArrears.assess(loan, product.rules(), date);
    if (!(outcome instanceof Assessment assessment)) {
      throw new AssertionError(loan.loanId() + " contradicts itself");
    }
    loans.put(
        loan.loanId(),
        new Known(loan, product, assessment.adverseRecords(), assessment.nothingOwedFrom()));
  }

  void hold(String loanId, HoldOf hold) {
    holds.computeIfAbsent(loanId, each -> new ArrayList<>()).add(hold);
  }

  /** The register at the close of a day: {@code loan from settled until STATE}, in order. */
  List<String> at(LocalDate today) {
    SortedMap<String, String> now = new TreeMap<>();
    loans.forEach((id, known) -> known.records().forEach(each -> add(id, known, each, today, now)));
    voids(today, now);
    published = new TreeMap<>(now);
    everPublished.addAll(now.keySet());
    SortedMap<String, String> all = new TreeMap<>(now);
    voided.forEach((key, each) -> all.put(key, each.line()));
    return List.copyOf(all.values());
  }

  private void add(
      String id, Known known, AdverseRecord each, LocalDate today, SortedMap<String, String> now) {
    LocalDate from = LocalDate.ofEpochDay(each.overdueFrom());
    String key = id + " " + from;
    LocalDate settled = settled(known, each);
    if (settled == null) {
      now.put(key, key + "   UNPAID");
      return;
    }
    int years = known.product().retention().years();
    // 民法典 art. 202: the corresponding day, or the last day of the month where there is none.
    LocalDate lastKept = settled.plusYears(years);
    LocalDate gone = goneFrom(lastKept, holds.getOrDefault(id, List.of()), today);
    if (!today.isBefore(gone)) {
      deleted.put(key, gone.minusDays(1));
    } else {
      String state = today.isAfter(lastKept) ? "HELD" : "KEPT";
      now.put(key, String.join(" ", key, settled.toString(), lastKept.toString(), state));
    }
  }

  private static @org.jspecify.annotations.Nullable LocalDate settled(
      Known known, AdverseRecord each) {
    if (each.endedOn() == Day.NONE) {
      return null;
    }
    if (known.product().retention().clockStarts() == ClockStart.OVERDUE_SETTLED) {
      return LocalDate.ofEpochDay(each.endedOn());
    }
    return known.nothingOwed() == Day.NONE
        ? null
        : LocalDate.ofEpochDay(Math.max(each.endedOn(), known.nothingOwed()));
  }

  /** Day after day from the last kept one: the first that no hold covers, or tomorrow. */
  private static LocalDate goneFrom(LocalDate lastKept, List<HoldOf> holds, LocalDate today) {
    LocalDate day = lastKept.plusDays(1);
    while (!day.isAfter(today)) {
      LocalDate candidate = day;
      boolean held =
          holds.stream()
              .anyMatch(each -> !candidate.isBefore(each.from()) && !candidate.isAfter(each.to()));
      if (!held) {
        return day;
      }
      day = day.plusDays(1);
    }
    return day;
  }

  /** A published record that no longer follows and has not expired is void for a while. */
  private void voids(LocalDate today, SortedMap<String, String> now) {
    voided.values().removeIf(each -> each.on().plusDays(registerFilesDays).isBefore(today));
    voided.keySet().removeAll(now.keySet());
    published.forEach(
        (key, line) -> {
          if (!now.containsKey(key) && !deleted.containsKey(key)) {
            String until = line.split(" ", -1)[3];
            if (until.isEmpty() || !LocalDate.parse(until).isBefore(today)) {
              voided.put(
                  key, new Voided(line.substring(0, line.lastIndexOf(' ')) + " VOID", today));
            }
          }
        });
  }

  /** How many published records have expired so far. */
  long expired() {
    return deleted.keySet().stream().filter(everPublished::contains).count();
  }

  /** Loans of which nothing may be left in the first store (rulings 12, 38). */
  Set<String> forgotten(LocalDate today) {
    Set<String> kept =
        published.keySet().stream()
            .map(each -> each.substring(0, each.indexOf(' ')))
            .collect(Collectors.toSet());
    voided.keySet().forEach(each -> kept.add(each.substring(0, each.indexOf(' '))));
    Set<String> forgotten = new TreeSet<>();
    deleted.forEach(
        (key, last) -> {
          String id = key.substring(0, key.indexOf(' '));
          boolean never = !everPublished.contains(key);
          boolean known = !last.plusDays(identityDays).isBefore(today);
          if (known) {
            kept.add(id);
          } else if (!never && !kept.contains(id) && hasLeft(id, today)) {
            forgotten.add(id);
          }
        });
    forgotten.removeAll(kept);
    return forgotten;
  }

  /** Closed for longer than the 62 days that exports reach back (rulings 5). */
  private boolean hasLeft(String id, LocalDate today) {
    Known known = loans.get(id);
    if (known == null || known.loan().status() == LoanStatus.ACTIVE) {
      return false;
    }
    boolean owing =
        known.loan().status() == LoanStatus.WRITTEN_OFF && known.nothingOwed() == Day.NONE;
    return !owing && LocalDate.ofEpochDay(known.loan().closedOn()).plusDays(62).isBefore(today);
  }

  /** Settled records that expire within some days, with their last kept days. */
  Map<String, LocalDate> expiringWithin(LocalDate today, int days) {
    Map<String, LocalDate> soon = new TreeMap<>();
    published.values().stream()
        .map(each -> each.split(" ", -1))
        .filter(each -> each[4].equals("KEPT"))
        .filter(each -> !LocalDate.parse(each[3]).isAfter(today.plusDays(days)))
        .forEach(each -> soon.put(each[0], LocalDate.parse(each[3])));
    return soon;
  }
}
