package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.SubmissionFile;

/**
 * Writes submission files from part files: header, then the records, at most {@value #RECORDS_MAX}
 * a file.
 *
 * <p>A CRLF stands between header and body and between records, and nowhere else: the last record
 * ends the file (reference section 1.3, rule F0000502). The header's number of records is known
 * only at the end and is then written over its place; the header's length is fixed.
 */
final class SubmissionWriter {

  /** Records in one file; quoted by one implementation as the bureau's limit. */
  static final int RECORDS_MAX = 1_000_000;

  private static final byte[] CRLF = {'\r', '\n'};
  private static final int BUFFER = 1 << 18;
  private static final byte[] BALANCE = "<AcctBal>".getBytes(US_ASCII);
  private static final byte[] OVERDUE = "<TotOverd>".getBytes(US_ASCII);

  private final BureauSettings settings;
  private final int createdOn;
  private final String recordType;
  private final Path folder;
  private final int recordsMax;

  /** Only 210 tells the balance of an account; a correction tells one again. */
  private final boolean summed;

  private final List<SubmissionFile> files = new ArrayList<>();

  private int serial;
  private @Nullable OutputStream out;
  private String name = "";
  private long records;
  private long balance;
  private long overdue;

  SubmissionWriter(BureauSettings settings, int createdOn, String recordType, Path folder) {
    this(settings, createdOn, recordType, folder, RECORDS_MAX);
  }

  SubmissionWriter(
      BureauSettings settings, int createdOn, String recordType, Path folder, int recordsMax) {
    this.settings = settings;
    this.createdOn = createdOn;
    this.recordType = recordType;
    this.folder = folder;
    this.recordsMax = recordsMax;
    this.summed = recordType.equals(Pboc.RECORD_TYPE);
  }

  /**
   * Writes the records of the parts in their order; a part holds one record a line, ended by LF.
   */
  List<SubmissionFile> write(int firstSerial, List<Path> parts) throws IOException {
    serial = firstSerial;
    try {
      for (Path part : parts) {
        try (InputStream in = Files.newInputStream(part)) {
          copy(in);
        }
      }
      finish();
    } finally {
      if (out != null) {
        out.close();
      }
    }
    return List.copyOf(files);
  }

  private void copy(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int filled = 0;
    for (int read = in.read(buffer, 0, buffer.length); read >= 0; ) {
      filled += read;
      int start = 0;
      for (int i = filled - read; i < filled; i++) {
        if (buffer[i] == '\n') {
          record(buffer, start, i);
          start = i + 1;
        }
      }
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, filled * 2);
      }
      read = in.read(buffer, filled, buffer.length - filled);
    }
    if (filled > 0) {
      throw new IOException("a part file does not end with a line end; run the date again");
    }
  }

  private void record(byte[] bytes, int from, int to) throws IOException {
    if (records == recordsMax) {
      finish();
    }
    OutputStream file = out;
    if (file == null) {
      file = begin();
    }
    file.write(CRLF);
    file.write(bytes, from, to - from);
    records++;
    if (summed) {
      balance = Math.addExact(balance, amount(bytes, from, to, BALANCE));
      overdue = Math.addExact(overdue, amount(bytes, from, to, OVERDUE));
    }
  }

  private OutputStream begin() throws IOException {
    if (serial > SubmissionName.SERIAL_MAX) {
      throw new IOException("more than 999 files of one record type and creation date");
    }
    name = new SubmissionName(settings.providerCode(), createdOn, recordType, serial++).text();
    OutputStream file =
        new BufferedOutputStream(
            Files.newOutputStream(
                folder.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            BUFFER);
    file.write(header(0));
    out = file;
    return file;
  }

  private void finish() throws IOException {
    if (out == null) {
      return;
    }
    out.close();
    out = null;
    try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
      ByteBuffer header = ByteBuffer.wrap(header(records));
      while (header.hasRemaining()) {
        channel.write(header, header.position());
      }
    }
    files.add(new SubmissionFile("pboc", recordType, name, records, balance, overdue));
    records = 0;
    balance = 0;
    overdue = 0;
  }

  private byte[] header(long count) {
    return SubmissionHeader.bytes(
        recordType, settings.providerCode(), createdOn, settings.reportTime(), count);
  }

  /** The amount after the tag, 0 when the record does not have it. */
  private static long amount(byte[] bytes, int from, int to, byte[] tag) {
    for (int i = from; i <= to - tag.length; i++) {
      if (bytes[i] == '<'
          && bytes[i + 1] == tag[1]
          && bytes[i + 2] == tag[2]
          && startsWith(bytes, i, tag)) {
        long amount = 0;
        for (int at = i + tag.length; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
          amount = amount * 10 + (bytes[at] - '0');
        }
        return amount;
      }
    }
    return 0;
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] tag) {
    return Arrays.equals(bytes, at, at + tag.length, tag, 0, tag.length);
  }
}
