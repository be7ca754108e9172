package org.xinbao.bureausim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the centre must have been told of one loan, and how its account differs from that. */
final class ToldLoan {

  /** Segment H as it would be on each night, told or not. */
  private final NavigableMap<LocalDate, String> assessed = new TreeMap<>();

  /** The night whose report is the last of a month. */
  private final NavigableMap<YearMonth, LocalDate> months = new TreeMap<>();

  private final NavigableMap<LocalDate, Recovery> recoveries = new TreeMap<>();
  private final SortedMap<String, Long> specials = new TreeMap<>();
  private String classTold = "";
  private String data = "";
  private List<String> parties = List.of();
  private String agreement = "";
  private boolean closed;
  private boolean deleted;
  private String accountId = "";
  private LocalDate lastRptDate = LocalDate.MIN;
  private long overdueTold;

  /** What a 40 must say beside what is the same in all of them, yuan. */
  private record Recovery(long balance, long paid) {}

  boolean isKnown() {
    return !months.isEmpty();
  }

  /** Whether the centre must have an account of the loan in the end. */
  boolean hasAccount() {
    return isKnown() && !deleted;
  }

  /** Whether it is open, nothing is overdue, and these months were told at their end. */
  boolean isInGoodOrder(YearMonth... told) {
    return !closed
        && overdueTold == 0
        && Arrays.stream(told).allMatch(each -> each.atEndOfMonth().equals(months.get(each)));
  }

  /** A decision: an item of a month as it must be from now on. */
  void correct(LocalDate rptDate, String tag, String value) {
    assessed.computeIfPresent(
        rptDate, (on, text) -> text.replaceAll("(?m)^" + tag + "=.*$", tag + "=" + value));
  }

  /** A decision: the month was never reported. */
  void deleteMonth(YearMonth month) {
    months.remove(month);
  }

  /** A decision: there is no account. */
  void delete() {
    deleted = true;
  }

  /** A decision: the account's code ends so, and no longer with the loan's own id. */
  void rename(String other) {
    accountId = other;
  }

  /** What the account's code ends with. */
  String accountId(String loanId) {
    return accountId.isEmpty() ? loanId : accountId;
  }

  boolean isClosed() {
    return closed;
  }

  String classTold() {
    return classTold;
  }

  LocalDate lastRptDate() {
    return lastRptDate;
  }

  /** TotOverd of the last monthly report. */
  long overdueTold() {
    return overdueTold;
  }

  void assess(LocalDate date, String monthly) {
    assessed.put(date, monthly);
  }

  String assessed(LocalDate date) {
    return assessed.getOrDefault(date, "");
  }

  void report(LocalDate date, String code, String classOn) {
    months.put(YearMonth.from(date), date);
    classTold = classOn;
    closed = code.equals("20") || code.equals("32");
    lastRptDate = date;
    overdueTold = Long.parseLong(item(assessed(date), "TotOverd"));
  }

  void describe(String segmentC, List<String> segmentD, String segmentF) {
    data = segmentC;
    parties = segmentD;
    agreement = segmentF;
  }

  void addSpecials(SortedMap<String, Long> more) {
    specials.putAll(more);
  }

  void recover(LocalDate paidOn, long balance, long paid) {
    recoveries.put(paidOn, new Recovery(balance, paid));
    lastRptDate = paidOn.isAfter(lastRptDate) ? paidOn : lastRptDate;
  }

  boolean hasRecoveryIn(YearMonth month) {
    return recoveries.keySet().stream().anyMatch(on -> YearMonth.from(on).equals(month));
  }

  int recoveries() {
    return recoveries.size();
  }

  int months() {
    return months.size();
  }

  private static String item(String segment, String tag) {
    return segment
        .lines()
        .filter(each -> each.startsWith(tag + "="))
        .map(each -> each.substring(tag.length() + 1))
        .findFirst()
        .orElse("");
  }

  /**
   * How the centre's account differs from what it must be; empty when in nothing.
   *
   * @param mayBeMissing report dates of which the centre may have nothing, because it rejected the
   *     report until a later one was told
   */
  List<String> differences(Account account, Predicate<LocalDate> mayBeMissing) {
    List<String> differences = new ArrayList<>();
    TreeSet<YearMonth> expected = new TreeSet<>(months.keySet());
    expected.removeIf(
        each ->
            !account.history().containsKey(each)
                && mayBeMissing.test(months.getOrDefault(each, LocalDate.MIN)));
    if (!account.history().keySet().equals(expected)) {
      differences.add("months " + account.history().keySet() + " not " + expected);
    }
    account.history().forEach((month, segment) -> month(account, month, segment, differences));
    if (account.isClosed() != closed) {
      differences.add("closed " + account.isClosed());
    }
    same("C", data, account.current("C").map(Truth::text).orElse(""), differences);
    same("F", agreement, account.current("F").map(Truth::text).orElse(""), differences);
    TreeSet<String> named = new TreeSet<>();
    account
        .current("D")
        .ifPresent(each -> each.all("RltRepymtInf").forEach(p -> named.add(Truth.text(p))));
    same("D", new TreeSet<>(parties).toString(), named.toString(), differences);
    specials(account, differences);
    recoveries(account, mayBeMissing, differences);
    return differences;
  }

  private void month(Account account, YearMonth month, Node segment, List<String> differences) {
    LocalDate expected = months.getOrDefault(month, LocalDate.MIN);
    LocalDate found = account.reportedOn(month).orElseThrow();
    boolean closing = segment.item("AcctStatus").equals("3");
    // A closing that was rejected may be told again as of a later night of the month.
    boolean right = closing ? !found.isBefore(expected) : found.equals(expected);
    if (!right) {
      differences.add(month + " is told as of " + found + " not " + expected);
    }
    same(month.toString(), assessed(found), Truth.text(segment), differences);
  }

  private void specials(Account account, List<String> differences) {
    SortedMap<String, Long> told = new TreeMap<>();
    for (Node segment : account.versions("K").values()) {
      for (Node each : segment.all("CagOfTrdInf")) {
        if (!each.item("ChanTranType").matches("[45]")) {
          told.put(
              each.item("ChanTranType") + " " + each.item("TranDate"),
              Long.valueOf(each.item("TranAmt")));
        }
      }
    }
    same("K", specials.toString(), told.toString(), differences);
  }

  private void recoveries(
      Account account, Predicate<LocalDate> mayBeMissing, List<String> differences) {
    NavigableMap<LocalDate, Node> told = account.versions("J");
    TreeSet<LocalDate> expected = new TreeSet<>(recoveries.keySet());
    expected.removeIf(each -> !told.containsKey(each) && mayBeMissing.test(each));
    if (!told.keySet().equals(expected)) {
      differences.add("recovered on " + told.keySet() + " not " + expected);
    }
    told.forEach(
        (on, segment) -> {
          Recovery right = recoveries.getOrDefault(on, new Recovery(0, 0));
          same("J balance", "" + right.balance(), segment.item("AcctBal"), differences);
          same("J paid", "" + right.paid(), segment.item("LatRpyAmt"), differences);
        });
  }

  private static void same(String what, String expected, String found, List<String> differences) {
    if (!found.equals(expected)) {
      differences.add(what + " expected\n" + expected + "\nbut was\n" + found);
    }
  }
}
