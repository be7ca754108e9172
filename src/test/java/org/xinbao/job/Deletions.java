package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinbao.arrears.Day;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.store.Database;
import org.xinbao.store.LoanRange;
import org.xinbao.store.LoanRows;
import org.xinbao.store.Register;
import org.xinbao.store.RegisterEntry;

/** The retention job as tests run it and look at what it leaves. */
final class Deletions {

  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private Deletions() {}

  /** A copy of the sample configuration with a key, and with some lines replaced. */
  static Path conf(Path folder, String... replacements) throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder);
    Path key = conf.resolve("deletion.key");
    Files.writeString(key, KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    change(conf.resolve("xinbao.yaml"), "# deletion-key-file:", "deletion-key-file:");
    for (int i = 0; i < replacements.length; i += 3) {
      change(conf.resolve(replacements[i]), replacements[i + 1], replacements[i + 2]);
    }
    return conf;
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  static List<String> arguments(Nights nights, String date, String... options) {
    List<String> arguments = new ArrayList<>(List.of("retention", "--date", date));
    arguments.addAll(List.of("--home", nights.home().toString()));
    arguments.addAll(List.of("--output", nights.output().toString()));
    arguments.addAll(List.of("--conf", nights.conf().toString()));
    arguments.addAll(List.of(options));
    return arguments;
  }

  static Ended run(Nights nights, String date, String... options) {
    return Commands.run(arguments(nights, date, options).toArray(String[]::new));
  }

  /** Archives all published dates. */
  static void archive(Nights nights) {
    Ended ended =
        Commands.run(
            "archive", "--home", nights.home().toString(), "--conf", nights.conf().toString());
    assertThat(ended.code()).as(ended.toString()).isZero();
  }

  static Ended verify(Nights nights) {
    return Commands.run(
        "audit",
        "verify",
        "--home",
        nights.home().toString(),
        "--output",
        nights.output().toString(),
        "--conf",
        nights.conf().toString());
  }

  /** The register: {@code loan from settled until STATE}, by loan and first day. */
  static List<String> register(Nights nights) {
    List<String> rows = new ArrayList<>();
    try (Database database = Database.openEmbedded(nights.home())) {
      LoanRows<RegisterEntry> all = new Register(database).read(LoanRange.ALL);
      while (all.nextLoan().isPresent()) {
        for (RegisterEntry each : all.take(all.nextLoan().get())) {
          rows.add(
              String.join(
                  " ",
                  each.loanId(),
                  Day.format(each.overdueFrom()),
                  Day.format(each.retained().settledOn()),
                  Day.format(each.retained().retainUntil()),
                  each.retained().state().name()));
        }
      }
    }
    return rows;
  }

  /**
   * The files of the first two stores, register with state and derived outputs, in which a text
   * stands: every byte of the home but the archive and what waits for it, and of the outputs.
   */
  static List<Path> search(Nights nights, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    List<Path> found = new ArrayList<>();
    for (Path folder : List.of(nights.home(), nights.output())) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path each : walk.filter(Files::isRegularFile).toList()) {
          boolean third =
              each.startsWith(nights.home().resolve("archive"))
                  || each.startsWith(nights.home().resolve("inputs"));
          if (!third && contains(Files.readAllBytes(each), wanted)) {
            found.add(each);
          }
        }
      }
    }
    return found;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      int same = 0;
      while (same < wanted.length && bytes[at + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
