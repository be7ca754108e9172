package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import org.xinbao.store.SafeFiles;

/**
 * Where what lies in the source archive: each published run in a folder of its own, states and
 * programs by their hash, because many runs share them.
 */
record ArchivePlaces(Path archive) {

  /** The list of what a run's folder holds, with hashes. */
  static final String INDEX = "index.tsv";

  static final String EXPORT = "export";
  static final String INPUTS = "inputs";

  /** The order of a program's class path. */
  static final String CLASS_PATH = "class-path";

  /** Creates what is missing; only the owner may look in. */
  void create() throws IOException {
    SafeFiles.createPrivateFolder(archive);
    SafeFiles.createFolders(archive.resolve("dates"));
    SafeFiles.createFolders(archive.resolve("states"));
    SafeFiles.createFolders(archive.resolve("programs"));
  }

  /** The folder of a published run, by the name of its output folder. */
  Path run(String folder) {
    return archive.resolve("dates").resolve(folder);
  }

  /** Where a run's folder is built before it gets its name. */
  Path staged(String folder) {
    return archive.resolve("dates").resolve(".staging-" + folder);
  }

  Path state(String sha256) {
    return archive.resolve("states").resolve(sha256 + Packed.SUFFIX);
  }

  Path program(String sha256) {
    return archive.resolve("programs").resolve(sha256);
  }
}
