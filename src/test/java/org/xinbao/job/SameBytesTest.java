package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.generate.GeneratorSettings.RowOrder;

/**
 * The same input gives the same bytes, whatever the machine does (contract section 4); another
 * order of rows changes only what rulings 11 lists.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesTest {

  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT = "2026-11-30";
  private static final List<String> SAMPLE = List.of("2026-10-30", MONTH_END, NEXT);
  private static final long LOANS = 3_000;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** Sizes of files that show hashes, which compress differently. */
  private static final Pattern BYTES = Pattern.compile("\"bytes\" : [0-9]+");

  private final Path folder;
  private final SortedMap<String, String> sample;
  private final SortedMap<String, String> book;

  SameBytesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Books.write(LOANS, MONTH_END, folder.resolve("book"));
    sample =
        sampleNights(Nights.in(folder.resolve("first"), "--threads", "1", "--partitions", "1"));
    book =
        bookNight(
            Nights.in(folder.resolve("first-book"), "--threads", "1", "--partitions", "1"), "book");
  }

  @ParameterizedTest
  @CsvSource({"2, 7", "2, 64", "1, 3"})
  void threadsAndPartitionsChangeNothing(String threads, String partitions) throws IOException {
    String[] options = {"--threads", threads, "--partitions", partitions};
    Path own = folder.resolve("threads-" + threads + "-" + partitions);
    assertThat(sampleNights(Nights.in(own.resolve("sample"), options))).isEqualTo(sample);
    assertThat(bookNight(Nights.in(own.resolve("book"), options), "book")).isEqualTo(book);
  }

  /** Another second, another zone (in which it is another day) and another language. */
  @Test
  void clockZoneAndLanguageOfTheMachineChangeNothing() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(sampleNights(Nights.in(folder.resolve("kiritimati")))).isEqualTo(sample);
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
      Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
      assertThat(bookNight(Nights.in(folder.resolve("pago")), "book")).isEqualTo(book);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  /** A date alone would not show within one day of the clock. */
  @Test
  void theWorkbooksPropertiesDoNotTellToday() throws IOException {
    Path reports = folder.resolve("first/out").resolve(MONTH_END).resolve("reports");
    SortedMap<String, String> parts = parts(reports.resolve("management-" + MONTH_END + ".xlsx"));
    for (Map.Entry<String, String> each : parts.entrySet()) {
      if (each.getKey().startsWith("docProps")) {
        assertThat(each.getValue())
            .doesNotContain(LocalDate.now(java.time.ZoneId.of("UTC")).toString());
      }
    }
    assertThat(parts.keySet()).anyMatch(each -> each.startsWith("docProps"));
  }

  @Test
  void anotherOrderOfTheSamplesRowsChangesOnlyHashes() throws IOException {
    Nights nights = Nights.in(folder.resolve("shuffled"), "--partitions", "3");
    for (String date : SAMPLE) {
      Path ledger = folder.resolve("shuffled-ledger").resolve(date);
      Files.createDirectories(ledger.getParent());
      // The sealed copy in the old order, so that the manifests differ in the hashes alone.
      nights.publish(TestLedger.sample(date, ledger).shuffle(11).seal(), date);
    }
    Nights inOrder = Nights.in(folder.resolve("sealed"), "--partitions", "3");
    for (String date : SAMPLE) {
      Path ledger = folder.resolve("sealed-ledger").resolve(date);
      Files.createDirectories(ledger.getParent());
      inOrder.publish(TestLedger.sample(date, ledger).seal(), date);
    }
    for (String date : SAMPLE) {
      assertOnlyHashesDiffer(inOrder.published(date), nights.published(date), date);
    }
  }

  @Test
  void anotherOrderOfABooksRowsChangesOnlyHashes() throws IOException {
    Books.write(LOANS, MONTH_END, folder.resolve("mixed"), RowOrder.SHUFFLED);
    Nights nights = Nights.in(folder.resolve("mixed-nights"));
    bookNight(nights, "mixed");
    assertOnlyHashesDiffer(
        folder.resolve("first-book/out").resolve(MONTH_END),
        nights.published(MONTH_END),
        MONTH_END);
  }

  /** Line numbers move with the rows, and with them the order of {@code rejects.csv}. */
  @Test
  void rejectsOfShuffledRowsDifferInTheirLinesOnly() throws IOException {
    Path straight = Nights.in(folder.resolve("bad")).publish(bad("bad-1", 0), MONTH_END);
    Path mixed = Nights.in(folder.resolve("bad-mixed")).publish(bad("bad-2", 5), MONTH_END);
    assertThat(withoutLines(mixed)).isEqualTo(withoutLines(straight)).hasSizeGreaterThan(4);
    for (String file : List.of("assessments.csv", "episodes.csv", "held.csv", "differences.csv")) {
      assertThat(mixed.resolve(file)).hasSameBinaryContentAs(straight.resolve(file));
    }
    assertThat(PbocFiles.records(mixed)).isEqualTo(PbocFiles.records(straight));
  }

  private Path bad(String name, long shuffle) throws IOException {
    TestLedger ledger =
        TestLedger.sample(MONTH_END, folder.resolve(name))
            .replace("loans.csv", "XB00010003", ",JIEBEI,", ",NOWHERE,")
            .replace("instalments.csv", "XB00010004", ",2026-05-", ",2026-15-")
            .replace("transactions.csv", "XB00010005", ",REPAYMENT,", ",GIFT,")
            .add("notices.csv", "XB99990001,SMS,2026-10-01");
    return shuffle == 0 ? ledger.seal() : ledger.shuffle(shuffle).seal();
  }

  private static List<String> withoutLines(Path published) throws IOException {
    return Csv.rows(published.resolve("rejects.csv")).stream()
        .map(row -> row.get("file") + " " + row.get("loan_id") + " " + row.get("code"))
        .sorted()
        .toList();
  }

  private static SortedMap<String, String> sampleNights(Nights nights) throws IOException {
    for (String date : SAMPLE) {
      nights.publish(Nights.sample(date), date);
    }
    return Trees.hashes(nights.output());
  }

  private SortedMap<String, String> bookNight(Nights nights, String ledger) throws IOException {
    nights.publish(folder.resolve(ledger), MONTH_END);
    return Trees.hashes(nights.output());
  }

  private static void assertOnlyHashesDiffer(Path one, Path other, String date) throws IOException {
    String workbook = "reports/management-" + date + ".xlsx";
    SortedMap<String, String> ones = Trees.hashes(one);
    SortedMap<String, String> others = Trees.hashes(other);
    assertThat(others.keySet()).isEqualTo(ones.keySet());
    for (String file : ones.keySet()) {
      if (file.equals(workbook)) {
        assertThat(parts(other.resolve(file))).isEqualTo(parts(one.resolve(file)));
      } else if (file.equals("run.json") || file.endsWith(".html")) {
        assertThat(shown(Files.readString(other.resolve(file))))
            .isEqualTo(shown(Files.readString(one.resolve(file))));
      } else {
        assertThat(others.get(file)).as(file).isEqualTo(ones.get(file));
      }
    }
  }

  private static String shown(String text) {
    return BYTES.matcher(HASH.matcher(text).replaceAll("HASH")).replaceAll("BYTES");
  }

  /** The parts of a workbook as text, hashes left out. */
  private static SortedMap<String, String> parts(Path workbook) throws IOException {
    SortedMap<String, String> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList()) {
        try (InputStream in = zip.getInputStream(each)) {
          parts.put(each.getName(), shown(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
    }
    return parts;
  }
}
