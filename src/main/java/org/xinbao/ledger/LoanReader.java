package org.xinbao.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the loans of one range, merging the files of the export by {@code loan_id}: groups come in
 * ascending order of unsigned UTF-8 bytes of the id.
 *
 * <p>Rows without a usable loan id come first, under the empty id, some at a time. Not for use by
 * more than one thread.
 */
public final class LoanReader implements Closeable {

  private final List<Input> inputs;
  private final byte[] to;
  private final GroupRows group = new GroupRows();
  private final GroupRows aside = new GroupRows();
  private final GroupBuilder builder;
  private final FactRejects facts;
  private final FileCounts used = new FileCounts();
  private byte[] key = new byte[Limits.KEY_BYTES];
  private int keyLength;
  private boolean finished;

  /** One file and how its rows are read; a joined one holds no rows of the export of its own. */
  record Input(ContractFile file, Row row, RowReader reader, boolean joined) {}

  LoanReader(LoanRange range, List<Input> inputs, FactRejects facts, int businessDate) {
    this.inputs = List.copyOf(inputs);
    this.to = range.to();
    this.builder = new GroupBuilder(businessDate);
    this.facts = facts;
  }

  /**
   * The next group; empty after the last one.
   *
   * @throws IOException when a file cannot be read, or has changed since the export was opened
   */
  public Optional<LoanGroup> next() throws IOException {
    List<Reject> factRejects = facts.next();
    if (!factRejects.isEmpty()) {
      return Optional.of(
          new RowsWithoutLoan("", factRejects, List.of(), List.of(), SideLines.NONE));
    }
    if (!findSmallestKey()) {
      finished = true;
      return Optional.empty();
    }
    group.clear(new String(key, 0, keyLength, StandardCharsets.US_ASCII));
    for (Input input : inputs) {
      gather(input);
    }
    LoanGroup result = builder.build(group);
    count(result instanceof ExportedLoan);
    return Optional.of(result);
  }

  private boolean findSmallestKey() {
    boolean any = false;
    for (Input input : inputs) {
      if (!input.row().isPresent()) {
        continue;
      }
      RecordSource source = input.row().source();
      if (!any || source.compareKey(key, keyLength) < 0) {
        keyLength = source.keyEnd - source.keyStart;
        System.arraycopy(source.keyData, source.keyStart, key, 0, keyLength);
        any = true;
      }
    }
    return any
        && (to.length == 0 || Arrays.compareUnsigned(key, 0, keyLength, to, 0, to.length) < 0);
  }

  private void gather(Input input) throws IOException {
    Row row = input.row();
    boolean unknown = group.loanLines.isEmpty() && needsLoan(input);
    while (row.isPresent() && row.source().keyEquals(key, keyLength)) {
      if (keyLength == 0 && group.rejects.size() >= Limits.REJECTS_AT_A_TIME) {
        return;
      }
      boolean kept = keyLength == 0 || group.countRow();
      if (unknown || !kept) {
        aside.clear(group.loanId());
        input.reader().read(row, aside);
      } else {
        input.reader().read(row, group);
      }
      if (unknown && kept) {
        rejectUnknown(row);
      }
      row.next();
    }
    if (keyLength == 0) {
      // A row without an id is no loan.
      group.loanLines.clear();
    }
  }

  private boolean needsLoan(Input input) {
    return keyLength > 0
        && !input.joined()
        && input.file() != ContractFile.LOANS
        && input.file() != ContractFile.NOTICES
        && input.file() != ContractFile.DECISIONS;
  }

  private void rejectUnknown(Row row) {
    if (row.problems().isEmpty()) {
      row.problem(
          row.position("loan_id"), RejectCode.UNKNOWN_LOAN, RejectCode.UNKNOWN_LOAN.sentence());
    }
    group.rejectRow(row.problems());
  }

  private void count(boolean exported) {
    for (ContractFile file : ContractFile.values()) {
      if (exported || file == ContractFile.NOTICES || file == ContractFile.DECISIONS) {
        used.add(file, group.good.get(file));
      }
    }
  }

  /**
   * What was read, by file, in the order of the contract; the rows of {@code facilities.csv} and
   * {@code borrowers.csv} count in the range that begins at the beginning.
   *
   * @throws IllegalStateException before the last group
   */
  public List<Tally> tallies() {
    if (!finished) {
      throw new IllegalStateException("a range is tallied when it has been read to its end");
    }
    List<Tally> tallies = new ArrayList<>();
    for (Input input : inputs) {
      if (!input.joined()) {
        Row row = input.row();
        long good = used.get(input.file());
        tallies.add(
            new Tally(
                row.fileName(),
                row.read(),
                good,
                row.read() - good,
                row.sums(input.file().decimals())));
      }
    }
    tallies.addAll(facts.tallies());
    return tallies;
  }

  @Override
  public void close() throws IOException {
    for (Input input : inputs) {
      input.row().close();
    }
    facts.close();
  }
}
