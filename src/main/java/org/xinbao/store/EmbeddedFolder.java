package org.xinbao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder of the embedded database, whose tables are made or changed in a copy: HSQLDB commits
 * each statement about a table by itself, so that a process killed among them would leave tables
 * that no version of the program knows.
 *
 * <p>The copy takes the folder's place in steps that can be repeated. Once it is whole it has a
 * file that says so.
 */
final class EmbeddedFolder {

  /** In the folder: it is to be written anew when it is closed next. */
  private static final String COMPACT = "compact";

  /** In a copy: it is whole and takes the folder's place. */
  private static final String WHOLE = "whole";

  private final Path folder;
  private final Path copy;
  private final Path replaced;

  EmbeddedFolder(Path home) {
    folder = home.resolve("db");
    copy = home.resolve("db.new");
    replaced = home.resolve("db.old");
  }

  Path path() {
    return folder;
  }

  /** Whether there is a database. */
  boolean exists() {
    return Files.exists(folder);
  }

  /** Completes or takes away what a process killed in between has left. */
  void heal() throws IOException {
    if (Files.exists(copy.resolve(WHOLE))) {
      takePlace();
    }
    SafeFiles.deleteTree(copy);
    if (Files.exists(folder)) {
      Files.deleteIfExists(folder.resolve(WHOLE));
      SafeFiles.deleteTree(replaced);
    }
  }

  /** A folder with the same files, or without any when there is no database yet. */
  Path copy() throws IOException {
    SafeFiles.deleteTree(copy);
    SafeFiles.createFolders(copy);
    if (exists()) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path each : files.filter(Files::isRegularFile).toList()) {
          Files.copy(each, copy.resolve(folder.relativize(each)));
        }
      }
    }
    return copy;
  }

  /** Puts the copy, which nobody has open, into the folder's place. */
  void replaceByCopy() throws IOException {
    SafeFiles.forceTree(copy);
    SafeFiles.replace(copy.resolve(WHOLE), new byte[0]);
    heal();
  }

  private void takePlace() throws IOException {
    if (Files.exists(folder)) {
      SafeFiles.deleteTree(replaced);
      SafeFiles.rename(folder, replaced);
    }
    SafeFiles.rename(copy, folder);
  }

  /** Notes that the files hold bytes of deleted rows until they are written anew. */
  static void noteCompact(Path folder) throws IOException {
    SafeFiles.replace(folder.resolve(COMPACT), new byte[0]);
  }

  static boolean mustCompact(Path folder) {
    return Files.exists(folder.resolve(COMPACT));
  }

  /** The files have been written anew. */
  static void compacted(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(COMPACT));
  }
}
