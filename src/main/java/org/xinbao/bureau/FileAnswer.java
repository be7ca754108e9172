package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;

/**
 * A bureau's answer to one submission file, as far as it concerns one loan (or customer, or
 * facility). Records of the file that are neither rejected nor in a file that failed as a whole are
 * accepted.
 *
 * @param businessDate of the run that sent the file (epoch day)
 * @param version of that date
 * @param fileCodes why the whole file failed; empty when it did not
 * @param rejected the rejected records of the loan
 */
public record FileAnswer(
    String recordType,
    int businessDate,
    int version,
    List<RejectionCode> fileCodes,
    List<RejectedRecord> rejected) {

  public FileAnswer {
    fileCodes = List.copyOf(fileCodes);
    rejected = List.copyOf(rejected);
  }

  /** Whether nothing of the file was stored. */
  public boolean isWholeFileRejected() {
    return !fileCodes.isEmpty();
  }

  /**
   * Why a record was rejected; empty when it was accepted.
   *
   * @param place of the record among those of the loan in the file with the same type and report
   *     date, from 1
   */
  public Optional<List<RejectionCode>> rejection(int reportDate, int place) {
    return rejected.stream()
        .filter(each -> each.reportDate() == reportDate && each.place() == place)
        .findFirst()
        .map(RejectedRecord::codes)
        .or(() -> isWholeFileRejected() ? Optional.of(fileCodes) : Optional.empty());
  }
}
