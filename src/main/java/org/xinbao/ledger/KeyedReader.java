package org.xinbao.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a sorted file says under the keys of a range, one key after the other: the second pass reads
 * several such files along. For one thread.
 *
 * @param <T> what a row is read as
 */
public final class KeyedReader<T> implements Closeable {

  private final RecordSource source;
  private final byte[] to;
  private final boolean unique;
  private final Supplier<Optional<T>> read;
  private boolean present;

  private KeyedReader(
      RecordSource source,
      LoanRange range,
      boolean unique,
      boolean present,
      Supplier<Optional<T>> read) {
    this.source = source;
    this.to = range.to();
    this.unique = unique;
    this.read = read;
    this.present = present;
  }

  /**
   * Reads rows; one that has problems is left out, pass 1 has listed it, and so are all rows of a
   * key that may have only one and has several.
   */
  static <T> KeyedReader<T> ofRows(
      SortedFile file,
      LoanRange range,
      boolean unique,
      Function<Row, Supplier<Optional<T>>> readerOf)
      throws IOException {
    Row row = new Row(file, range.from());
    return new KeyedReader<>(row.source(), range, unique, row.isPresent(), readerOf.apply(row));
  }

  /** Reads the records of a spool file as text. */
  static KeyedReader<String> ofLines(SortedFile file, LoanRange range) throws IOException {
    RecordSource source = file.open(range.from());
    boolean present = source.next();
    while (present && source.compareKey(range.from(), range.from().length) < 0) {
      present = source.next();
    }
    return new KeyedReader<>(
        source,
        range,
        false,
        present,
        () ->
            Optional.of(
                new String(
                    source.data, source.start, source.end - source.start, StandardCharsets.UTF_8)));
  }

  /** A file without rows, or one that the export does not have. */
  public static <T> KeyedReader<T> none() {
    return new KeyedReader<>(new NoRecords(), LoanRange.ALL, false, false, Optional::empty);
  }

  /** The next key of the range; empty after the last one. */
  public Optional<String> nextKey() {
    boolean more =
        present
            && (to.length == 0
                || Arrays.compareUnsigned(
                        source.keyData, source.keyStart, source.keyEnd, to, 0, to.length)
                    < 0);
    return more ? Optional.of(new String(source.key(), StandardCharsets.UTF_8)) : Optional.empty();
  }

  /**
   * All that is said under a key, which must not come after the next one; in the order of the file.
   *
   * @param most what is beyond so many is left out
   */
  public List<T> take(String key, int most) throws IOException {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    List<T> taken = new ArrayList<>(1);
    long rows = 0;
    while (present && source.keyEquals(bytes, bytes.length)) {
      if (taken.size() < most) {
        read.get().ifPresent(taken::add);
      }
      rows++;
      present = source.next();
    }
    return unique && rows > 1 ? List.of() : taken;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private static final class NoRecords extends RecordSource {
    @Override
    boolean next() {
      return false;
    }

    @Override
    public void close() {}
  }
}
