package org.xinbao.bureau.pboc;

/** Takes what a check finds. */
@FunctionalInterface
interface Problems {

  /**
   * One finding.
   *
   * @param tag the tag at fault, or empty
   */
  void add(PbocRule rule, String tag);
}
