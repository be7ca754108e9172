package org.xinbao.evidence;

import java.util.HexFormat;

/**
 * What an entry says about a single loan, kept beside the chain so that it can be deleted (rulings
 * 14). The salt keeps anyone from guessing it from the commitment once it is gone.
 *
 * @param salt 64 hexadecimal digits at random
 */
public record LoanContent(String loanId, String salt, String text) {

  /** The bytes of a salt. */
  public static final int SALT_BYTES = 32;

  /** A content with its salt. */
  public static LoanContent of(String loanId, byte[] salt, String text) {
    return new LoanContent(loanId, HexFormat.of().formatHex(salt), text);
  }

  /** What the entry holds of it: 64 hexadecimal digits. */
  public String commitment() {
    return Hashing.sha256(salt, loanId, text);
  }

  @Override
  public String toString() {
    return "LoanContent[]";
  }
}
