package org.xinbao.bureau.pboc;

import java.util.Set;
import java.util.function.Predicate;
import org.xinbao.bureau.ReportedAccounts;

/**
 * What a pre-check of a submission file goes by.
 *
 * @param providerCode the only provider code that is known (ABN004); empty for any
 * @param organisations the organisation codes that belong to the provider (ABE003); empty for any
 * @param isUsedName whether a file name was submitted before (ABF009)
 * @param accounts what the bureau was told of accounts before (BLR019 and others)
 */
public record PrecheckSettings(
    String providerCode,
    Set<String> organisations,
    Predicate<String> isUsedName,
    ReportedAccounts accounts) {

  /** Without knowledge of accounts. */
  public PrecheckSettings(
      String providerCode, Set<String> organisations, Predicate<String> isUsedName) {
    this(providerCode, organisations, isUsedName, ReportedAccounts.NONE);
  }

  public PrecheckSettings {
    organisations = Set.copyOf(organisations);
  }

  /** Any provider, any organisation, no name used before. */
  public static PrecheckSettings any() {
    return new PrecheckSettings("", Set.of(), name -> false);
  }
}
