package org.xinbao.job;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lines of part files one after the other, as values; memory does not grow with their number.
 */
final class PartLines<T> implements Iterator<T>, Closeable {

  private final Iterator<Path> files;
  private final Function<String, T> parse;
  private BufferedReader reader = new BufferedReader(java.io.Reader.nullReader());
  private Optional<T> head;

  PartLines(List<Path> files, Function<String, T> parse) throws IOException {
    this.files = files.iterator();
    this.parse = parse;
    this.head = read();
  }

  @Override
  public boolean hasNext() {
    return head.isPresent();
  }

  @Override
  public T next() {
    T value = head.orElseThrow(NoSuchElementException::new);
    try {
      head = read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private Optional<T> read() throws IOException {
    String line = reader.readLine();
    while (line == null && files.hasNext()) {
      reader.close();
      reader = Files.newBufferedReader(files.next(), StandardCharsets.UTF_8);
      line = reader.readLine();
    }
    return Optional.ofNullable(line).map(parse);
  }
}
