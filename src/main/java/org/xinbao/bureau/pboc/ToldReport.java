package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;

/**
 * A report (210) as the bureau has it: what a correction goes by and what a recomputation is
 * compared with.
 *
 * <p>As text {@code date:code:segments:values}, for example {@code g0l:30:c:N.99c.c.8x.b.sc.sc}.
 * Numbers are in base 36; days are told as so many days before the report date; a 0, and a code
 * {@code 1}, are left out.
 *
 * @param rptDate RptDate, epoch day
 * @param code RptDateCode
 * @param segments letters of the segments C, D, E, F and K that it had, in lower case
 * @param isDecided whether a decision stated its figures, so that no recomputation changes them
 * @param values by {@link #items}, as written
 */
record ToldReport(int rptDate, int code, String segments, boolean isDecided, List<String> values) {

  private static final int RADIX = 36;
  private static final char DECIDED = 'x';
  private static final Set<String> GIVEN = Set.of("41", "6", "8");

  /** What is usually 0 or empty stands last. */
  private static final List<Item> MONTHLY =
      List.of(
          Item.RPY_STATUS,
          Item.ACCT_BAL,
          Item.REM_REP_PRD,
          Item.FIVE_CATE_ADJ_DATE,
          Item.LAT_RPY_DATE,
          Item.CUR_RPY_AMT,
          Item.ACT_RPY_AMT,
          Item.FIVE_CATE,
          Item.ACCT_STATUS,
          Item.TOT_OVERD,
          Item.OVERD_PRD,
          Item.OVERD_PRINC,
          Item.OVED31_60_PRINC,
          Item.OVED61_90_PRINC,
          Item.OVED91_180_PRINC,
          Item.OVED_PRINC180,
          Item.CLOSE_DATE,
          Item.SETT_DATE);

  private static final List<Item> RECOVERED =
      List.of(
          Item.J_RPY_STATUS,
          Item.J_ACCT_BAL,
          Item.J_REM_REP_PRD,
          Item.J_FIVE_CATE_ADJ_DATE,
          Item.J_LAT_RPY_DATE,
          Item.J_LAT_RPY_AMT,
          Item.J_FIVE_CATE,
          Item.J_ACCT_STATUS,
          Item.J_TOT_OVERD,
          Item.J_OVERD_PRD,
          Item.J_CLOSE_DATE);

  /** Monthly figures by their tags' names, for a rule that asks for one of them. */
  private static final Map<Item, Integer> PLACE =
      MONTHLY.stream().collect(java.util.stream.Collectors.toMap(e -> e, MONTHLY::indexOf));

  ToldReport {
    values = List.copyOf(values);
  }

  /** The items that are kept of segment H, of a 40 those of segment J, in this order. */
  static List<Item> items(int code) {
    return code == ReportPoint.RECOVERED.code() ? RECOVERED : MONTHLY;
  }

  /** The report in a record that has been parsed. */
  static ToldReport of(ParsedRecord record, int rptDate, int code) {
    StringBuilder segments = new StringBuilder();
    for (Segment each : new Segment[] {Segment.C, Segment.D, Segment.E, Segment.F, Segment.K}) {
      if (record.has(each)) {
        segments.append(letter(each));
      }
    }
    List<String> values = new ArrayList<>();
    items(code).forEach(each -> values.add(record.text(each, -1)));
    return new ToldReport(rptDate, code, segments.toString(), false, values);
  }

  private static char letter(Segment segment) {
    return Character.toLowerCase(segment.name().charAt(0));
  }

  /** RptDate of a report whose text begins at {@code start}. */
  static int rptDate(String text, int start) {
    return Integer.parseInt(text, start, text.indexOf(':', start), RADIX);
  }

  /** Whether the report whose text begins at {@code start} has segment H. */
  static boolean isMonthly(String text, int start) {
    return !text.startsWith(":" + ReportPoint.RECOVERED.code() + ":", text.indexOf(':', start));
  }

  /** Whether it has segment H; a 40 has J instead. */
  boolean isMonthly() {
    return code != ReportPoint.RECOVERED.code();
  }

