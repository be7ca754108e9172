package org.xinbao.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The records of a file, found by {@link RecordSplitter} in memory. */
record TestRecords(List<String> records, List<Long> lines, List<Boolean> malformed) {

  static TestRecords of(byte[] content) {
    RecordSplitter splitter = new RecordSplitter();
    TestRecords found = new TestRecords(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int at = 0;
    long line = 1;
    while (at < content.length) {
      splitter.split(content, at, content.length);
      if (splitter.end > at) {
        found.records.add(new String(content, at, splitter.end - at, StandardCharsets.UTF_8));
        found.lines.add(line);
        found.malformed.add(splitter.malformed);
      }
      line += splitter.lines;
      at = splitter.next;
      while (splitter.oversize && at < content.length && content[at - 1] != '\n') {
        at++;
      }
    }
    return found;
  }

  int count() {
    return records.size();
  }
}
