package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.DecisionRow;

/**
 * An account that was reported at the month-ends of August (31), September and October 2026 (30),
 * and nights after them with decisions. Its figures are those of {@link TestLoan}, the same for
 * every date unless {@link #figures} says otherwise.
 */
final class DecidedAccount {

  static final int NOV_1 = Day.of(2026, 11, 1);

  final TestBureau bureau;
  final TestLoan loan;

  /** Changes the loan as it stands at a date. */
  Consumer<TestLoan> figures = any -> {};

  DecidedAccount() {
    this(TestBureau.YAML, any -> {});
  }

  DecidedAccount(String yaml, Consumer<TestLoan> change) {
    this(new TestBureau(yaml), change);
  }

  DecidedAccount(TestBureau bureau, Consumer<TestLoan> change) {
    this.bureau = bureau;
    this.loan = TestLoan.of(change);
  }

  /** The account after its three month-ends. */
  static DecidedAccount reported(Consumer<TestLoan> change) {
    return new DecidedAccount(TestBureau.YAML, change).monthEnds();
  }

  DecidedAccount monthEnds() {
    for (String each : new String[] {"2026-08-31", "2026-09-30", "2026-10-31"}) {
      night(Day.parse(each));
    }
    return this;
  }

  /** A night of a date. */
  ReportResult night(int date) {
    return bureau.night(at(date), this::at);
  }

  ReportResult night(String date) {
    return night(Day.parse(date));
  }

  /** The first night of November, with decisions of that day. */
  ReportResult decide(String... decisions) {
    return decide(NOV_1, decisions);
  }

  /** A night with further decisions, each {@code KIND details}; they are D1, D2 … in order. */
  ReportResult decide(int date, String... decisions) {
    List<DecisionRow> all = new ArrayList<>(bureau.decisions);
    for (String each : decisions) {
      all.add(decision("D" + (all.size() + 1), each, date));
    }
    bureau.decisions = all;
    return night(date);
  }

  static DecisionRow decision(String id, String text, int on) {
    String[] words = text.split(" ", 2);
    return decision(
        id, DecisionRow.Kind.valueOf(words[0]), on, words.length > 1 ? words[1] : "", "", "");
  }

  static DecisionRow decision(
      String id, DecisionRow.Kind kind, int on, String details, String ref, String bureau) {
    Map<String, String> pairs = new HashMap<>();
    Arrays.stream(details.split(";", -1))
        .filter(each -> !each.isEmpty())
        .forEach(
            each ->
                pairs.put(
                    each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
    return new DecisionRow(
        id, "LOAN0001", kind, on, Day.NONE, Day.NONE, "", pairs, "", ref, bureau);
  }

  private BureauLoan at(int date) {
    int before = loan.date;
    loan.date = date;
    figures.accept(loan);
    BureauLoan built = loan.build();
    loan.date = before;
    return built;
  }

  /** The code of the only thing held. */
  static String heldCode(ReportResult result) {
    List<String> codes = result.held().stream().map(Held::code).toList();
    return codes.size() == 1 ? codes.get(0) : codes.toString();
  }

  ReportedState state() {
    return SentHistory.parse(bureau.reported).last();
  }

  /** The only record of the last night. */
  String record() {
    return bureau.record();
  }
}
