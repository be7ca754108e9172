package org.xinbao.bureau.zhima;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinbao.bureau.JsonRecord;
import org.xinbao.bureau.PartRecords;
import org.xinbao.bureau.SubmissionFile;

/**
 * Writes feedback files from part files, each with its request parameters beside it.
 *
 * <p>The file is one JSON object: the bureau's fixed opening on a line of its own, then one record
 * a line, divided by commas, then the closing brackets on the last line.
 */
final class FeedbackWriter {

  private static final byte[] OPENING = "{\"records\": [\n".getBytes(UTF_8);
  private static final byte[] BETWEEN = ",\n".getBytes(UTF_8);
  private static final byte[] CLOSING = "\n]}\n".getBytes(UTF_8);
  private static final byte[] CREATE_AMT = "\"create_amt\":\"".getBytes(UTF_8);
  private static final byte[] OVERDUE_AMT = "\"overdue_amt\":\"".getBytes(UTF_8);
  private static final int BUFFER = 1 << 17;

  private final ZhimaConf conf;
  private final int createdOn;
  private final Path folder;
  private final List<SubmissionFile> files = new ArrayList<>();

  private int serial;
  private @Nullable OutputStream out;
  private FeedbackName name = new FeedbackName(0, 0);
  private long bytes;
  private long records;
  private long created;
  private long overdue;

  FeedbackWriter(ZhimaConf conf, int createdOn, Path folder) {
    this.conf = conf;
    this.createdOn = createdOn;
    this.folder = folder;
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
    long more = BETWEEN.length + (long) record.length;
    if (out != null && bytes + more + CLOSING.length > conf.fileLimit()) {
      finish();
    }
    OutputStream file = out;
    if (file == null) {
      file = begin();
    }
    if (records > 0) {
      file.write(BETWEEN);
    }
    file.write(record);
    bytes += more;
    records++;
    created = Math.addExact(created, amount(record, CREATE_AMT));
    overdue = Math.addExact(overdue, amount(record, OVERDUE_AMT));
  }

  private OutputStream begin() throws IOException {
    if (serial > FeedbackName.SERIAL_MAX) {
      throw new IOException("more than 9,999 feedback files of one day");
    }
    name = new FeedbackName(createdOn, serial++);
    OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name.text())), BUFFER);
    file.write(OPENING);
    bytes = OPENING.length;
    out = file;
    return file;
  }

  private void finish() throws IOException {
    OutputStream file = out;
    if (file == null) {
      return;
    }
    file.write(CLOSING);
    file.close();
    out = null;
    Files.write(folder.resolve(name.request()), request());
    files.add(
        new SubmissionFile(Zhima.NAME, Zhima.RECORD_TYPE, name.text(), records, created, overdue));
    records = 0;
    created = 0;
    overdue = 0;
  }

  /** The parameters of the upload, all of them strings (section 3 of the reference). */
  private byte[] request() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("file", name.text());
    parameters.put("file_charset", "UTF-8");
    if (conf.api() == ZhimaConf.Api.BATCH_FEEDBACK) {
      parameters.put("file_type", "json_data");
    } else {
      parameters.put("scene_code", conf.sceneCode());
      parameters.put("linked_merchant_id", conf.otherwise().linkedMerchantId());
    }
    parameters.put("columns", conf.template().columnList());
    parameters.put("primary_key_columns", conf.template().key());
    parameters.put("records", String.valueOf(records));
    JsonRecord json = new JsonRecord();
    parameters.forEach(json::text);
    return (new String(json.bytes(), UTF_8) + "\n").getBytes(UTF_8);
  }

  /** The amount after a name in cents, 0 when it is blank; ours have two decimals or are 0. */
  private static long amount(byte[] record, byte[] tag) {
    for (int i = 0; i <= record.length - tag.length; i++) {
      if (record[i] == '"' && Arrays.equals(record, i, i + tag.length, tag, 0, tag.length)) {
        long cents = 0;
        int at = i + tag.length;
        for (; record[at] != '"'; at++) {
          if (record[at] != '.') {
            cents = cents * 10 + (record[at] - '0');
          }
        }
        return cents;
      }
    }
    return 0;
  }
}
