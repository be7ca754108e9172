package org.xinbao.bureau;

import java.util.function.Predicate;

/**
 * What a pre-check may go by besides the file itself.
 *
 * @param providerCode the only provider code that is known; empty for that of the configuration, or
 *     of each file where there is none
 * @param isUsedName whether a file name was submitted before
 * @param accounts what the bureau was told of accounts before
 */
public record PrecheckKnown(
    String providerCode, Predicate<String> isUsedName, ReportedAccounts accounts) {

  /** Nothing is known. */
  public static final PrecheckKnown NOTHING =
      new PrecheckKnown("", name -> false, ReportedAccounts.NONE);
}
