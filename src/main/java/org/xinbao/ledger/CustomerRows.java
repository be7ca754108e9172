package org.xinbao.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The good rows of {@code borrowers.csv} and {@code identities.csv} in the order of {@link
 * CustomerKey}, readable by many partitions at once.
 */
public final class CustomerRows {

  private final Optional<SortedFile> borrowers;
  private final Optional<SortedFile> identities;

  private CustomerRows(Optional<SortedFile> borrowers, Optional<SortedFile> identities) {
    this.borrowers = borrowers;
    this.identities = identities;
  }

  static CustomerRows sort(Map<ContractFile, SortedFile> files, Path folder) throws IOException {
    return new CustomerRows(
        sort(files, ContractFile.BORROWERS, folder), sort(files, ContractFile.IDENTITIES, folder));
  }

  private static Optional<SortedFile> sort(
      Map<ContractFile, SortedFile> files, ContractFile file, Path folder) throws IOException {
    SortedFile byId = files.get(file);
    if (byId == null) {
      return Optional.empty();
    }
    Sorter sorter = new Sorter(folder, file.fileName() + ".by-customer");
    try (FactReader reader = Joins.reader(file, byId)) {
      while (reader.next()) {
        reader.takeRejects();
        if (reader.isGood()) {
          byte[] key = CustomerKey.of(reader.key()).getBytes(StandardCharsets.US_ASCII);
          byte[] record = reader.record();
          sorter.add(key, 0, key.length, reader.line(), reader.marks(), record, 0, record.length);
        }
      }
    }
    KeyColumn key = new KeyColumn(0, KeyColumn.Form.ID);
    return Optional.of(SortedFile.of(file.fileName(), byId.header(), key, sorter.finish()));
  }

  /** Opens what another process has sorted and shares. */
  public static CustomerRows openShared(Path shared) throws IOException {
    Map<String, SortedFile> files = SharedFiles.read(shared);
    return new CustomerRows(
        Optional.ofNullable(files.get(ContractFile.BORROWERS.name())),
        Optional.ofNullable(files.get(ContractFile.IDENTITIES.name())));
  }

  /** What another process needs to read them; good while the export is open. */
  public byte[] toShare() {
    Map<String, SortedFile> files = new LinkedHashMap<>();
    borrowers.ifPresent(each -> files.put(ContractFile.BORROWERS.name(), each));
    identities.ifPresent(each -> files.put(ContractFile.IDENTITIES.name(), each));
    return SharedFiles.write(files);
  }

  /** The borrowers of a range of keys; none when the export has no such file. */
  public KeyedReader<BorrowerRow> borrowers(LoanRange range) throws IOException {
    if (borrowers.isEmpty()) {
      return KeyedReader.none();
    }
    return KeyedReader.ofRows(
        borrowers.get(),
        range,
        false,
        row -> {
          BorrowerRows rows = new BorrowerRows(row);
          return () -> rows.read(row);
        });
  }

  /** The identities of a range of keys, by line; none when the export has no such file. */
  public KeyedReader<IdentityRow> identities(LoanRange range) throws IOException {
    if (identities.isEmpty()) {
      return KeyedReader.none();
    }
    return KeyedReader.ofRows(
        identities.get(),
        range,
        false,
        row -> {
          IdentityRows rows = new IdentityRows(row);
          return () -> rows.read(row);
        });
  }
}
