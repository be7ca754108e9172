package org.xinbao.bureau.metro2;

import java.util.List;
import java.util.Optional;

/** Account status (section 3.1 of the reference). */
enum Status {
  CURRENT("11", '0'),
  PAST_30("71", '1'),
  PAST_60("78", '2'),
  PAST_90("80", '3'),
  PAST_120("82", '4'),
  PAST_150("83", '5'),
  PAST_180("84", '6'),
  COLLECTION("93", 'G'),
  CHARGE_OFF("97", 'L'),
  CLAIM_FILED("88", Status.RATED),
  DEED_IN_LIEU("89", Status.RATED),
  FORECLOSED("94", 'H'),
  SURRENDERED("95", 'J'),
  REPOSSESSED("96", 'K'),
  PAID_AFTER_SURRENDER("61", Status.ENDED),
  PAID_AFTER_COLLECTION("62", Status.ENDED),
  PAID_AFTER_REPOSSESSION("63", Status.ENDED),
  PAID_AFTER_CHARGE_OFF("64", Status.ENDED),
  PAID_AFTER_FORECLOSURE_START("65", Status.RATED),
  PAID("13", Status.RATED),
  TRANSFERRED("05", Status.RATED),
  DELETED("DA", Status.ENDED),
  DELETED_FRAUD("DF", Status.ENDED);

  /** The payment rating says how the month is remembered. */
  private static final char RATED = 'r';

  /** Nothing follows. */
  private static final char ENDED = 'e';

  private static final int BAND_DAYS = 30;

  private static final List<Status> BANDS =
      List.of(CURRENT, PAST_30, PAST_60, PAST_90, PAST_120, PAST_150, PAST_180);

  private final String code;
  private final char history;

  Status(String code, char history) {
    this.code = code;
    this.history = history;
  }

  String code() {
    return code;
  }

  /** The status of an account so many days after the due date of its oldest unpaid instalment. */
  static Status ofDays(int days) {
    return BANDS.get(Math.min(BANDS.size() - 1, Math.max(0, days) / BAND_DAYS));
  }

  static Optional<Status> of(String code) {
    for (Status each : values()) {
      if (each.code.equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Whether it tells nothing but days past due. */
  boolean isBand() {
    return BANDS.contains(this);
  }

  /** The number of full stretches of 30 days past due that a band stands for, at most 6. */
  int band() {
    return BANDS.indexOf(this);
  }

  boolean isDeletion() {
    return this == DELETED || this == DELETED_FRAUD;
  }

  /** Whether it is reported once and nothing after it. */
  boolean isFinal() {
    return isPaid() || isDeletion() || this == TRANSFERRED;
  }

  /** Whether the debt is paid: date of account information is then the date paid. */
  boolean isPaid() {
    return switch (this) {
      case PAID,
          PAID_AFTER_SURRENDER,
          PAID_AFTER_COLLECTION,
          PAID_AFTER_REPOSSESSION,
          PAID_AFTER_CHARGE_OFF,
          PAID_AFTER_FORECLOSURE_START ->
          true;
      default -> false;
    };
  }

  /** Exactly these carry a payment rating. */
  boolean needsRating() {
    return switch (this) {
      case TRANSFERRED,
          PAID,
          PAID_AFTER_FORECLOSURE_START,
          CLAIM_FILED,
          DEED_IN_LIEU,
          FORECLOSED,
          SURRENDERED ->
          true;
      default -> false;
    };
  }

  /**
   * Whether a date of first delinquency belongs to it (section 3.4, rows 1 and 2).
   *
   * @param rating blank where there is none
   */
  boolean needsFirstDelinquency(char rating) {
    if (this == PAID || this == TRANSFERRED) {
      return "123456GL".indexOf(rating) >= 0;
    }
    return this != CURRENT && !isDeletion();
  }

  /**
   * The character by which the payment history remembers a month that was reported so.
   *
   * @param rating blank where there was none
   * @param nothingOwed whether a line of credit or card had no balance
   */
  char historyCode(char rating, boolean nothingOwed) {
    if (this == CURRENT && nothingOwed) {
      return 'E';
    }
    return switch (history) {
      case RATED -> rating;
      case ENDED -> 'D';
      default -> history;
    };
  }
}
