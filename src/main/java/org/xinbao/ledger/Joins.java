package org.xinbao.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings facilities and borrowers to the order of loans: (key, loan) pairs of {@code loans.csv} are
 * sorted by key, merged with the file in the order of its key, and the matches sorted by loan. Both
 * sorts are external, so memory does not grow with the number of loans.
 */
final class Joins {

  private static final Header MARKS = new Header(List.of("loan_id"));

  private final Map<ContractFile, SortedFile> files;
  private final Path folder;

  private final boolean wholeBorrowers;

  /**
   * Joins of an export's files.
   *
   * @param wholeBorrowers whether loans carry the row of their borrower, not only a mark
   */
  Joins(Map<ContractFile, SortedFile> files, boolean wholeBorrowers, Path folder) {
    this.files = files;
    this.wholeBorrowers = wholeBorrowers;
    this.folder = folder;
  }

  /** The joined files, by the file that they come from. */
  Map<ContractFile, SortedFile> all() throws IOException {
    Map<ContractFile, SortedFile> joined = new EnumMap<>(ContractFile.class);
    join(ContractFile.FACILITIES, "facility_id")
        .ifPresent(f -> joined.put(ContractFile.FACILITIES, f));
    join(ContractFile.BORROWERS, "customer_id")
        .ifPresent(f -> joined.put(ContractFile.BORROWERS, f));
    return joined;
  }

  private Optional<SortedFile> join(ContractFile file, String column) throws IOException {
    SortedFile facts = files.get(file);
    SortedFile loans = files.get(ContractFile.LOANS);
    if (facts == null || loans == null) {
      return Optional.empty();
    }
    Sorter.Sorted pairs = pairs(loans, file, column);
    boolean whole = wholeBorrowers || file == ContractFile.FACILITIES;
    Sorter byLoan = new Sorter(folder, file.fileName() + ".by-loan");
    try (FactReader reader = reader(file, facts);
        SpoolSource pair = new SpoolSource(pairs.file(), 0)) {
      boolean morePairs = pair.next();
      while (morePairs && reader.next()) {
        reader.takeRejects();
        if (!reader.isGood()) {
          continue;
        }
        byte[] key = reader.key();
        while (morePairs && pair.compareKey(key, key.length) < 0) {
          morePairs = pair.next();
        }
        while (morePairs && pair.keyEquals(key, key.length)) {
          int length = whole ? reader.record().length : 0;
          byLoan.add(
              pair.data,
              pair.start,
              pair.end,
              reader.line(),
              reader.marks(),
              reader.record(),
              0,
              length);
          morePairs = pair.next();
        }
      }
    }
    Files.delete(pairs.file());
    Header header = whole ? facts.header() : MARKS;
    KeyColumn key = new KeyColumn(0, KeyColumn.Form.ID);
    return Optional.of(SortedFile.of(file.fileName(), header, key, byLoan.finish()));
  }

  private Sorter.Sorted pairs(SortedFile loans, ContractFile file, String column)
      throws IOException {
    Sorter sorter = new Sorter(folder, file.fileName() + ".pairs");
    int position = loans.header().position(column);
    FieldSplitter fields = new FieldSplitter();
    try (RecordSource source = loans.open(new byte[0])) {
      while (source.next()) {
        fields.split(source);
        boolean usable =
            source.keyEnd > source.keyStart && fields.count == loans.header().columns().size();
        if (usable && fields.ends[position] - fields.starts[position] <= Limits.KEY_BYTES) {
          sorter.add(
              fields.data,
              fields.starts[position],
              fields.ends[position],
              source.line,
              0,
              source.keyData,
              source.keyStart,
              source.keyEnd);
        }
      }
    }
    return sorter.finish();
  }

  /** Reads all rows of a fact file in the order of its key. */
  static FactReader reader(ContractFile file, SortedFile sorted) throws IOException {
    Row row = new Row(sorted, new byte[0]);
    if (file == ContractFile.FACILITIES) {
      FacilityRows facilities = new FacilityRows(row);
      return new FactReader(file, row, facilities::read);
    }
    if (file == ContractFile.IDENTITIES) {
      IdentityRows identities = new IdentityRows(row);
      return new FactReader(file, row, identities::read);
    }
    if (file == ContractFile.CALENDAR) {
      CalendarRows days = new CalendarRows(row);
      return new FactReader(file, row, days::readFree);
    }
    BorrowerRows borrowers = new BorrowerRows(row);
    return new FactReader(file, row, borrowers::read);
  }
}
