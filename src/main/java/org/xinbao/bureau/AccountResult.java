package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;

/**
 * What a bureau answers for one merged account; its records went to the {@link RecordSink}.
 *
 * @param reported what the bureau has now been told of the account and what is still to be sent:
 *     printable text without tab or line break
 * @param held one row per report held back, under the facility
 * @param dropped report dates of queued monthly reports that a later month replaced
 * @param warnings one row per report that was sent although someone should look at it
 * @param facts what the second pass must know of the account
 * @param restatements figures of reported months that today's data show otherwise
 * @param account the account as it stands tonight; none when no loan of it is in the export and it
 *     is closed or was never reported
 */
public record AccountResult(
    String reported,
    List<Held> held,
    List<Integer> dropped,
    List<Held> warnings,
    List<Fact> facts,
    List<Restatement> restatements,
    Optional<Account> account) {

  /**
   * A row of {@code accounts.csv}.
   *
   * @param code the account code with which the bureau knows it
   * @param loan the figures of its loans, merged
   */
  public record Account(String code, BureauLoan loan) {}

  public AccountResult {
    held = List.copyOf(held);
    dropped = List.copyOf(dropped);
    warnings = List.copyOf(warnings);
    facts = List.copyOf(facts);
    restatements = List.copyOf(restatements);
  }

  /** Nothing is due. */
  public static AccountResult unchanged(String reported) {
    return new AccountResult(
        reported, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }
}
