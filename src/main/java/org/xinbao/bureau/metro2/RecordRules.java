package org.xinbao.bureau.metro2;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.xinbao.arrears.Day;

/** What one record must be by itself. */
final class RecordRules {

  private RecordRules() {}

  /** Takes what is wrong. */
  @FunctionalInterface
  interface Findings {
    /**
     * A broken rule.
     *
     * @param field segment and field, without its value
     */
    void found(Metro2Rule rule, String field);
  }

  /**
   * The first rule that a record of ours would break.
   *
   * @param activityOn the activity date of its file (epoch day)
   */
  static Optional<Metro2Rule> first(byte[] record, int activityOn) {
    AtomicReference<Metro2Rule> first = new AtomicReference<>();
    Findings findings = (rule, field) -> first.compareAndSet(null, rule);
    ReadRecord.read(record, findings).ifPresent(each -> check(each, activityOn, findings));
    return Optional.ofNullable(first.get());
  }

  /**
   * Checks a base record with what is appended to it.
   *
   * @param activityOn as above; none when the file's is not known
   */
  static void check(ReadRecord record, int activityOn, Findings findings) {
    Segment last = Segment.BASE;
    boolean renamed = false;
    for (ReadSegment each : record.all()) {
      if (FieldRules.check(each, findings)) {
        semantics(each, record.first(), activityOn, findings);
      }
      if (each.segment().compareTo(last) < 0) {
        findings.found(Metro2Rule.M004, each.segment().name());
      }
      if (each.segment() == Segment.L1) {
        require(!renamed, Metro2Rule.M006, "L1", findings);
        renamed = true;
      }
      last = each.segment();
    }
  }

  private static void semantics(
      ReadSegment segment, ReadSegment base, int activityOn, Findings findings) {
    switch (segment.segment()) {
      case BASE -> {
        ConsumerRules.check(segment, findings);
        new AccountRules(segment, activityOn, findings).check();
      }
      case J1, J2 -> ConsumerRules.check(segment, findings);
      case K2 -> {
        boolean removed = segment.number("PURCHASED_INDICATOR") == 9;
        require(
            removed == segment.isBlank("PURCHASED_NAME"),
            Metro2Rule.M041,
            "K2 PURCHASED_NAME",
            findings);
      }
      case K3 ->
          require(
              segment.number("AGENCY") != 0 || segment.isBlank("AGENCY_ACCOUNT"),
              Metro2Rule.M042,
              "K3 AGENCY_ACCOUNT",
              findings);
      case K4 -> specialPayment(segment, base, findings);
      case L1 -> change(segment, findings);
      default -> {
        // K1 and N1 have no rule beyond those of their fields.
      }
    }
  }

  private static void specialPayment(ReadSegment k4, ReadSegment base, Findings findings) {
    boolean balloon = k4.number("PAYMENT_INDICATOR") == 1;
    boolean complete =
        balloon
            ? k4.day("BALLOON_DUE") != Day.NONE && k4.number("BALLOON_AMOUNT") > 0
            : k4.day("DEFERRED_START") != Day.NONE;
    require(complete, Metro2Rule.M043, "K4", findings);
    boolean isLoan = List.of("I", "M").contains(base.value("PORTFOLIO_TYPE"));
    // Interest may be due with the last instalment: a tenth of the loan is a generous share.
    long most = base.number("HIGHEST_CREDIT") + base.number("HIGHEST_CREDIT") / 10 + 1;
    require(
        !balloon || !isLoan || k4.number("BALLOON_AMOUNT") <= most,
        Metro2Rule.M048,
        "K4 BALLOON_AMOUNT",
        findings);
  }

  private static void change(ReadSegment l1, Findings findings) {
    long kind = l1.number("CHANGE_INDICATOR");
    boolean account = kind == 1 || kind == 3;
    boolean identification = kind == 2 || kind == 3;
    boolean fits =
        account != l1.isBlank("NEW_ACCOUNT_NUMBER")
            && identification != l1.isBlank("NEW_IDENTIFICATION");
    require(fits, Metro2Rule.M044, "L1", findings);
  }

  static void require(boolean good, Metro2Rule rule, String field, Findings findings) {
    if (!good) {
      findings.found(rule, field);
    }
  }
}
