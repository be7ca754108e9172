package org.xinbao.bureau.metro2;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinbao.bureau.PartRecords;
import org.xinbao.bureau.SubmissionFile;

/** Writes the file of a night: header, the accounts' records, trailer. */
final class FileWriter {

  private static final int BUFFER = 1 << 17;

  /** Of this program's form of the file, not of a release. */
  private static final String VENDOR = "XINBAO";

  private final Metro2Conf conf;
  private final TrailerTotals totals = new TrailerTotals();
  private final byte[] end;
  private long records;
  private long balance;
  private long pastDue;

  FileWriter(Metro2Conf conf) {
    this.conf = conf;
    this.end = conf.lineEnd().text().getBytes(StandardCharsets.US_ASCII);
  }

  /** One file, or none when no part has a record. */
  List<SubmissionFile> write(int createdOn, int serial, List<Path> parts, Path folder)
      throws IOException {
    boolean empty = true;
    for (Path each : parts) {
      empty &= Files.size(each) == 0;
    }
    if (empty) {
      return List.of();
    }
    String name = FileName.of(createdOn, serial);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER)) {
      line(out, header(createdOn));
      PartRecords.forEach(parts, record -> account(out, record));
      line(out, totals.record());
    } catch (Unwritable e) {
      throw new IOException(
          "a header or trailer field cannot hold its value: " + e.getMessage(), e);
    }
    return List.of(
        new SubmissionFile(Metro2.NAME, Metro2.RECORD_TYPE, name, records, balance, pastDue));
  }

  private void account(OutputStream out, byte[] record) throws IOException {
    totals.add(record);
    records++;
    balance = Math.addExact(balance, number(record, "CURRENT_BALANCE"));
    pastDue = Math.addExact(pastDue, number(record, "AMOUNT_PAST_DUE"));
    line(out, record);
  }

  private void line(OutputStream out, byte[] record) throws IOException {
    out.write(record);
    out.write(end);
  }

  private static long number(byte[] record, String name) {
    Field field = Segment.BASE.field(name);
    long number = 0;
    for (int i = field.from() - 1; i < field.to(); i++) {
      number = number * 10 + (record[i] - '0');
    }
    return number;
  }

  /** The night's figures are those of the day before its file is made. */
  private byte[] header(int createdOn) throws Unwritable {
    Metro2Conf.Header header = conf.header();
    return new SegmentText(Segment.HEADER)
        .number("RDW", Segment.HEADER.length())
        .text("IDENTIFIER", Segment.HEADER.name())
        .text("INNOVIS_ID", header.innovisId())
        .text("EQUIFAX_ID", header.equifaxId())
        .text("EXPERIAN_ID", header.experianId())
        .text("TRANSUNION_ID", header.transUnionId())
        .day("ACTIVITY_DATE", createdOn - 1)
        .day("DATE_CREATED", createdOn)
        .text("REPORTER_NAME", header.name())
        .text("REPORTER_ADDRESS", header.address())
        .digits("REPORTER_TELEPHONE", header.telephone())
        .text("VENDOR_NAME", VENDOR)
        .bytes();
  }
}
