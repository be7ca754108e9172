package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.cli.Ended;

/**
 * A disk that is full or cannot be written: exit code 30, one sentence, nothing visible, and the
 * same command goes on once there is room. Real small file systems; where the machine does not let
 * the tests mount them, those tests are skipped.
 */
class BadDiskTest {

  private static final String DATE = "2026-10-31";
  private static final long LOANS = 2_000;

  private final Path folder;
  private final Path disk;
  private boolean mounted;

  BadDiskTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.disk = Files.createDirectory(folder.resolve("disk"));
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      // Lazily: after a failed night the embedded database may still hold files open.
      assertThat(command("umount", "-l", disk.toString())).isTrue();
    }
  }

  /** A book of 2,000 loans needs some 4 MB of output; sizes that end in different steps. */
  @ParameterizedTest
  @ValueSource(strings = {"64k", "1m", "3m"})
  void aFullDiskOfTheOutputPublishesNothingAndIsResumed(String size) throws Exception {
    mount("size=" + size);
    Nights nights =
        new Nights(folder.resolve("home"), disk.resolve("out"), Nights.SAMPLE_CONF, List.of());
    Path book = folder.resolve("book");
    Books.write(LOANS, DATE, book);
    Ended ended = nights.run(book, DATE);
    assertFailed(ended);
    assertThat(nights.published(DATE)).doesNotExist();

    assertThat(command("mount", "-o", "remount,size=200m", disk.toString())).isTrue();
    nights.publish(book, DATE);
    nights.assertOutputHasOnly(DATE);
    Nights roomy = Nights.in(folder.resolve("roomy"));
    roomy.publish(book, DATE);
    assertThat(Trees.hashes(nights.output())).isEqualTo(Trees.hashes(roomy.output()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"64k", "256k"})
  void aFullDiskOfTheHomePublishesNothingAndIsResumed(String size) throws Exception {
    mount("size=" + size);
    Nights nights =
        new Nights(disk.resolve("home"), folder.resolve("out"), Nights.SAMPLE_CONF, List.of());
    Path book = folder.resolve("book");
    Books.write(LOANS, DATE, book);
    Ended ended = nights.run(book, DATE);
    assertFailed(ended);
    assertThat(nights.published(DATE)).doesNotExist();

    assertThat(command("mount", "-o", "remount,size=200m", disk.toString())).isTrue();
    nights.publish(book, DATE);
    nights.assertOutputHasOnly(DATE);
    Nights roomy = Nights.in(folder.resolve("roomy"));
    roomy.publish(book, DATE);
    assertThat(Trees.hashes(nights.output())).isEqualTo(Trees.hashes(roomy.output()));
  }

  /**
   * Not even the empty tables fit. In a process of its own, as the embedded database stays open.
   */
  @Test
  void aDiskTooSmallForTheTablesIsToldFromADamagedDatabase() throws Exception {
    mount("size=16k");
    Nights nights =
        new Nights(disk.resolve("home"), folder.resolve("out"), Nights.SAMPLE_CONF, List.of());
    List<String> arguments = nights.arguments(Nights.sample(DATE), DATE);
    Ended ended = ChildProgram.run(List.of(), arguments);
    assertFailed(ended);
    assertThat(ended.sentence()).contains("free space");
    assertThat(nights.output()).doesNotExist();
    assertThat(command("mount", "-o", "remount,size=200m", disk.toString())).isTrue();
    Ended again = ChildProgram.run(List.of(), arguments);
    assertThat(again.code()).as(again.toString()).isEqualTo(10);
  }

  @Test
  void anOutputFolderThatCannotBeWrittenIsNamed() throws Exception {
    mount("size=1m,ro");
    Nights nights = new Nights(folder.resolve("home"), disk, Nights.SAMPLE_CONF, List.of());
    Ended ended = nights.runSample(DATE);
    assertFailed(ended);
    assertThat(disk).isEmptyDirectory();
    Nights elsewhere =
        new Nights(nights.home(), folder.resolve("out"), Nights.SAMPLE_CONF, List.of());
    elsewhere.publish(Nights.sample(DATE), DATE);
    elsewhere.assertOutputHasOnly(DATE);
  }

  @Test
  void aHomeThatCannotBeWrittenIsNamed() throws Exception {
    mount("size=1m,ro");
    Nights nights =
        new Nights(disk.resolve("home"), folder.resolve("out"), Nights.SAMPLE_CONF, List.of());
    Ended ended = nights.runSample(DATE);
    assertFailed(ended);
    assertThat(nights.output()).doesNotExist();
  }

  @Test
  void aFileInPlaceOfTheOutputFolderIsNamed() throws IOException {
    Nights nights = Nights.in(folder.resolve("own"));
    Files.createDirectories(nights.output().toAbsolutePath().getParent());
    Files.writeString(nights.output(), "not a folder");
    Ended ended = nights.runSample(DATE);
    assertFailed(ended);
    assertThat(ended.sentence()).contains(nights.output().toString());
    assertThat(nights.output()).hasContent("not a folder");
  }

  @Test
  void aFileInPlaceOfTheHomeIsNamed() throws IOException {
    Nights nights = Nights.in(folder.resolve("own"));
    Files.createDirectories(nights.home().toAbsolutePath().getParent());
    Files.writeString(nights.home(), "not a folder");
    Ended ended = nights.runSample(DATE);
    assertFailed(ended);
    assertThat(ended.sentence()).contains(nights.home().toString());
  }

  /** Somebody has put something where the date's folder is to appear. */
  @Test
  void aFolderInTheWayIsNotTouched() throws IOException {
    Nights nights = Nights.in(folder.resolve("own"));
    Path inTheWay = Files.createDirectories(nights.published(DATE));
    Files.writeString(inTheWay.resolve("note.txt"), "mine");
    Ended ended = nights.runSample(DATE);
    assertFailed(ended);
    assertThat(ended.sentence()).contains(inTheWay.toString());
    assertThat(inTheWay.resolve("note.txt")).hasContent("mine");
    Files.delete(inTheWay.resolve("note.txt"));
    Files.delete(inTheWay);
    nights.publish(Nights.sample(DATE), DATE);
    nights.assertOutputHasOnly(DATE);
  }

  private static void assertFailed(Ended ended) {
    assertThat(ended.code()).as(ended.toString()).isEqualTo(30);
    RefusedNightTest.assertOneSentence(ended);
    assertThat(ended.sentence()).contains("run the same command again");
  }

  private void mount(String options) throws Exception {
    mounted = command("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
    assumeTrue(mounted, "this machine does not let tests mount a file system");
  }

  private static boolean command(String... words) throws Exception {
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
