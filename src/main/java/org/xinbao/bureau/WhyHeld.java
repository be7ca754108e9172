package org.xinbao.bureau;

/**
 * Why something is held back, as {@code held.csv} says it.
 *
 * @param code for example {@code NO_NOTICE}
 * @param sentence one sentence without personal data: what is missing and what to do
 */
public record WhyHeld(String code, String sentence) {

  /** A missing permission. */
  public static WhyHeld of(Permission.Reason reason) {
    return new WhyHeld(reason.name(), reason.sentence());
  }
}
