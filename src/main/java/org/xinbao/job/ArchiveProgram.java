package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinbao.store.SafeFiles;

/** Programs in the archive: each once, by the hash of its files (rulings 15). */
final class ArchiveProgram {

  private ArchiveProgram() {}

  /**
   * Sees to it that a program is in the archive.
   *
   * @return false when it is neither there nor the one at work, so that nobody has it any more
   */
  static boolean keep(ArchivePlaces places, String sha256) throws IOException {
    Path folder = places.program(sha256);
    if (Files.exists(folder)) {
      return true;
    }
    ProgramFiles running = ProgramFiles.running();
    if (!running.sha256().equals(sha256)) {
      return false;
    }
    Path staged = folder.resolveSibling(".staging-" + sha256);
    SafeFiles.deleteTree(staged);
    SafeFiles.createFolders(staged);
    List<String> names = new ArrayList<>();
    for (Path each : running.entries()) {
      String name = String.format(Locale.ROOT, "%03d-%s", names.size(), each.getFileName());
      copy(each, staged.resolve(name));
      names.add(name);
    }
    Files.write(staged.resolve(ArchivePlaces.CLASS_PATH), names, StandardCharsets.UTF_8);
    SafeFiles.forceTree(staged);
    SafeFiles.rename(staged, folder);
    return true;
  }

  /** Its jars and folders of classes in the order of the class path. */
  static List<Path> entries(ArchivePlaces places, String sha256) throws IOException {
    Path folder = places.program(sha256);
    return Files.readAllLines(folder.resolve(ArchivePlaces.CLASS_PATH), StandardCharsets.UTF_8)
        .stream()
        .map(folder::resolve)
        .toList();
  }

  /** Whether a program is there, every bit of it. */
  static boolean isWhole(ArchivePlaces places, String sha256) throws IOException {
    if (!Files.exists(places.program(sha256).resolve(ArchivePlaces.CLASS_PATH))) {
      return false;
    }
    List<Path> entries = entries(places, sha256);
    return entries.stream().allMatch(Files::exists)
        && ProgramFiles.of(entries).sha256().equals(sha256);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      Files.copy(from, to);
      return;
    }
    for (Path each : ProgramFiles.files(from)) {
      Path target = to.resolve(ProgramFiles.name(from, each));
      SafeFiles.createFolders(java.util.Objects.requireNonNull(target.getParent()));
      Files.copy(each, target);
    }
  }
}
