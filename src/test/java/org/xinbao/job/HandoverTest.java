package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/**
 * Files reach the institution's client once, whatever happens in between. The client is a script
 * that notes the file's name and then does what the test says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoverTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final String FILE = "TEST00000000012026103121000010.txt";
  private static final String NEXT = "TEST00000000012026110121000010.txt";

  private final Path folder;

  /** The first date, published with a client that says no. */
  private final Client refused;

  private final Ended refusedNight;

  /** The same date without any hand-over. */
  private final Nights plain;

  HandoverTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    refused = client("refused", "");
    refused.does("echo the account is locked; exit 3");
    refusedNight = refused.nights.runSample(FIRST);
    plain =
        Nights.in(folder.resolve("plain"))
            .withConf(Nights.confWithoutAgreements(folder.resolve("plain-conf")));
    plain.publish(Nights.sample(FIRST), FIRST);
  }

  /** Nights whose configuration names the script. */
  private record Client(Nights nights, Path stage) {

    /** What the script does from now on, after it has noted its call. */
    void does(String script) throws IOException {
      Files.writeString(stage.resolve("mode"), script + "\n");
    }

    /** The names of the files that it was called with. */
    List<String> calls() throws IOException {
      return Files.exists(stage.resolve("calls"))
          ? Files.readAllLines(stage.resolve("calls"))
          : List.of();
    }

    Ended handover(String date, String... options) {
      List<String> arguments = arguments(date);
      arguments.addAll(List.of(options));
      return Commands.run(arguments.toArray(String[]::new));
    }

    List<String> list(String date) {
      return Commands.output(arguments(date).toArray(String[]::new)).lines().toList();
    }

    private List<String> arguments(String date) {
      return new ArrayList<>(
          List.of(
              "handover",
              "--date",
              date,
              "--home",
              nights.home().toString(),
              "--output",
              nights.output().toString(),
              "--conf",
              nights.conf().toString()));
    }
  }

  private Client client(String name, String settings) throws IOException {
    Path stage = Files.createDirectories(folder.resolve(name));
    Path script = stage.resolve("client");
    Files.writeString(script, "#!/bin/sh\necho \"$2\" >> \"$STAGE/calls\"\n. \"$STAGE/mode\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    Path conf = Nights.confWithoutAgreements(stage.resolve("conf"));
    Files.writeString(
        conf.resolve("xinbao.yaml"),
        String.format(
                """

                hand-over:
                  pboc:
                    command: [%s, "{file}", "{name}", "{date}", "{record-type}", "{bureau}"]
                    environment: {STAGE: %s}
                """,
                script, stage)
            + settings.indent(4),
        StandardOpenOption.APPEND);
    Client client = new Client(Nights.in(stage).withConf(conf), stage);
    client.does("cp \"$1\" \"$STAGE/$2\"; echo \"$3 $4 $5\" > \"$STAGE/$2.values\"");
    return client;
  }

  /** A home as it is after the first date, whose file the client has refused once. */
  private Client afterRefusal(String name, String settings) throws IOException {
    Client client = client(name, settings);
    Trees.copy(refused.nights.home(), client.nights.home());
    Trees.copy(refused.nights.output(), client.nights.output());
    return client;
  }

  @Test
  void everyFileIsHandedOverOnceAndMovesNoByteOfTheOutputs() throws IOException {
    Client client = client("once", "");
    Ended night = client.nights.runSample(FIRST);
    assertThat(night.code()).as(night.toString()).isEqualTo(0);
    assertThat(client.calls()).containsExactly(FILE);
    assertThat(client.stage.resolve(FILE))
        .hasSameBinaryContentAs(client.nights.published(FIRST).resolve("submissions/pboc/" + FILE));
    assertThat(client.stage.resolve(FILE + ".values")).hasContent("2026-10-30 210 pboc");
    assertThat(Trees.differences(client.nights.output(), plain.output())).isEmpty();

    Ended again = client.nights.runSample(FIRST);
    assertThat(again).isEqualTo(night);
    Ended repeated = client.handover(FIRST);
    assertThat(repeated.code()).isEqualTo(0);
    assertThat(repeated.sentence()).isEqualTo("2026-10-30: all 1 files are handed over.");
    assertThat(client.list(FIRST))
        .containsExactly(
            "2026-10-30 pboc 210 " + FILE + " DONE its command ended with exit code 0");
    Ended forced = client.handover(FIRST, "--again", FILE);
    assertThat(forced.code()).isEqualTo(2);
    assertThat(forced.sentence()).contains("handed over already");
    assertThat(client.calls()).containsExactly(FILE);
  }

  @Test
  void aRefusedFileIsExit50WithTheFileAndWhereTheOutputIs() throws IOException {
    Path log = refused.nights.home().resolve("handover/2026-10-30/" + FILE + "-1.log");
    assertThat(refusedNight.code()).isEqualTo(50);
    assertThat(refusedNight.sentence())
        .startsWith("2026-10-30 published: 268 loans assessed")
        .endsWith(
            FILE
                + " was not handed over to pboc: its command ended with exit code 3, its output is"
                + " in "
                + log
                + ". Remove the cause and run jobs/handover.sh --date 2026-10-30.");
    assertThat(log).hasContent("the account is locked");
    assertThat(Files.getPosixFilePermissions(log))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(Trees.differences(refused.nights.output(), plain.output())).isEmpty();
  }

  @Test
  void aRerunOfTheNightEndsAsBeforeAndOnlyTheJobRepeats() throws IOException {
    Client client = afterRefusal("repeat", "");
    Ended again = client.nights.runSample(FIRST);
    assertThat(again.code()).isEqualTo(50);
    assertThat(client.calls()).isEmpty();
    assertThat(client.handover(FIRST).code()).isEqualTo(0);
    assertThat(client.calls()).containsExactly(FILE);
    assertThat(client.nights.runSample(FIRST).code()).isEqualTo(0);
    assertThat(client.calls()).containsExactly(FILE);
    assertThat(Commands.output("status", "--home", client.nights.home().toString()))
        .contains("nightly 2026-10-30: PUBLISHED", "exit code: 0", "hand-over");
  }

  /** What a later date says may rest on what the earlier one said: the earlier goes first. */
  @Test
  void aLaterDateWaitsForAnEarlierOne() throws IOException {
    Client client = afterRefusal("order", "");
    client.does("exit 4");
    Ended night = client.nights.runSample(MONTH_END);
    assertThat(night.code()).isEqualTo(50);
    assertThat(night.sentence())
        .contains(FILE + " (and 1 other files wait)", "exit code 4", "--date 2026-10-31");
    assertThat(client.calls()).containsExactly(FILE);
    client.does("exit 0");
    assertThat(client.handover(MONTH_END).code()).isEqualTo(0);
    assertThat(client.calls()).containsExactly(FILE, FILE, NEXT);
    // The night itself ended with 10 but for the hand-over.
    assertThat(client.nights.runSample(MONTH_END).code()).isEqualTo(10);
  }

  /** A command that was killed may have sent before: only a person knows. */
  @Test
  void aHangingClientIsKilledAndItsFileWaitsForAPerson() throws IOException {
    Client client = afterRefusal("hang", "timeout-seconds: 1");
    client.does("sleep 300");
    Ended hung = client.handover(FIRST);
    assertThat(hung.code()).isEqualTo(50);
    assertThat(hung.sentence())
        .isEqualTo(
            "Nobody knows whether "
                + FILE
                + " reached pboc: its command did not end within 1 seconds and was stopped. Find"
                + " out from the client, then run jobs/handover.sh --date 2026-10-30 --again "
                + FILE
                + " if it did not arrive, or --done "
                + FILE
                + " if it did.");
    client.does("exit 0");
    Ended waiting = client.handover(FIRST);
    assertThat(waiting.code()).isEqualTo(50);
    assertThat(client.calls()).containsExactly(FILE);
    assertThat(client.handover(FIRST, "--again", FILE).code()).isEqualTo(0);
    assertThat(client.calls()).containsExactly(FILE, FILE);
  }

  @Test
  void aFileThatHasArrivedIsNotHandedOverAgain() throws IOException {
    Client client = afterRefusal("arrived", "");
    client.does("kill -9 $$");
    assertThat(client.handover(FIRST).sentence()).contains("ended by signal 9", "--done");
    Ended done = client.handover(FIRST, "--done", FILE);
    assertThat(done.code()).as(done.toString()).isEqualTo(0);
    assertThat(client.calls()).containsExactly(FILE);
    assertThat(client.list(FIRST))
        .containsExactly("2026-10-30 pboc 210 " + FILE + " BY_HAND said to be handed over");
  }

  /** The job dies while the client works: a begun hand-over without an end is on the disk. */
  @Test
  void aJobKilledInBetweenHandsNothingOverTwice() throws Exception {
    Client client = afterRefusal("killed", "");
    client.does("kill -9 $PPID; cp \"$1\" \"$STAGE/arrived\"");
    Ended killed = ChildProgram.run(List.of(), client.arguments(FIRST));
    assertThat(killed.code()).isEqualTo(137);
    client.does("exit 0");
    Ended after = client.handover(FIRST);
    assertThat(after.code()).isEqualTo(50);
    assertThat(after.sentence())
        .startsWith("Nobody knows whether " + FILE)
        .contains("its command was running when the job was stopped");
    assertThat(client.nights.runSample(FIRST).code()).isEqualTo(50);
    assertThat(client.calls()).containsExactly(FILE);

    // The same home with a client that is known to refuse what it has sent already.
    Client idempotent = client("idempotent", "idempotent: true");
    Trees.copy(client.nights.home(), idempotent.nights.home());
    Trees.copy(client.nights.output(), idempotent.nights.output());
    assertThat(idempotent.nights.runSample(FIRST).code()).isEqualTo(0);
    assertThat(idempotent.calls()).containsExactly(FILE);
  }

  /** The night died after its commit: the same command hands over what was never tried. */
  @Test
  void aNightKilledBeforeItsHandoverIsCompletedByTheSameCommand() throws Exception {
    Client client = client("halted", "");
    Ended halted =
        ChildProgram.run(
            List.of("-D" + FailurePoint.PROPERTY + "=" + FailurePoint.COMMITTED),
            client.nights.arguments(Nights.sample(FIRST), FIRST));
    assertThat(halted.code()).isEqualTo(FailurePoint.HALTED);
    assertThat(client.calls()).isEmpty();
    Ended again = client.nights.runSample(FIRST);
    assertThat(again.code()).as(again.toString()).isEqualTo(0);
    assertThat(client.calls()).containsExactly(FILE);
  }

  @Test
  void aFileThatIsNotAsItWasPublishedIsNotHandedOver() throws IOException {
    Client client = afterRefusal("changed", "");
    Path file = client.nights.published(FIRST).resolve("submissions/pboc/" + FILE);
    byte[] before = Files.readAllBytes(file);
    Files.writeString(file, "x", StandardOpenOption.APPEND);
    Ended changed = client.handover(FIRST);
    assertThat(changed.code()).isEqualTo(50);
    assertThat(changed.sentence())
        .contains("the file is not in " + file.getParent() + " as it was published");
    assertThat(client.calls()).isEmpty();
    Files.write(file, before);
    assertThat(client.handover(FIRST).code()).isEqualTo(0);
  }

  /** People handed over what was published before there was a command: it must not go twice. */
  @Test
  void aDatePublishedWithoutHandoverIsHandedOverByNameOnly() throws IOException {
    Client client = client("late", "");
    Trees.copy(plain.home(), client.nights.home());
    Trees.copy(plain.output(), client.nights.output());
    assertThat(client.nights.runSample(FIRST).code()).isEqualTo(0);
    Ended refusedDate = client.handover(FIRST);
    assertThat(refusedDate.code()).isEqualTo(2);
    assertThat(refusedDate.sentence()).contains("published without hand-over", "--again");
    assertThat(client.calls()).isEmpty();
    assertThat(client.handover(FIRST, "--again", FILE).code()).isEqualTo(0);
    assertThat(client.calls()).containsExactly(FILE);
  }

  @Test
  void whatCannotBeHandedOverIsSaidBeforeAnythingRuns() throws IOException {
    Client client = afterRefusal("usage", "");
    assertUsage(client.handover("2026-10-29"), "2026-10-29 is not published in this home.");
    assertUsage(client.handover(FIRST, "--again", "none.txt"), "has no file of the name given");
    assertUsage(client.handover(FIRST, "--bureau", "zhima"), "it has: pboc.");
    assertUsage(client.handover(FIRST, "--wait", "-1"), "--wait must not be below 0");
    assertThat(client.calls()).isEmpty();
    Client none = new Client(client.nights.withConf(plain.conf()), client.stage);
    assertUsage(none.handover(FIRST), "names no command under hand-over");
    assertThat(none.nights.runSample(FIRST).code()).isEqualTo(0);
    Client other = client("other", "");
    Path settings = other.nights.conf().resolve("xinbao.yaml");
    Files.writeString(settings, Files.readString(settings).replace("  pboc:", "  zhima:"));
    assertUsage(other.nights.runSample(FIRST), "hand-over.zhima is not a bureau that is served");
  }

  private static void assertUsage(Ended ended, String sentence) {
    assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
    assertThat(ended.errors().toString()).contains(sentence);
  }

  @Test
  void whatCommandsSaidIsKeptAsLongAsTheLog() throws IOException {
    Client client = afterRefusal("old", "");
    client.does("echo sent");
    Path all = client.nights.home().resolve("handover");
    Files.createDirectories(all.resolve("2026-08-01")); // 90 days before 2026-10-30
    Files.createDirectories(all.resolve("2026-07-31"));
    assertThat(client.handover(FIRST).code()).isEqualTo(0);
    try (Stream<Path> dates = Files.list(all)) {
      assertThat(dates.map(each -> String.valueOf(each.getFileName())))
          .containsExactlyInAnyOrder("2026-08-01", "2026-10-30");
    }
    assertThat(all.resolve("2026-10-30/" + FILE + "-2.log")).hasContent("sent");
  }
}
