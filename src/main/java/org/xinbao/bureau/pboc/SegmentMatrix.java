package org.xinbao.bureau.pboc;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which segments a record must, may and must not have: account type × reporting point × segment
 * (rules R2100101 to R2101215). The one table that writer and pre-check share.
 *
 * <p>Letters, in the order of segments {@code B C D E F G H I J K}: {@code M} required, {@code o}
 * optional, {@code x} forbidden. {@code A}: required, but forbidden for an account without credit
 * agreement (D1 with Flag 0, R2 with BusiDtlLines 82). {@code a}: optional, but forbidden when the
 * record itself says that there is no credit agreement.
 */
final class SegmentMatrix {

  /** What a cell of the matrix asks for. */
  enum Cell {
    REQUIRED,
    OPTIONAL,
    FORBIDDEN
  }

  private static final Map<AccountType, Map<ReportPoint, String>> ROWS =
      new EnumMap<>(AccountType.class);

  static {
    //                                    BCDEFGHIJK
    row(AccountType.D1, ReportPoint.NEW_ACCOUNT, "MMooAxMxxx");
    row(AccountType.D1, ReportPoint.FIRST_KNOWN, "MMooAxMxxo");
    monthly(AccountType.D1, "MoooaxMxxo");
    row(AccountType.D1, ReportPoint.RECOVERED, "MxxxxxxxMx");
    for (AccountType revolving :
        new AccountType[] {AccountType.R1, AccountType.R4, AccountType.R3}) {
      row(revolving, ReportPoint.NEW_ACCOUNT, "MMooMxMxxx");
      row(revolving, ReportPoint.FIRST_KNOWN, "MMooMxMxxo");
      monthly(revolving, "MooooxMxxo");
    }
    row(AccountType.R1, ReportPoint.RECOVERED, "MxxxxxxxMx");
    row(AccountType.R4, ReportPoint.RECOVERED, "MxxxxxxxMx");
    row(AccountType.R2, ReportPoint.NEW_ACCOUNT, "MMooAxMoxx");
    row(AccountType.R2, ReportPoint.FIRST_KNOWN, "MMooAxMoxo");
    monthly(AccountType.R2, "MoooaxMoxo");
    row(AccountType.R2, ReportPoint.RECOVERED, "MxxxxxxxMx");
    row(AccountType.C1, ReportPoint.NEW_ACCOUNT, "MMoxxMxxMo");
    row(AccountType.C1, ReportPoint.CLOSED, "MooxxoxxMo");
    row(AccountType.C1, ReportPoint.RECOVERED, "MooxxoxxMo");
  }

  private SegmentMatrix() {}

  private static void row(AccountType type, ReportPoint point, String cells) {
    ROWS.computeIfAbsent(type, any -> new EnumMap<>(ReportPoint.class)).put(point, cells);
  }

  private static void monthly(AccountType type, String cells) {
    row(type, ReportPoint.MONTHLY, cells);
    row(type, ReportPoint.CLOSED, cells);
    row(type, ReportPoint.CLOSED_MONTHLY, cells);
  }

  /** Whether the reporting point exists for the account type at all. */
  static boolean allows(AccountType type, ReportPoint point) {
    return findRow(type, point).isPresent();
  }

  /**
   * The cell; a reporting point that does not exist for the account type forbids everything.
   *
   * @param agreement whether the record says that the account has a credit agreement
   */
  static Cell cell(AccountType type, ReportPoint point, Segment segment, Agreement agreement) {
    Optional<String> row = findRow(type, point);
    if (row.isEmpty()) {
      return Cell.FORBIDDEN;
    }
    char letter = row.get().charAt(segment.index());
    return switch (letter) {
      case 'M' -> Cell.REQUIRED;
      case 'o' -> Cell.OPTIONAL;
      case 'A' ->
          switch (agreement) {
            case NONE -> Cell.FORBIDDEN;
            case EXISTS -> Cell.REQUIRED;
            case UNKNOWN -> Cell.OPTIONAL;
          };
      case 'a' -> agreement == Agreement.NONE ? Cell.FORBIDDEN : Cell.OPTIONAL;
      default -> Cell.FORBIDDEN;
    };
  }

  private static Optional<String> findRow(AccountType type, ReportPoint point) {
    Map<ReportPoint, String> rows = ROWS.get(type);
    return rows == null ? Optional.empty() : Optional.ofNullable(rows.get(point));
  }

  /** What segment C of the record says about a credit agreement. */
  enum Agreement {
    /** There is none: D1 with Flag 0, R2 with BusiDtlLines 82. */
    NONE,
    /** There is one. */
    EXISTS,
    /** The record does not say. */
    UNKNOWN
  }
}
