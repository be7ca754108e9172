package org.xinbao.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.xinbao.store.SafeFiles;

/** The winning part files of a run, in the order of their ranges of loans. */
record Parts(List<PartFiles> files) {

  Parts {
    files = List.copyOf(files);
  }

  /** Takes the lines of one kind, in order. */
  @FunctionalInterface
  interface LineTaker {
    void take(String line) throws IOException;
  }

  /** The existing part files of a kind. */
  List<Path> existing(PartKind kind) {
    return files.stream().map(each -> each.of(kind)).filter(Files::exists).toList();
  }

  /** The existing part files with records of one type. */
  List<Path> existing(RecordKey key) {
    return files.stream()
        .map(each -> each.records(key.bureau(), key.recordType()))
        .filter(Files::exists)
        .toList();
  }

  /** What the records of one type are about, in their order. */
  List<Path> subjects(RecordKey key) {
    return files.stream()
        .map(each -> each.subjects(key.bureau(), key.recordType()))
        .filter(Files::exists)
        .toList();
  }

  /** Reads all lines of a kind, one part after the other. */
  void lines(PartKind kind, LineTaker taker) throws IOException {
    try (PartLines<String> lines = new PartLines<>(existing(kind), line -> line)) {
      while (lines.hasNext()) {
        taker.take(lines.next());
      }
    }
  }

  /** Writes a header row and then the parts as they are. */
  void concatenate(PartKind kind, List<String> columns, Path target) throws IOException {
    try (FileChannel out = SafeFiles.createFile(target)) {
      byte[] header = (String.join(",", columns) + "\n").getBytes(StandardCharsets.UTF_8);
      out.write(java.nio.ByteBuffer.wrap(header));
      for (Path each : existing(kind)) {
        append(each, out);
      }
    }
  }

  private static void append(Path part, FileChannel out) throws IOException {
    try (FileChannel in = FileChannel.open(part, StandardOpenOption.READ)) {
      long size = in.size();
      long done = 0;
      while (done < size) {
        done += in.transferTo(done, size - done, out);
      }
    }
  }
}
