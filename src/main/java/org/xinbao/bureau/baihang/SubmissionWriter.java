package org.xinbao.bureau.baihang;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.xinbao.bureau.PartRecords;
import org.xinbao.bureau.SubmissionFile;

/**
 * Writes the files of one record type from part files: the tag line, then one record a line, every
 * line ended by CRLF; beside each its archive with the same base name, which is what the bureau
 * encrypts and takes.
 */
final class SubmissionWriter {

  private static final byte[] END = "\r\n".getBytes(UTF_8);
  private static final int BUFFER = 1 << 17;

  /**
   * The same for ever, whatever the clock says; a month after the first time that an archive can
   * carry, which would be written with the time zone of the machine besides.
   */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final BaihangConf conf;
  private final RecordType type;
  private final int createdOn;
  private final Path folder;
  private final byte[] balanceMark;
  private final byte[] overdueMark;
  private final List<SubmissionFile> files = new ArrayList<>();

  private int serial;
  private @Nullable OutputStream out;
  private FileName name;
  private long records;
  private long balance;
  private long overdue;

  SubmissionWriter(BaihangConf conf, RecordType type, int createdOn, Path folder) {
    this.conf = conf;
    this.type = type;
    this.createdOn = createdOn;
    this.folder = folder;
    this.name = new FileName(conf.company(), type, createdOn, 1);
    this.balanceMark = ("\"" + type.balance() + "\":").getBytes(UTF_8);
    this.overdueMark = ("\"" + type.overdue() + "\":").getBytes(UTF_8);
  }

  List<SubmissionFile> write(int firstSerial, List<Path> parts) throws IOException {
    serial = firstSerial;
    try {
      PartRecords.forEach(parts, this::record);
      finish();
    } finally {
      if (out != null) {
        out.close();
      }
    }
    return List.copyOf(files);
  }

  private void record(byte[] record) throws IOException {
    if (out != null && records == conf.fileRecords()) {
      finish();
    }
    OutputStream file = out;
    if (file == null) {
      file = begin();
    }
    file.write(record);
    file.write(END);
    records++;
    balance = Math.addExact(balance, amount(record, balanceMark));
    overdue = Math.addExact(overdue, type.overdue().isEmpty() ? 0 : amount(record, overdueMark));
  }

  private OutputStream begin() throws IOException {
    if (serial > FileName.SERIAL_MAX) {
      throw new IOException("more than 9,999 files of one record type and day");
    }
    name = new FileName(conf.company(), type, createdOn, serial++);
    OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name.text())), BUFFER);
    file.write(type.tag().getBytes(UTF_8));
    file.write(END);
    out = file;
    return file;
  }

  private void finish() throws IOException {
    OutputStream file = out;
    if (file == null) {
      return;
    }
    file.close();
    out = null;
    archive();
    files.add(
        new SubmissionFile(Baihang.NAME, type.name(), name.text(), records, balance, overdue));
    records = 0;
    balance = 0;
    overdue = 0;
  }

  private void archive() throws IOException {
    Path path = folder.resolve(name.base() + FileName.ARCHIVE);
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER), UTF_8)) {
      ZipEntry entry = new ZipEntry(name.text());
      entry.setTimeLocal(ENTRY_TIME);
      zip.putNextEntry(entry);
      Files.copy(folder.resolve(name.text()), zip);
      zip.closeEntry();
    }
  }

  /** The amount after a name in cents, 0 when it is null; ours have two decimals. */
  private static long amount(byte[] record, byte[] mark) {
    for (int i = 0; i <= record.length - mark.length; i++) {
      if (record[i] == '"' && Arrays.equals(record, i, i + mark.length, mark, 0, mark.length)) {
        long cents = 0;
        for (int at = i + mark.length; record[at] != ',' && record[at] != '}'; at++) {
          if (record[at] >= '0' && record[at] <= '9') {
            cents = cents * 10 + (record[at] - '0');
          }
        }
        return cents;
      }
    }
    return 0;
  }
}
