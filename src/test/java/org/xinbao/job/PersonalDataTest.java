package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/**
 * Every job with every log at its finest, and then a search for every name, number of a document,
 * telephone number and e-mail address of the book in all that people and other programs see of it:
 * the log, what the commands say, messages of failures, {@code run.json} and the other outputs.
 * Only files whose purpose it is have them.
 */
class PersonalDataTest {

  private static final String FIRST = "2026-10-30";
  private static final String SECOND = "2026-10-31";

  private final Path folder;
  private final Nights nights;
  private final LoudLog log = new LoudLog();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final List<String> said = new ArrayList<>();

  PersonalDataTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path conf = Deletions.conf(folder.resolve("conf"));
    Files.writeString(
        conf.resolve("xinbao.yaml"),
        "\nhand-over:\n  pboc:\n    command: [/bin/echo, \"{name}\"]\n",
        StandardOpenOption.APPEND);
    this.nights = Nights.in(folder).withConf(conf);
  }

  @BeforeEach
  void listen() {
    PrintStream kept = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(kept);
    System.setErr(kept);
    log.begin();
  }

  @AfterEach
  void restore() {
    log.end();
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void nothingOfAPersonIsSaidWhereItIsNotTheFilesPurpose() throws IOException {
    PersonalBook book = new PersonalBook(folder.resolve("ledgers"));
    Path first = book.sample(FIRST);
    Path second = book.sampleWithShiftedRows(SECOND);
    runEveryJob(first, second);

    PersonalSearch search = new PersonalSearch(book.needles());
    said.forEach(each -> search.text("what commands said", each));
    search.text("standard output and error", printed.toString(StandardCharsets.UTF_8));
    log.failures().forEach(each -> search.text("messages of failures", each));
    search.folder(nights.output());
    search.folder(nights.home());
    restore();
    out.println(search.figures());

    assertThat(search.needles()).isGreaterThan(700);
    assertThat(search.hits()).isEmpty();
    // The search finds what is there: the files that must have names do.
    assertThat(search.expectedHits()).containsKeys("submissions", "adverse-notices.csv");
    assertThat(log.lines()).as("lines at the finest level").isGreaterThan(1_000);
  }

  private void runEveryJob(Path first, Path second) throws IOException {
    run(0, "generate", "--loans", "5", "--date", SECOND, "--out", path("made"), "--borrowers");
    night(first, FIRST);
    Path submission = FeedbackFiles.submission(nights.published(FIRST), "210");
    FeedbackFiles.reject(submission, folder.resolve("answers"), Map.of(2, "BLE019", 3, "BLE019"));
    run(10, inHome("feedback", "--dir", path("answers")));
    Files.writeString(folder.resolve("answers/notes.txt"), "no feedback");
    run(20, inHome("feedback", "--dir", path("answers")));
    night(second, SECOND);
    // Refused: another export of the same date.
    run(20, nights.arguments(first, SECOND).toArray(String[]::new));
    run(0, inHome("handover", "--date", SECOND));
    run(0, inHome("archive"));
    explain("XB00020003");
    run(0, "precheck", submission.toString(), "--conf", nights.conf().toString());
    Path bad = spoilt(submission);
    run(10, "precheck", bad.toString(), "--conf", nights.conf().toString());
    run(0, inHome("audit", "verify"));
    run(0, inHome("audit", "reproduce", "--date", SECOND, "--with-present"));
    run(0, inHome("audit", "report", "--from", FIRST, "--to", SECOND));
    run(0, inHome("report", "--from", SECOND, "--to", SECOND));
    run(0, "status", "--home", nights.home().toString());
    run(0, inHome("retention", "--date", SECOND));
    importHistory();
  }

  /** The file with values that the bureau would refuse, numbers of documents among them. */
  private Path spoilt(Path submission) throws IOException {
    Path bad = folder.resolve("spoilt").resolve(submission.getFileName().toString());
    Files.createDirectories(folder.resolve("spoilt"));
    String text = Files.readString(submission);
    return Files.writeString(
        bad, text.replaceFirst("<RptDate>", "<RptDate>1").replace("</IDNum>", "X</IDNum>"));
  }

  private void explain(String loan) {
    run(0, inHome("explain", "--date", SECOND, "--loan", loan));
  }

  private void importHistory() throws IOException {
    ImportedHistory.of(folder.resolve("history"), List.of(nights.published(FIRST)));
    Path home = folder.resolve("home/../imported-home").normalize();
    Ended ended =
        Commands.runAndHear(
            "import-history",
            "--dir",
            path("history"),
            "--date",
            FIRST,
            "--home",
            home.toString(),
            "--conf",
            nights.conf().toString());
    said.addAll(ended.errors());
    assertThat(ended.code()).as(ended.toString()).isIn(0, 10, 20);
  }

  private void night(Path ledger, String date) {
    Ended ended = Commands.runAndHear(nights.arguments(ledger, date).toArray(String[]::new));
    said.addAll(ended.errors());
    assertThat(ended.code()).as(ended.toString()).isIn(0, 10);
  }

  private String[] inHome(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", nights.home().toString()));
    all.addAll(List.of("--output", nights.output().toString()));
    all.addAll(List.of("--conf", nights.conf().toString()));
    return all.toArray(String[]::new);
  }

  private void run(int code, String... arguments) {
    Ended ended = Commands.runAndHear(arguments);
    said.addAll(ended.errors());
    assertThat(ended.code()).as(String.join(" ", arguments) + ": " + ended).isEqualTo(code);
  }

  private String path(String below) {
    return folder.resolve(below).toString();
  }
}
