package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * What the bureau has been told of an account: all that reporting points, changed segments and
 * special transactions are decided on (rulings 3).
 *
 * <p>As text it is one line of fields divided by {@code |}: version, account type, last RptDate,
 * last RptDateCode, last Month, TotOverd of the last record that is not a 20, 32 or 40, closed
 * (0/1), month of the last 40, last FiveCateAdjDate, digests of the segments C, D, E and F, the day
 * before which special transactions count as reported, and the special transactions sent since
 * ({@code type:date:told}, divided by commas), and the fields of the {@link Dossier}. Version 1 had
 * no dossier and did not say when a special transaction was told.
 *
 * @param rptDate epoch day, none for an account that is only known to be known
 * @param month yyyymm, 0 when none
 * @param overdue whole yuan
 * @param recoveredMonth yyyymm of the last 40, 0 when none
 * @param fiveClassOn epoch day or none
 * @param digests of segments C D E F: 12 hex digits, {@code -} when the segment was never sent,
 *     empty when it is not known
 * @param specialsFrom special transactions dated before count as reported; none when all are told
 * @param specials type and date of those sent
 * @param dossier what corrections and restatements go by
 */
record ReportedState(
    Optional<AccountType> type,
    int rptDate,
    int code,
    int month,
    long overdue,
    boolean closed,
    int recoveredMonth,
    int fiveClassOn,
    List<String> digests,
    int specialsFrom,
    List<SpecialKey> specials,
    Dossier dossier) {

  private static final String VERSION = "2";
  private static final String VERSION_WITHOUT_DOSSIER = "1";
  private static final int FIELDS_WITHOUT_DOSSIER = 15;
  private static final int FIELDS = FIELDS_WITHOUT_DOSSIER + Dossier.FIELDS;
  static final String NEVER_SENT = "-";
  static final String NOT_KNOWN = "";

  /** An account of which the bureau knows nothing. */
  static final ReportedState NONE =
      new ReportedState(
          Optional.empty(),
          Day.NONE,
          0,
          0,
          0,
          false,
          0,
          Day.NONE,
          Collections.nCopies(4, NEVER_SENT),
          Day.NONE,
          List.of(),
          Dossier.NONE);

  ReportedState {
    digests = List.copyOf(digests);
    specials = List.copyOf(specials);
  }

  /**
   * A special transaction that was told; type and date make two of them the same (BLR023).
   *
   * @param told RptDate of the record that told it, none when not known
   */
  record SpecialKey(int type, int on, int told) {

    boolean isOf(Special special) {
      return type == special.type() && on == special.on();
    }
  }

  /** An account that another system reported before; what it sent is not known. */
  static ReportedState known(AccountType type, int specialsFrom) {
    return new ReportedState(
        Optional.of(type),
        Day.NONE,
        0,
        0,
        0,
        false,
        0,
        Day.NONE,
        Collections.nCopies(4, NOT_KNOWN),
        specialsFrom,
        List.of(),
        Dossier.NONE);
  }

  /** Whether the bureau knows the account. */
  boolean isKnown() {
    return type.isPresent();
  }

  ReportedState with(Dossier changed) {
    return new ReportedState(
        type,
        rptDate,
        code,
        month,
        overdue,
        closed,
        recoveredMonth,
        fiveClassOn,
        digests,
        specialsFrom,
        specials,
        changed);
  }

  /** With another digest of one of the segments C D E F. */
  ReportedState withDigest(int place, String digest) {
    List<String> changed = new ArrayList<>(digests);
    changed.set(place, digest);
    return new ReportedState(
        type,
        rptDate,
        code,
        month,
        overdue,
        closed,
        recoveredMonth,
        fiveClassOn,
        changed,
        specialsFrom,
        specials,
        dossier);
  }

  /** With what the last report says after a correction or deletion of segment H. */
  ReportedState withLastReport(long totOverd, boolean isClosed, int fiveCateAdjDate) {
    return new ReportedState(
        type,
        rptDate,
        code,
        month,
        totOverd,
        isClosed,
        recoveredMonth,
        fiveCateAdjDate,
        digests,
        specialsFrom,
        specials,
        dossier);
  }

  ReportedState withSpecials(List<SpecialKey> told) {
    return new ReportedState(
        type,
        rptDate,
        code,
        month,
        overdue,
        closed,
        recoveredMonth,
        fiveClassOn,
        digests,
        specialsFrom,
        told,
        dossier);
  }

  /** With the RptDate of a special event. */
  ReportedState withRptDate(int day) {
    return new ReportedState(
        type,
        day,
        code,
        month,
        overdue,
        closed,
        recoveredMonth,
        fiveClassOn,
        digests,
        specialsFrom,
        specials,
        dossier);
  }

  /** What follows the provider code in AcctCode. */
  String account(String loanId) {
    return dossier.account().isEmpty() ? loanId : dossier.account();
  }

  boolean hasSent(Special special) {
    return special.on() < specialsFrom || specials.stream().anyMatch(each -> each.isOf(special));
  }

  /**
   * What the bureau would have been told by the record that led here from {@code from}, had it been
   * sent when the bureau had been told {@code onto}. Segments and special transactions count where
   * that record carried them. A report (210) says anew how the account stands, unless {@code onto}
   * knows of a later one; of any other record counts what it changed.
   */
  ReportedState rebased(ReportedState from, ReportedState onto, SentKey key) {
    boolean report = key.recordType().equals(Pboc.RECORD_TYPE);
    boolean recovered = code == ReportPoint.RECOVERED.code();
    boolean later = onto.rptDate != Day.NONE && onto.rptDate > key.rptDate();
    boolean says = report && !later;
    List<String> segments = new ArrayList<>(onto.digests);
    for (int i = 0; i < segments.size(); i++) {
      segments.set(i, changed(from.digests.get(i), digests.get(i), onto.digests.get(i)));
    }
    List<SpecialKey> told = new ArrayList<>(onto.specials);
    specials.stream()
        .filter(each -> !from.specials.contains(each) && !told.contains(each))
        .forEach(told::add);
    return new ReportedState(
        says ? type : changed(from.type, type, onto.type),
        report
            ? Math.max(onto.rptDate, key.rptDate())
            : changed(from.rptDate, rptDate, onto.rptDate),
        says ? code : later ? onto.code : changed(from.code, code, onto.code),
        report && !recovered
            ? Math.max(onto.month, Dates.month(key.rptDate()))
            : changed(from.month, month, onto.month),
        says && !recovered && !closed
            ? overdue
            : later ? onto.overdue : changed(from.overdue, overdue, onto.overdue),
        changed(from.closed, closed, onto.closed),
        changed(from.recoveredMonth, recoveredMonth, onto.recoveredMonth),
        report
            ? Math.max(onto.fiveClassOn, fiveClassOn)
            : changed(from.fiveClassOn, fiveClassOn, onto.fiveClassOn),
        segments,
        onto.specialsFrom,
        told,
        dossier.rebased(from.dossier, onto.dossier));
  }

  /** What a record changed, else what was told otherwise. */
  private static <T> T changed(T from, T now, T otherwise) {
    return now.equals(from) ? otherwise : now;
  }

  /** The same account when it is not sure which segments the bureau has. */
  ReportedState withoutSegments() {
    return isKnown()
        ? new ReportedState(
            type,
            rptDate,
            code,
            month,
            overdue,
            closed,
            recoveredMonth,
            fiveClassOn,
            Collections.nCopies(digests.size(), NEVER_SENT),
            specialsFrom,
            specials,
            dossier)
        : this;
  }

  /** Reads what {@link #toText} wrote; the empty text is {@link #NONE}. */
  static ReportedState parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String[] fields = split(text);
    boolean old = fields[0].equals(VERSION_WITHOUT_DOSSIER);
    boolean fits = fields.length == (old ? FIELDS_WITHOUT_DOSSIER : FIELDS);
    if (!fits || !(old || fields[0].equals(VERSION))) {
      throw new IllegalArgumentException("not a reported state of version " + VERSION);
    }
    return new ReportedState(
        fields[1].isEmpty() ? Optional.empty() : Optional.of(AccountType.valueOf(fields[1])),
        day(fields[2]),
        number(fields[3]),
        month(fields[4]),
        fields[5].isEmpty() ? 0 : Long.parseLong(fields[5]),
        fields[6].equals("1"),
        month(fields[7]),
        day(fields[8]),
        Arrays.asList(fields).subList(9, 13),
        day(fields[13]),
        specials(fields[14]),
        old ? Dossier.NONE : Dossier.parse(fields, FIELDS_WITHOUT_DOSSIER));
  }

  private static List<SpecialKey> specials(String text) {
    List<SpecialKey> specials = new ArrayList<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] parts = each.split(":", -1);
      specials.add(
          new SpecialKey(
              Integer.parseInt(parts[0]),
              day(parts[1]),
              parts.length > 2 ? day(parts[2]) : Day.NONE));
    }
    return specials;
  }

  private static String[] split(String text) {
    return text.split("\\|", -1);
  }

  /** The text that the next night is given; empty for {@link #NONE}. */
  String toText() {
    if (type.isEmpty() && equals(NONE)) {
      return "";
    }
    StringBuilder out = new StringBuilder(256);
    out.append(VERSION).append('|').append(type.map(Enum::name).orElse("")).append('|');
    appendDay(out, rptDate).append('|');
    out.append(code == 0 ? "" : String.valueOf(code)).append('|');
    appendMonth(out, month).append('|').append(overdue).append('|').append(closed ? 1 : 0);
    appendMonth(out.append('|'), recoveredMonth).append('|');
    appendDay(out, fiveClassOn);
    digests.forEach(each -> out.append('|').append(each));
    appendDay(out.append('|'), specialsFrom).append('|');
    for (int i = 0; i < specials.size(); i++) {
      SpecialKey each = specials.get(i);
      appendDay(out.append(i == 0 ? "" : ",").append(each.type()).append(':'), each.on());
      if (each.told() != Day.NONE) {
        appendDay(out.append(':'), each.told());
      }
    }
    dossier.appendTo(out);
    return out.toString();
  }

  private static StringBuilder appendMonth(StringBuilder out, int month) {
    if (month == 0) {
      return out;
    }
    return out.append(month / 100).append(month % 100 < 10 ? "-0" : "-").append(month % 100);
  }

  /** {@code yyyy-MM-dd}, nothing for no day. */
  private static StringBuilder appendDay(StringBuilder out, int day) {
    if (day == Day.NONE) {
      return out;
    }
    int date = Dates.yyyymmdd(day);
    appendMonth(out, date / 100);
    return out.append(date % 100 < 10 ? "-0" : "-").append(date % 100);
  }

  private static int month(String text) {
    return text.isEmpty() ? 0 : number(text.substring(0, 4)) * 100 + number(text.substring(5));
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static int day(String text) {
    if (text.isEmpty()) {
      return Day.NONE;
    }
    return Days.find(text)
        .orElseThrow(() -> new IllegalArgumentException("not a date in a reported state"));
  }
}
