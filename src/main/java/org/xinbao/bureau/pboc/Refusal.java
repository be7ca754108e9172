package org.xinbao.bureau.pboc;

/**
 * Why a decision is not carried out tonight.
 *
 * @param code as in {@code held.csv}
 * @param sentence without personal data: what is wrong and what to do
 */
record Refusal(String code, String sentence) {

  /** A rule of the bureau that the record would break. */
  static Refusal of(CorrectionRule rule) {
    return new Refusal(HeldCode.DECISION.name() + "_" + rule.name(), rule.sentence());
  }

  static Refusal of(HeldCode code) {
    return new Refusal(code.name(), code.sentence());
  }

  /** Details that do not say what to do. */
  static Refusal unreadable(String problem) {
    return new Refusal(
        HeldCode.DECISION_UNREADABLE.name(),
        problem + ". " + HeldCode.DECISION_UNREADABLE.sentence());
  }

  /** A finding of the pre-check. */
  static Refusal of(RecordCheck.Problem problem) {
    String place = problem.tag().isEmpty() ? "" : " (" + problem.tag() + ")";
    return new Refusal(
        HeldCode.PRECHECK.name() + "_" + problem.rule().code(), problem.rule().english() + place);
  }
}
