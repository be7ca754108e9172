package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSplitterTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  /** In text and records: ~ is LF, ^ is CR, ' is a quote; records are separated by |. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '$',
      value = {
        "a,b~c,d~; a,b|c,d; 1 2",
        "a,b^~c,d^~; a,b|c,d; 1 2",
        "a,b~c,d; a,b|c,d; 1 2",
        "a,b~~^~c,d~; a,b|c,d; 1 4",
        "'a,b'~c~; 'a,b'|c; 1 2",
        "'a~b',c~d~; 'a~b',c|d; 1 3",
        "'a''~',b~c~; 'a''~',b|c; 1 3",
        "'','',~x~; '','',|x; 1 2",
        "'a'^~b^~; 'a'|b; 1 2"
      })
  void recordsEndAtLineEndsOutsideOfQuotes(String text, String records, String lines) {
    TestRecords found = TestRecords.of(plain(text).getBytes(StandardCharsets.UTF_8));
    assertThat(String.join("|", found.records())).isEqualTo(plain(records));
    assertThat(found.lines().stream().map(String::valueOf).toList())
        .containsExactly(lines.split(" ", -1));
    assertThat(found.malformed()).doesNotContain(true);
  }

  /** The malformed record is the one line; the others are read as if it were not there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '$',
      value = {
        "a,b'c,d~x,y~; 1; 2",
        "'a'b,c~x,y~; 1; 2",
        "a, 'b'~x,y~; 1; 2",
        "x,y~a,'b~; 2; 2",
        "x,y~a,'b; 2; 2",
        "a,'b~x,y~; 1; 2",
        "a,b'; 1; 1"
      })
  void strayQuoteCostsOneLine(String text, long line, int records) {
    TestRecords found = TestRecords.of(plain(text).getBytes(StandardCharsets.UTF_8));
    assertThat(found.count()).isEqualTo(records);
    for (int i = 0; i < records; i++) {
      assertThat(found.malformed().get(i)).isEqualTo(found.lines().get(i) == line);
    }
  }

  private static String plain(String text) {
    return text.replace('~', '\n').replace('^', '\r').replace('\'', '"');
  }

  @Test
  void quotedFieldOfTooManyLinesIsAStrayQuote() {
    String atLimit = "\"" + "a\n".repeat(Limits.RECORD_LINES - 1) + "\",b\nc,d\n";
    TestRecords good = TestRecords.of(atLimit.getBytes(StandardCharsets.UTF_8));
    assertThat(good.count()).isEqualTo(2);
    assertThat(good.malformed()).doesNotContain(true);
    String beyond = "\"" + "a\n".repeat(Limits.RECORD_LINES) + "\",b\nc,d\n";
    TestRecords bad = TestRecords.of(beyond.getBytes(StandardCharsets.UTF_8));
    // The first line, 49 lines a, the line ",b (a stray quote again) and c,d.
    assertThat(bad.count()).isEqualTo(Limits.RECORD_LINES + 2);
    assertThat(bad.malformed().get(0)).isTrue();
    assertThat(bad.malformed().get(bad.count() - 1)).isFalse();
  }

  @Test
  void recordOfTooManyBytesIsMalformedAndTheNextIsRead() throws Exception {
    for (int length :
        new int[] {
          Limits.RECORD_BYTES,
          Limits.RECORD_BYTES + 1,
          Limits.READ_BUFFER,
          Limits.SCAN_BUFFER + 5,
          3 * Limits.SCAN_BUFFER
        }) {
      Path file = temp.resolve("long");
      Files.writeString(file, "h,i\n" + "x".repeat(length) + "\nc,d\n");
      try (TextSource source = TextSource.from(file, 0, 1, KeyColumn.NONE)) {
        assertThat(source.next()).isTrue();
        assertThat(source.next()).isTrue();
        assertThat(source.malformed).as("%d bytes", length).isEqualTo(length > Limits.RECORD_BYTES);
        assertThat(source.next()).isTrue();
        assertThat(source.line).isEqualTo(3);
        assertThat(source.end - source.start).isEqualTo(3);
        assertThat(source.next()).isFalse();
      }
    }
  }

  /** The fast way for records without a quote gives what OpenCSV gives. */
  @Test
  void recordsWithoutQuoteAreSplitAsOpenCsvDoes() throws Exception {
    Random random = TestSeed.random(1);
    var parser = new RFC4180ParserBuilder().build();
    FieldSplitter fields = new FieldSplitter();
    for (int i = 0; i < 20_000; i++) {
      String record = randomText(random, "ab,, \t;'\\\u00e9测\ud83d\ude00\u0001\r=", 30);
      if (record.isEmpty()) {
        continue;
      }
      String[] expected = parser.parseLine(record);
      fields.split(memory(record, false));
      assertThat(texts(fields))
          .as("seed %d, record %d", TestSeed.SEED, i)
          .containsExactly(expected);
    }
  }

  /** Whole files of well-formed records: the same fields as OpenCSV's reader, quotes included. */
  @Test
  void wellFormedFilesAreReadAsOpenCsvDoes() throws Exception {
    Random random = TestSeed.random(2);
    for (int i = 0; i < 1_000; i++) {
      String text = randomFile(random);
      List<List<String>> expected = new ArrayList<>();
      try (CSVReader reader =
          new CSVReaderBuilder(new StringReader(text))
              .withCSVParser(new RFC4180ParserBuilder().build())
              .build()) {
        for (String[] row : reader) {
          expected.add(Arrays.asList(row));
        }
      }
      assertThat(read(text)).as("seed %d, file %d", TestSeed.SEED, i).isEqualTo(expected);
    }
  }

  private List<List<String>> read(String text) throws Exception {
    Path file = Files.writeString(temp.resolve("file"), text);
    List<List<String>> rows = new ArrayList<>();
    FieldSplitter fields = new FieldSplitter();
    try (TextSource source = TextSource.from(file, 0, 1, KeyColumn.NONE)) {
      while (source.next()) {
        fields.split(source);
        rows.add(texts(fields));
      }
    }
    return rows;
  }

  /** The key found in the raw bytes is the field that OpenCSV gives. */
  @Test
  void keyIsFoundWithoutDecoding() throws Exception {
    Random random = TestSeed.random(3);
    for (int i = 0; i < 3_000; i++) {
      String text = randomFile(random);
      int position = random.nextInt(4);
      Path file = Files.writeString(temp.resolve("file"), text);
      FieldSplitter fields = new FieldSplitter();
      KeyColumn column = new KeyColumn(position, KeyColumn.Form.ID);
      try (TextSource source = TextSource.from(file, 0, 1, column)) {
        while (source.next()) {
          fields.split(source);
          String field = position < fields.count ? fields.text(position) : "";
          String expected = field.matches("[0-9A-Za-z]{1,46}") ? field : "";
          assertThat(new String(source.key(), StandardCharsets.UTF_8))
              .as("seed %d, file %d", TestSeed.SEED, i)
              .isEqualTo(expected);
        }
      }
    }
  }

  private static String randomFile(Random random) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder out = new StringBuilder();
    int rows = 1 + random.nextInt(6);
    for (int i = 0; i < rows; i++) {
      List<String> fields = new ArrayList<>();
      int count = 2 + random.nextInt(3);
      for (int j = 0; j < count; j++) {
        boolean quoted = random.nextInt(3) == 0;
        String field = randomText(random, quoted ? "aB1,\"\n 测" : "aB1 测", 5);
        fields.add(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
      }
      out.append(String.join(",", fields));
      out.append(i < rows - 1 || random.nextBoolean() ? end : "");
    }
    return out.toString();
  }

  private static String randomText(Random random, String alphabet, int max) {
    int[] letters = alphabet.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    int length = random.nextInt(max + 1);
    for (int i = 0; i < length; i++) {
      out.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return out.toString();
  }

  private static List<String> texts(FieldSplitter fields) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < fields.count; i++) {
      texts.add(fields.text(i));
    }
    return texts;
  }

  private static RecordSource memory(String record, boolean quoted) {
    RecordSource source =
        new RecordSource() {
          @Override
          boolean next() {
            return false;
          }

          @Override
          public void close() {}
        };
    source.data = record.getBytes(StandardCharsets.UTF_8);
    source.end = source.data.length;
    source.quoted = quoted;
    return source;
  }

  @Test
  void scanGivesHashRowsAndOrder() throws Exception {
    Path file = temp.resolve("contacts.csv");
    Files.writeString(
        file, "\uFEFFloan_id,contacted_at,channel,connected\r\n\r\nA,1,2,3\r\nB,1,2,3");
    FileScan scan = FileScan.of(file, "contacts.csv", Optional.of(ContractFile.CONTACTS));
    assertThat(scan.rows()).isEqualTo(2);
    assertThat(scan.header().columns())
        .containsExactly("loan_id", "contacted_at", "channel", "connected");
    assertThat(scan.index().entry(0).line()).isEqualTo(2);
  }
}
