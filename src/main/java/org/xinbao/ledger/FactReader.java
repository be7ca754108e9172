package org.xinbao.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of {@code facilities.csv}, {@code borrowers.csv} or {@code identities.csv} in the order
 * of their key. A wrong row is rejected and costs only itself (rulings 34); so is every row of a
 * facility or borrower that occurs twice. A customer may have several identities.
 */
final class FactReader implements Closeable {

  /** Reads the present row and leaves its problems in it. */
  interface Check {
    void read(Row row);
  }

  private final ContractFile file;
  private final Row row;
  private final Check check;
  private final List<Reject> rejects = new ArrayList<>();
  private byte[] key = new byte[0];
  private byte[] record = new byte[0];
  private long line;
  private int marks;
  private long used;

  FactReader(ContractFile file, Row row, Check check) {
    this.file = file;
    this.row = row;
    this.check = check;
  }

  /**
   * Reads on to the end of the next key, in a file with several rows of a key to its next row;
   * false at the end. Then {@link #isGood} tells whether there is a good row.
   */
  boolean next() throws IOException {
    record = new byte[0];
    if (!row.isPresent()) {
      return false;
    }
    RecordSource source = row.source();
    if (!file.isUnique()) {
      oneRow(source);
      return true;
    }
    // Many rows of one key are handed out in several calls.
    boolean continued = key.length > 0 && source.keyEquals(key, key.length);
    key = source.key();
    line = source.line;
    marks = source.quoted ? Frames.QUOTED : 0;
    byte[] first = Arrays.copyOfRange(source.data, source.start, source.end);
    boolean good = read();
    row.next();
    boolean alone =
        !continued && (!row.isPresent() || key.length == 0 || !source.keyEquals(key, key.length));
    if (good && alone) {
      record = first;
      used++;
    } else if (good) {
      rejects.add(duplicate(line));
    }
    while (!alone && row.isPresent() && source.keyEquals(key, key.length)) {
      if (read()) {
        rejects.add(duplicate(source.line));
      }
      row.next();
      if (rejects.size() >= Limits.REJECTS_AT_A_TIME) {
        return true;
      }
    }
    return true;
  }

  private void oneRow(RecordSource source) throws IOException {
    key = source.key();
    line = source.line;
    marks = source.quoted ? Frames.QUOTED : 0;
    byte[] bytes = Arrays.copyOfRange(source.data, source.start, source.end);
    if (read()) {
      record = bytes;
      used++;
    }
    row.next();
  }

  private boolean read() {
    check.read(row);
    rejects.addAll(row.problems());
    return row.problems().isEmpty();
  }

  private Reject duplicate(long at) {
    return new Reject(
        file.fileName(),
        at,
        "",
        keyName(),
        RejectCode.DUPLICATE_ROW,
        RejectCode.DUPLICATE_ROW.sentence());
  }

  private String keyName() {
    return file.columns().get(0);
  }

  boolean isGood() {
    return record.length > 0;
  }

  byte[] key() {
    return key;
  }

  byte[] record() {
    return record;
  }

  long line() {
    return line;
  }

  int marks() {
    return marks;
  }

  /** The rejects since the last call. */
  List<Reject> takeRejects() {
    List<Reject> taken = List.copyOf(rejects);
    rejects.clear();
    return taken;
  }

  Tally tally() {
    return new Tally(
        file.fileName(), row.read(), used, row.read() - used, row.sums(file.decimals()));
  }

  @Override
  public void close() throws IOException {
    row.close();
  }
}
