package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinbao.cli.Ended;
import org.xinbao.store.HomeLock;

/**
 * Nights that do not begin: each ends with its exit code (contract section 3, rulings 32) and one
 * sentence that says what to do, and leaves nothing behind.
 */
class RefusedNightTest {

  private static final String DATE = "2026-10-31";

  private final Path folder;
  private final Nights nights;

  RefusedNightTest(@TempDir Path folder) {
    this.folder = folder;
    this.nights = Nights.in(folder);
  }

  /** What is wrong with an export as a whole, and what the sentence must hold. */
  private enum Broken {
    NO_FOLDER("FOLDER_MISSING", "name the export's folder") {
      @Override
      Path in(TestLedger ledger) {
        return ledger.folder().resolve("nothing");
      }
    },
    NO_MANIFEST("MANIFEST_MISSING", "export it again") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        return ledger.delete("manifest.json").folder();
      }
    },
    MANIFEST_NOT_JSON("MANIFEST_MALFORMED", "export again") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        Files.writeString(ledger.folder().resolve("manifest.json"), "{\"contract_version\":");
        return ledger.folder();
      }
    },
    FILE_MISSING("FILE_MISSING", "transactions.csv") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        return ledger.delete("transactions.csv").folder();
      }
    },
    MANDATORY_FILE_NOT_LISTED("FILE_MISSING", "instalments.csv") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        return ledger.delete("instalments.csv").seal();
      }
    },
    WRONG_HASH("WRONG_HASH", "loans.csv") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        // One digit of an amount, so that only the hash can tell.
        return ledger.replace("loans.csv", "XB00010001", "3500.00", "3501.00").folder();
      }
    },
    OPEN_LOANS_MISSING("OPEN_LOANS_MISSING", "open_loans of manifest.json is 900") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        Path manifest = ledger.folder().resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(
            manifest, text.replaceFirst("\"open_loans\": [0-9]+", "\"open_loans\": 900"));
        return ledger.folder();
      }
    },
    CUT_OFF("WRONG_HASH", "copy the export again") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        cut(ledger.folder().resolve("instalments.csv"));
        return ledger.folder();
      }
    },
    WRONG_ROWS("WRONG_ROWS", "2933") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        ledger.seal();
        editManifest(ledger, "\"rows\":2932", "\"rows\":2933");
        return ledger.folder();
      }
    },
    WRONG_TOTAL("WRONG_TOTAL", "2141000.01") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        editManifest(ledger, "{\"principal\": \"2141000.00\"}", "{\"principal\": \"2141000.01\"}");
        return ledger.folder();
      }
    },
    WRONG_DATE("WRONG_BUSINESS_DATE", "check --ledger and --date") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        return ledger.date("2026-11-01").seal();
      }
    },
    WRONG_VERSION("WRONG_CONTRACT_VERSION", "contract_version 1") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        return ledger.version("2").seal();
      }
    },
    FILE_NOT_LISTED("FILE_NOT_LISTED", "borrowers.csv") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        Files.writeString(ledger.folder().resolve("borrowers.csv"), "customer_id\n");
        return ledger.folder();
      }
    },
    COLUMN_MISSING("COLUMN_MISSING", "annual_rate") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        List<String> lines = Trees.lines(ledger.folder().resolve("loans.csv"));
        lines.set(0, lines.get(0).replace("annual_rate", "rate"));
        return ledger.write("loans.csv", lines).seal();
      }
    },
    NOT_UTF8("NOT_UTF8", "loans.csv") {
      @Override
      Path in(TestLedger ledger) throws IOException {
        Path loans = ledger.folder().resolve("loans.csv");
        byte[] bytes = Files.readAllBytes(loans);
        // 0xFF begins no character of UTF-8; the header is not touched.
        bytes[bytes.length - 20] = (byte) 0xFF;
        Files.write(loans, bytes);
        sealBytes(ledger);
        return ledger.folder();
      }
    };

    private final String reason;
    private final String what;

    Broken(String reason, String what) {
      this.reason = reason;
      this.what = what;
    }

    abstract Path in(TestLedger ledger) throws IOException;

    private static void cut(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static void editManifest(TestLedger ledger, String from, String to) throws IOException {
      Path manifest = ledger.folder().resolve("manifest.json");
      String text = Files.readString(manifest);
      assertThat(text).contains(from);
      Files.writeString(manifest, text.replace(from, to));
    }

    /** The manifest's hash of loans.csv only, since its bytes are not text any more. */
    private static void sealBytes(TestLedger ledger) throws IOException {
      Path sample = Nights.sample(DATE).resolve("loans.csv");
      editManifest(
          ledger,
          Trees.sha256(Files.readAllBytes(sample)),
          Trees.sha256(Files.readAllBytes(ledger.folder().resolve("loans.csv"))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExportThatIsNotWholeIsRefused(Broken broken) throws IOException {
    Path ledger = broken.in(TestLedger.sample(DATE, folder.resolve("ledger")));
    Ended ended = nights.run(ledger, DATE);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(20);
    assertThat(ended.sentence())
        .startsWith("The export was refused, nothing was published: " + broken.reason + ": ")
        .contains(broken.what);
    assertOneSentence(ended);
    nights.assertOutputHasOnly();
  }

  @Test
  void aRefusedNightDoesNotStandInTheWayOfTheRightExport() throws IOException {
    Path wrong = Broken.WRONG_TOTAL.in(TestLedger.sample(DATE, folder.resolve("ledger")));
    assertThat(nights.run(wrong, DATE).code()).isEqualTo(20);
    assertThat(nights.run(Nights.sample(DATE), DATE).code()).isEqualTo(10);
    Nights other = Nights.in(folder.resolve("other"));
    other.runSample(DATE);
    assertThat(Trees.hashes(nights.published(DATE))).isEqualTo(Trees.hashes(other.published(DATE)));
  }

  /**
   * A cut file whose manifest was made of the cut: what is left of its last row is a bad row, and
   * loans whose rows are missing contradict themselves; more than 1 % and 20 of the loans do.
   */
  @Test
  void anExportThatWasCutBeforeItsManifestWasMadeIsRefused() throws IOException {
    TestLedger ledger = TestLedger.sample(DATE, folder.resolve("ledger"));
    Broken.cut(ledger.folder().resolve("instalments.csv"));
    Ended ended = nights.run(ledger.seal(), DATE);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(20);
    assertThat(ended.sentence()).contains("TOO_MANY_REJECTS").contains("reject-share");
    nights.assertOutputHasOnly();
  }

  @Test
  void aFewUnknownProductsAreRejectedAndTheRestIsPublished() throws IOException {
    Path published = nights.publish(unknownProducts(20), DATE);
    assertThat(nights.run(folder.resolve("ledger"), DATE).code()).isEqualTo(10);
    List<Map<String, String>> rejects =
        Csv.rows(published.resolve("rejects.csv")).stream()
            .filter(row -> "loans.csv".equals(row.get("file")))
            .toList();
    assertThat(rejects).hasSize(20).allMatch(row -> "UNKNOWN_PRODUCT".equals(row.get("code")));
    assertThat(rejects.get(0))
        .containsEntry("file", "loans.csv")
        .containsEntry("line", "2")
        .containsEntry("loan_id", "XB00010001")
        .containsEntry("column", "product");
    assertThat(Csv.rows(published.resolve("assessments.csv"))).hasSize(256 - 20);
    assertThat(Csv.rows(published.resolve("assessments.csv"), "XB00010001")).isEmpty();
  }

  /** Rulings 33: refused when the share (1 % of 256) and 20 loans are exceeded. */
  @Test
  void tooManyUnknownProductsRefuseTheExport() throws IOException {
    Ended ended = nights.run(unknownProducts(21), DATE);
    assertThat(ended.code()).isEqualTo(20);
    assertThat(ended.sentence()).contains("TOO_MANY_REJECTS: 21 of 256 loans");
    assertOneSentence(ended);
    nights.assertOutputHasOnly();
  }

  private Path unknownProducts(int loans) throws IOException {
    return TestLedger.sample(DATE, folder.resolve("ledger"))
        .rows(
            "loans.csv",
            rows -> {
              for (int i = 0; i < loans; i++) {
                rows.set(i, rows.get(i).replace(",JIEBEI,", ",NOWHERE,"));
              }
              return rows;
            })
        .seal();
  }

  /** Rulings 40: one home, one institution; the wrong folder or configuration was named. */
  @Test
  void anotherInstitutionsExportIsAWrongArgument() throws IOException {
    Path ledger =
        TestLedger.sample(DATE, folder.resolve("ledger")).institution("TEST0000000002").seal();
    Ended ended = nights.run(ledger, DATE);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
    assertThat(ended.sentence()).contains("another institution").contains("provider");
    assertOneSentence(ended);
    nights.assertOutputHasOnly();
  }

  static Stream<Arguments> wrongConfigurations() {
    return Stream.of(
        Arguments.of("products.yaml", "    dpd-clock: DUE_DATE_IS_ZERO\n", "", "dpd-clock"),
        Arguments.of(
            "products.yaml", "    cost-cap-annual: 0.24", "    cost-cap: 0.24", "cost-cap"),
        Arguments.of("products.yaml", "day-count: ACT_360", "day-count: ACT_36", "day-count"),
        Arguments.of("xinbao.yaml", "provider-code: TEST0000000001", "", "provider-code"),
        Arguments.of("xinbao.yaml", "missed-dates: RECORD", "missed-days: RECORD", "missed-days"),
        Arguments.of("xinbao.yaml", "first-load: REPORT_ALL", "first-load: [", "xinbao.yaml"),
        Arguments.of("pboc.yaml", "  mode: REQUIRE", "  mood: REQUIRE", "notice"),
        Arguments.of("pboc.yaml", "transfer: CLOSE_G", "transfer: CLOSE", "transfer"));
  }

  @ParameterizedTest
  @MethodSource("wrongConfigurations")
  void aWrongConfigurationIsNamedByItsKey(String file, String from, String to, String key)
      throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    String text = Files.readString(conf.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(conf.resolve(file), text.replaceFirst(from, to));
    Ended ended = nights.withConf(conf).runSample(DATE);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
    assertThat(ended.sentence()).contains(key);
    assertOneSentence(ended);
    assertThat(nights.output()).doesNotExist();
    assertThat(nights.home()).as("nothing was touched").doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("missingConfigurations")
  void aMissingConfigurationFileIsNamed(String file) throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    Files.delete(conf.resolve(file));
    Ended ended = nights.withConf(conf).runSample(DATE);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
    assertThat(ended.sentence()).contains(file);
    assertOneSentence(ended);
    assertThat(nights.home()).doesNotExist();
  }

  static Stream<String> missingConfigurations() {
    return Stream.of("xinbao.yaml", "products.yaml", "pboc.yaml");
  }

  @Test
  void aMissingConfigurationFolderIsNamed() {
    Ended ended = nights.withConf(folder.resolve("nowhere")).runSample(DATE);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.sentence()).contains("nowhere").contains("--conf");
  }

  @Test
  void aHomeThatAnotherJobHoldsIsLeftAlone() throws Exception {
    Ended ended;
    try (HomeLock lock = HomeLock.acquire(nights.home(), "retention", Duration.ZERO)) {
      lock.requireHeld();
      ended = nights.runSample(DATE);
    }
    assertThat(ended.code()).isEqualTo(40);
    assertThat(ended.sentence())
        .contains("held by the job retention")
        .contains("process " + ProcessHandle.current().pid())
        .contains("--wait");
    assertOneSentence(ended);
    nights.assertOutputHasOnly();
  }

  @Test
  void aJobWaitsForTheHomeAsLongAsItIsTold() throws Exception {
    HomeLock lock = HomeLock.acquire(nights.home(), "retention", Duration.ZERO);
    Thread releasing =
        new Thread(
            () -> {
              try {
                Thread.sleep(300);
                lock.close();
              } catch (InterruptedException | IOException e) {
                throw new IllegalStateException(e);
              }
            });
    releasing.start();
    Ended ended = nights.withOptions("--wait", "120").runSample(DATE);
    releasing.join();
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
  }

  /** Rulings 6: more than 1,000 loans, an empty home, and nobody said whether they are known. */
  @Test
  void anUndecidedFirstLoadOfManyLoansIsRefused() throws IOException {
    Path ledger = folder.resolve("book");
    Books.write(1_001, DATE, ledger);
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    Path settings = conf.resolve("xinbao.yaml");
    Files.writeString(settings, Files.readString(settings).replace("first-load: REPORT_ALL\n", ""));
    Ended ended = nights.withConf(conf).run(ledger, DATE);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
    assertThat(ended.sentence()).contains("first-load").contains("1,000");
    assertOneSentence(ended);
    nights.assertOutputHasOnly();
    Path fewer = folder.resolve("fewer");
    Books.write(1_000, DATE, fewer);
    nights.withConf(conf).publish(fewer, DATE);
  }

  /** A person acts on one line: no stack trace, no class name, no text of a library. */
  static void assertOneSentence(Ended ended) {
    assertThat(ended.errors()).hasSize(1);
    assertThat(ended.sentence())
        .endsWith(".")
        .doesNotContain("Exception")
        .doesNotContain("null")
        .doesNotContain("org.xinbao");
    List<String> personal = new ArrayList<>(List.of("测试", "990101"));
    personal.forEach(each -> assertThat(ended.sentence()).doesNotContain(each));
    assertThat(ended.sentence().getBytes(StandardCharsets.UTF_8).length).isLessThan(600);
  }
}
