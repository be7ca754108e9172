package org.xinbao.bureau.pboc;

/**
 * Why a record is held: a code and a sentence.
 *
 * @param isLasting whether no later night can change it
 */
record HeldReason(String code, String sentence, boolean isLasting) {

  static HeldReason of(HeldCode code) {
    return new HeldReason(code.name(), code.sentence(), code == HeldCode.REOPENED);
  }

  static HeldReason of(RecordCheck.Problem problem) {
    String place = problem.tag().isEmpty() ? "" : " (" + problem.tag() + ")";
    return new HeldReason(
        HeldCode.PRECHECK.name() + "_" + problem.rule().code(),
        problem.rule().english() + place,
        false);
  }
}
