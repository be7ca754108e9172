package org.xinbao.ledger;

/** Every limit of reading an export, each with its reason. */
final class Limits {

  /**
   * Bytes of one record. The longest legal row (a borrower with addresses) stays below 4 KiB; a
   * record is looked at as a whole, so this bounds the look-ahead after a stray quote.
   */
  static final int RECORD_BYTES = 64 * 1024;

  /**
   * Physical lines of one record: a quoted address has a few; a stray quote must not eat a file.
   */
  static final int RECORD_LINES = 50;

  /**
   * Fields of one record: the widest contract file has about 50 columns, the rest is the ledger's.
   */
  static final int FIELDS = 256;

  /** Bytes of a sort key; ids have at most 64 characters, which is 256 bytes in UTF-8. */
  static final int KEY_BYTES = 256;

  /** Letters and digits of a {@code loan_id} or {@code facility_id} (contract section 1). */
  static final int ID_LENGTH = 46;

  /** Characters of an id that the contract leaves open (transaction, customer, decision). */
  static final int OTHER_ID_LENGTH = 64;

  /** Characters of a name or an address. */
  static final int NAME_LENGTH = 200;

  /** Characters of {@code reason} and {@code details} of a decision. */
  static final int DETAILS_LENGTH = 4000;

  /**
   * Whole digits of an amount: up to 10<sup>13</sup> yuan, so that 9,000 of them add up in cents.
   */
  static final int AMOUNT_DIGITS = 14;

  /** The largest amount, 10<sup>13</sup> yuan, in cents. */
  static final long AMOUNT_CENTS = 1_000_000_000_000_000L;

  /** The largest rate, 10 (1000 % a year), times 10<sup>10</sup>. */
  static final long RATE_E10 = 100_000_000_000L;

  /** Rows kept of one loan over all files: 270 years of daily rows; more is a broken export. */
  static final int LOAN_ROWS = 100_000;

  /** Rejected rows without a usable loan id handed out at a time, so that they need no memory. */
  static final int REJECTS_AT_A_TIME = 1_000;

  /** Bytes of {@code manifest.json}: it lists a dozen files. */
  static final int MANIFEST_BYTES = 1024 * 1024;

  /** Files that a manifest may list. */
  static final int MANIFEST_FILES = 100;

  /** Buffer of the pass that hashes a file. */
  static final int SCAN_BUFFER = 1024 * 1024;

  /** Buffer of each file of a loan reader: 4 records of the largest size. */
  static final int READ_BUFFER = 4 * RECORD_BYTES;

  /** Bytes sorted in memory at a time when a file is not in order. */
  static final int SORT_BYTES = 64 * 1024 * 1024;

  /** Sorted runs merged at a time: with {@link #READ_BUFFER} each, 64 MiB of buffers. */
  static final int SORT_RUNS = 256;

  /** Entries of a file's index; it is thinned out when it is full. */
  static final int INDEX_ENTRIES = 8192;

  /** Bytes between two entries of an index before it is thinned out for the first time. */
  static final int INDEX_SPACING = 16 * 1024;

  private Limits() {}
}
