package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Day;

/** The records of one partition by bureau and type, and beside each what it is about. */
final class RecordFiles implements Closeable {

  private final PartFiles files;
  private final SortedMap<RecordKey, LineFile> records = new TreeMap<>();
  private final SortedMap<RecordKey, LineFile> subjects = new TreeMap<>();

  RecordFiles(PartFiles files) {
    this.files = files;
  }

  /**
   * One record.
   *
   * @param subject the loan, or what else the record is about; the records of one type come sorted
   *     by it
   * @param reportDate its RptDate (epoch day)
   */
  void add(RecordKey key, String subject, int reportDate, byte[] record) throws IOException {
    LineFile file = records.get(key);
    LineFile index = subjects.get(key);
    if (file == null || index == null) {
      file = new LineFile(files.records(key.bureau(), key.recordType()));
      index = new LineFile(files.subjects(key.bureau(), key.recordType()));
      records.put(key, file);
      subjects.put(key, index);
    }
    file.line(record);
    index.line(Tsv.line(subject, Day.format(reportDate)));
  }

  @Override
  public void close() throws IOException {
    for (LineFile each : records.values()) {
      each.close();
    }
    for (LineFile each : subjects.values()) {
      each.close();
    }
  }
}
