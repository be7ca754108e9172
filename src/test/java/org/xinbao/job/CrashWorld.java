package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.store.SafeFiles;

/**
 * A home, its outputs, its database and the institution's client, in which one life after the other
 * begins with the same. The client notes the name of every file that it is given.
 */
final class CrashWorld {

  static final String FIRST = "2026-10-30";
  static final String MONTH_END = "2026-10-31";
  static final String NEXT = "2026-11-30";

  private final Path life;
  private final Path kept;
  private final CrashStore store;
  private final Nights nights;

  CrashWorld(Path folder, CrashStore store) throws IOException {
    this.store = store;
    life = Files.createDirectories(folder.resolve("life"));
    kept = folder.resolve("kept");
    Path conf =
        Deletions.conf(
            folder.resolve("conf"),
            "xinbao.yaml",
            "# identity-days: 90",
            "identity-days: 0",
            "xinbao.yaml",
            "# register-files-days: 35",
            "register-files-days: 20");
    Path client = folder.resolve("client");
    Files.writeString(client, "#!/bin/sh\necho \"$2\" >> \"$STAGE/calls\"\n");
    Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(
        conf.resolve("xinbao.yaml"),
        store.settings()
            + "\nhand-over:\n  pboc:\n    command: ["
            + client
            + ", \"{file}\", \"{name}\"]\n    environment: {STAGE: "
            + life
            + "}\n",
        StandardOpenOption.APPEND);
    nights = Nights.in(life).withConf(conf).withOptions("--threads", "2", "--partitions", "4");
  }

  Path life() {
    return life;
  }

  Nights nights() {
    return nights;
  }

  CrashStore store() {
    return store;
  }

  /** Loans of the sample whose last record is past its time at the last date. */
  List<String> expired() {
    return List.of("XB00030002", "XB00030003", "XB00030004", "XB00030005", "XB00030010");
  }

  /** The names of the files that the client was given. */
  List<String> calls() throws IOException {
    Path calls = life.resolve("calls");
    return Files.exists(calls) ? Trees.lines(calls) : List.of();
  }

  /** What is there now is what each life begins with. */
  void keep() throws IOException, SQLException {
    // The archived program is large and no job changes it.
    Trees.copyOrLink(life, kept, Path.of("home/archive/programs"));
    store.keep();
  }

  /** A new life. */
  void restore() throws IOException, SQLException {
    SafeFiles.deleteTree(life);
    Trees.copyOrLink(kept, life, Path.of("home/archive/programs"));
    store.restore();
  }

  /** The arguments that name the home, after the words of a command. */
  List<String> inHome(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", nights.home().toString()));
    all.addAll(List.of("--output", nights.output().toString()));
    all.addAll(List.of("--conf", nights.conf().toString()));
    return all;
  }

  Ended run(List<String> arguments) {
    return Commands.run(arguments.toArray(String[]::new));
  }
}
