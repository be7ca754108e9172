package org.xinbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code explain} as it is called. */
class ExplainCommandTest {
  private static final Path SAMPLE = Path.of("sample-data/2026-10-31");

  private record Said(int code, String out, String err) {}

  private static Said explain(Path ledger, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "explain", "--ledger", ledger.toString(), "--conf", "jobs/conf", "--date"),
                Stream.of(more))
            .toList();
    int code =
        Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  @Test
  void printsTheLoanAsTextOrAsJson() throws IOException {
    Said text = explain(SAMPLE, "2026-10-31", "--loan", "XB00060027");
    Said json = explain(SAMPLE, "2026-10-31", "--loan", "XB00060027", "--format", "json");

    Path golden = Path.of("src/test/resources/explain");
    assertThat(text).isEqualTo(new Said(0, Files.readString(golden.resolve("XB00060027.txt")), ""));
    assertThat(json)
        .isEqualTo(new Said(0, Files.readString(golden.resolve("XB00060027.json")), ""));
  }

  @Test
  void wrongArgumentsAndUnknownLoansAre2() {
    assertThat(explain(SAMPLE, "2026-10-31").code()).isEqualTo(2);
    assertThat(explain(SAMPLE, "2026-10-31", "--loan", "no-id").err()).contains("--loan");
    assertThat(explain(SAMPLE, "2026-10-31", "--loan", "no-id").code()).isEqualTo(2);
    assertThat(explain(SAMPLE, "2026-10-31", "--loan", "XB0", "--format", "xml").code())
        .isEqualTo(2);
    assertThat(explain(SAMPLE, "2026-10-31", "--loan", "XB0", "--conf", "nowhere").code())
        .isEqualTo(2);

    // Between two ids, behind the last, and of another date.
    for (String id : List.of("XB000600265", "ZZ", "XB00050009")) {
      Said said = explain(SAMPLE, "2026-10-31", "--loan", id);
      assertThat(said.code()).as(id).isEqualTo(2);
      assertThat(said.err()).contains("does not have the loan");
      assertThat(said.out()).isEmpty();
    }
  }

  @Test
  void anExportThatCannotBeUsedIs20(@TempDir Path empty) {
    Said otherDate = explain(SAMPLE, "2026-10-30", "--loan", "XB00060027");
    assertThat(otherDate.code()).isEqualTo(20);
    assertThat(otherDate.err()).contains("WRONG_BUSINESS_DATE");
    assertThat(explain(empty, "2026-10-31", "--loan", "XB00060027").code()).isEqualTo(20);
  }

  @Test
  void aRejectedLoanIs20AndSaysWhichRowAndWhy(@TempDir Path folder) throws Exception {
    // A wrong due date in a row of the one loan, and a waiver that exceeds what is owed in another.
    copyWith(folder, "instalments.csv", "XB00060027,2,2026-06-15", "XB00060027,2,2026-06-31");
    Said malformed = explain(folder, "2026-10-31", "--loan", "XB00060027");
    assertThat(malformed.code()).isEqualTo(20);
    assertThat(malformed.err()).containsPattern("instalments.csv line \\d+, column due_on");
    assertThat(malformed.err()).doesNotContain("2026-06-31");
    assertThat(explain(folder, "2026-10-31", "--loan", "XB00060026").code()).isZero();
  }

  @Test
  void aContradictedLoanIs20AndSaysWhichRowAndWhy(@TempDir Path folder) throws Exception {
    String loan = "XB00040007";
    List<String> rows = Files.readAllLines(SAMPLE.resolve("transactions.csv"));
    String waiver =
        rows.stream()
            .filter(each -> each.startsWith(loan) && each.contains("WAIVER"))
            .findFirst()
            .orElseThrow();
    copyWith(folder, "transactions.csv", waiver, waiver.replace("3.62", "4.62"));

    Said said = explain(folder, "2026-10-31", "--loan", loan);
    assertThat(said.code()).isEqualTo(20);
    assertThat(said.err())
        .contains("transactions.csv line " + (rows.indexOf(waiver) + 1))
        .contains("WAIVER_EXCEEDS_OWED");
  }

  /** Copies the sample export with one change in a file, and the manifest with its new hash. */
  private static void copyWith(Path folder, String file, String from, String to) throws Exception {
    try (Stream<Path> files = Files.list(SAMPLE)) {
      for (Path each : files.toList()) {
        Files.copy(each, folder.resolve(String.valueOf(each.getFileName())));
      }
    }
    String before = Files.readString(folder.resolve(file));
    assertThat(before).contains(from);
    String after = before.replace(from, to);
    Files.writeString(folder.resolve(file), after);
    Path manifest = folder.resolve("manifest.json");
    String listed = Files.readString(manifest).replace(sha256(before), sha256(after));
    Files.writeString(manifest, listed);
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
