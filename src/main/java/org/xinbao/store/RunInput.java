package org.xinbao.store;

/**
 * What a run is a function of, fixed at its start (rulings 15).
 *
 * @param job for example {@code nightly}
 * @param businessDate epoch day
 * @param version of that date, from 1 (rulings 16)
 * @param previousRunId the published run whose state it builds on, 0 for none
 * @param manifestSha256 of the export's {@code manifest.json}
 * @param confSha256 of the effective configuration
 * @param ledgerFolder where the export lies
 * @param decisionNo the last decision that it uses (see {@link Decisions#lastNumber})
 * @param feedbackNo the last bureau feedback that it uses
 */
public record RunInput(
    String job,
    int businessDate,
    int version,
    long previousRunId,
    String manifestSha256,
    String confSha256,
    String ledgerFolder,
    String programVersion,
    long decisionNo,
    long feedbackNo) {

  /** Whether another run would read the same; newer feedback alone is the same input. */
  public boolean sameInput(String otherManifestSha256, String otherConfSha256) {
    return manifestSha256.equals(otherManifestSha256) && confSha256.equals(otherConfSha256);
  }
}
