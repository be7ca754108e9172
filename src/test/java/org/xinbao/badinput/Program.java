package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/** Runs commands in this process and complains about what no input may make them do. */
final class Program {

  /** What the contract has for inputs that can be bad (section 3); a failure is not among them. */
  private static final Set<Integer> DOCUMENTED = Set.of(0, 2, 10, 20);

  private static final Pattern FRAME = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(");

  private final Path folder;

  /**
   * A place for one home, its outputs and configuration.
   *
   * @param folder with {@code home}, {@code out} and {@code conf} below it
   */
  Program(Path folder) {
    this.folder = folder;
  }

  Path home() {
    return folder.resolve("home");
  }

  Path output() {
    return folder.resolve("out");
  }

  Path conf() {
    return folder.resolve("conf");
  }

  Path published(String date) {
    return output().resolve(date);
  }

  /** A configuration of one's own. */
  Program withConf() throws IOException {
    Trees.copy(Path.of("jobs/conf"), conf());
    return this;
  }

  Ended nightly(Path export, String date) {
    return run("nightly", "--ledger", export.toString(), "--date", date, "--threads", "1");
  }

  Ended feedback(Path dir) {
    return run("feedback", "--dir", dir.toString());
  }

  private Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home().toString(), "--output", output().toString()));
    all.addAll(List.of("--conf", conf().toString()));
    return Commands.run(all.toArray(String[]::new));
  }

  /** What may never be seen after a command, whatever its input was. */
  List<String> complaints(Ended ended) throws IOException {
    List<String> complaints = new ArrayList<>();
    if (!DOCUMENTED.contains(ended.code())) {
      complaints.add("exit code " + ended.code() + ": " + ended.sentence());
    }
    if (!ended.sentence().endsWith(".")) {
      complaints.add("no sentence: " + ended.errors());
    }
    if (FRAME.matcher(String.join("\n", ended.errors())).find()) {
      complaints.add("stack trace on standard error");
    }
    Path log = home().resolve("logs/xinbao.log");
    if (Files.exists(log) && FRAME.matcher(Files.readString(log, ISO_8859_1)).find()) {
      complaints.add("stack trace in the log");
    }
    return complaints;
  }

  /** Every file that a reader could have seen, by what it holds. */
  SortedMap<String, String> visible() throws IOException {
    SortedMap<String, String> visible = new TreeMap<>();
    if (!Files.exists(output())) {
      return visible;
    }
    try (Stream<Path> walk = Files.walk(output())) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        visible.put(output().relativize(file).toString(), Export.sha256(Files.readAllBytes(file)));
      }
    }
    return visible;
  }
}