  boolean has(Segment segment) {
    return switch (segment) {
      case B -> true;
      case H -> isMonthly();
      case J -> !isMonthly();
      default -> segments.indexOf(letter(segment)) >= 0;
    };
  }

  /** The calendar month that it is for, as the number yyyymm. */
  int month() {
    return Dates.month(rptDate);
  }

  /** A figure of segment H. */
  String monthly(Item item) {
    Integer place = PLACE.get(item);
    if (!isMonthly() || place == null) {
      throw new IllegalArgumentException("no monthly figure " + item.tag());
    }
    return values.get(place);
  }

  /** FiveCateAdjDate, epoch day. */
  int fiveClassOn() {
    int place =
        items(code).indexOf(isMonthly() ? Item.FIVE_CATE_ADJ_DATE : Item.J_FIVE_CATE_ADJ_DATE);
    return Days.find(values.get(place)).orElse(Day.NONE);
  }

  /** Whether it says that the account is closed. */
  boolean isClosed() {
    return isMonthly() && monthly(Item.ACCT_STATUS).equals(AccountFigures.CLOSED);
  }

  /** The status that only the ledger can give (41, 6 or 8), or empty. */
  String givenStatus() {
    String status = monthly(Item.ACCT_STATUS);
    return GIVEN.contains(status) ? status : "";
  }

  /** Whether it tells the bureau something adverse (rulings 35). */
  boolean isAdverse() {
    char status = monthly(Item.RPY_STATUS).charAt(0);
    return (status >= '1' && status <= '7')
        || status == 'B'
        || status == 'G'
        || !monthly(Item.TOT_OVERD).equals("0");
  }

  /** The same report with other figures. */
  ToldReport with(List<String> figures, boolean decided) {
    return new ToldReport(rptDate, code, segments, decided, figures);
  }

  /** The same report without a segment that was deleted; empty when nothing is left to keep. */
  Optional<ToldReport> without(Segment segment) {
    if (segment == Segment.H || segment == Segment.J) {
      return has(segment) ? Optional.empty() : Optional.of(this);
    }
    String left = segments.replace(String.valueOf(letter(segment)), "");
    return Optional.of(new ToldReport(rptDate, code, left, isDecided, values));
  }

  String toText() {
    StringBuilder out = new StringBuilder(48);
    out.append(Integer.toString(rptDate, RADIX)).append(':').append(code).append(':');
    out.append(segments).append(isDecided ? String.valueOf(DECIDED) : "").append(':');
    int filled = out.length();
    List<Item> items = items(code);
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append('.');
      }
      String value = encode(items.get(i), values.get(i));
      out.append(value);
      filled = value.isEmpty() ? filled : out.length();
    }
    out.setLength(filled);
    return out.toString();
  }

  static ToldReport parse(String text) {
    String[] parts = text.split(":", -1);
    int rptDate = Integer.parseInt(parts[0], RADIX);
    int code = Integer.parseInt(parts[1]);
    boolean decided = parts[2].indexOf(DECIDED) >= 0;
    String[] given = parts[3].split("\\.", -1);
    List<Item> items = items(code);
    List<String> values = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      values.add(decode(items.get(i), i < given.length ? given[i] : "", rptDate));
    }
    return new ToldReport(
        rptDate, code, parts[2].replace(String.valueOf(DECIDED), ""), decided, values);
  }

  private String encode(Item item, String value) {
    return switch (item.form().kind()) {
      case DATE -> Days.find(value).map(day -> Integer.toString(rptDate - day, RADIX)).orElse("");
      case UINT -> value.equals("0") ? "" : Long.toString(Long.parseLong(value), RADIX);
      default -> value.equals("1") ? "" : value;
    };
  }

  private static String decode(Item item, String text, int rptDate) {
    return switch (item.form().kind()) {
      case DATE -> text.isEmpty() ? "" : Day.format(rptDate - Integer.parseInt(text, RADIX));
      case UINT -> text.isEmpty() ? "0" : String.valueOf(Long.parseLong(text, RADIX));
      default -> text.isEmpty() ? "1" : text;
    };
  }
}
