package org.xinbao.report;

import java.util.List;
import java.util.function.BiFunction;
import org.xinbao.arrears.AccountStatus;

/**
 * A figure of the overview, by currency. Loans on book are those neither closed, transferred nor
 * written off.
 */
enum KeyFigure {
  LOANS("loans", Kind.COUNT, (f, c) -> of(onBook(f, c).count())),
  BALANCE("balance", Kind.MONEY, (f, c) -> of(onBook(f, c).cents())),
  OVERDUE_LOANS("overdue.loans", Kind.COUNT, (f, c) -> of(overdue(f, c).count())),
  OVERDUE_BALANCE("overdue.balance", Kind.MONEY, (f, c) -> of(overdue(f, c).cents())),
  OVERDUE_RATIO(
      "overdue.ratio",
      Kind.RATIO,
      (f, c) -> new Fraction(overdue(f, c).cents(), onBook(f, c).cents())),
  OVERDUE_TOTAL(
      "overdue.total", Kind.MONEY, (f, c) -> of(buckets(f, c, Measure.BUCKET_OVERDUE_TOTAL, 0))),
  M2_BALANCE("m2.balance", Kind.MONEY, (f, c) -> of(buckets(f, c, Measure.BUCKET, 2))),
  M2_RATIO(
      "m2.ratio",
      Kind.RATIO,
      (f, c) -> new Fraction(buckets(f, c, Measure.BUCKET, 2), onBook(f, c).cents())),
  NPL_BALANCE("npl.balance", Kind.MONEY, (f, c) -> of(npl(f, c).cents())),
  NPL_RATIO(
      "npl.ratio", Kind.RATIO, (f, c) -> new Fraction(npl(f, c).cents(), onBook(f, c).cents())),
  WRITTEN_OFF(
      "writtenoff.balance",
      Kind.MONEY,
      (f, c) -> of(f.tally(c, Measure.BUCKET, "WRITTEN_OFF").cents())),
  PENALTY_OWED("penalty.owed", Kind.MONEY, (f, c) -> of(penaltyOwed(f, c))),
  PENALTY_PAID(
      "penalty.paid", Kind.MONEY, (f, c) -> of(f.tally(c, Measure.PENALTY, "PAID").cents())),
  MONTH_DUE("month.due", Kind.MONEY, (f, c) -> of(f.tally(c, Measure.MONTH, "DUE").cents())),
  MONTH_PAID("month.paid", Kind.MONEY, (f, c) -> of(f.tally(c, Measure.MONTH, "PAID").cents())),
  MONTH_RATIO(
      "month.ratio",
      Kind.RATIO,
      (f, c) ->
          new Fraction(
              f.tally(c, Measure.MONTH, "PAID").cents(), f.tally(c, Measure.MONTH, "DUE").cents())),
  ADVERSE_UNPAID(
      "adverse.unpaid", Kind.COUNT, (f, c) -> of(f.tally(c, Measure.ADVERSE, "UNPAID").count()));

  /** How a figure is written. */
  enum Kind {
    COUNT,
    MONEY,
    RATIO
  }

  private final String key;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  private final BiFunction<Figures, String, Fraction> value;

  KeyFigure(String key, Kind kind, BiFunction<Figures, String, Fraction> value) {
    this.key = key;
    this.kind = kind;
    this.value = value;
  }

  /** The key of its label {@code figure.<key>} and of its definition. */
  String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  /** The figure; a count or an amount has the denominator 1. */
  Fraction of(Figures figures, String currency) {
    return value.apply(figures, currency);
  }

  private static Fraction of(long value) {
    return new Fraction(value, 1);
  }

  static Tally onBook(Figures figures, String currency) {
    return figures
        .tally(currency, Measure.ACCOUNT_STATUS, AccountStatus.NORMAL.name())
        .plus(overdue(figures, currency));
  }

  static Tally overdue(Figures figures, String currency) {
    return figures.tally(currency, Measure.ACCOUNT_STATUS, AccountStatus.OVERDUE.name());
  }

  /** Non-performing loans (不良): classes 3 to 5 on book. */
  static Tally npl(Figures figures, String currency) {
    Tally sum = Tally.NONE;
    for (String five : List.of("3", "4", "5")) {
      sum = sum.plus(figures.tally(currency, Measure.FIVE_CLASS, five));
    }
    return sum;
  }

  private static long buckets(Figures figures, String currency, Measure measure, int from) {
    long sum = 0;
    for (int m = from; m <= 7; m++) {
      sum = Math.addExact(sum, figures.tally(currency, measure, "M" + m).cents());
    }
    return sum;
  }

  private static long penaltyOwed(Figures figures, String currency) {
    return figures
        .tally(currency, Measure.PENALTY, "OWED_ON_PRINCIPAL")
        .plus(figures.tally(currency, Measure.PENALTY, "OWED_ON_INTEREST"))
        .cents();
  }
}
