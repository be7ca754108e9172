package org.xinbao.job;

/**
 * What was written is not what was counted (exit code 30): a defect of the program or of the disk,
 * never of the data.
 */
final class VerificationFailed extends Exception {
  private static final long serialVersionUID = 1L;

  VerificationFailed(String sentence) {
    super(sentence);
  }
}
