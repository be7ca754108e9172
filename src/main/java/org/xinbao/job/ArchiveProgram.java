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

  /** The hash of each entry of the class path. */
  private static final String HASHES = "sha256";

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
    List<String> hashes = new ArrayList<>();
    for (Path each : running.entries()) {
      String name = String.format(Locale.ROOT, "%03d-%s", names.size(), each.getFileName());
      copy(each, staged.resolve(name));
      names.add(name);
      hashes.add(ProgramFiles.hash(each));
    }
    Files.write(staged.resolve(HASHES), hashes, StandardCharsets.UTF_8);
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

  /**
   * Names what of a program is not as it was archived: the jar or folder, or the lists that say
   * which there are. The hashes of the entries must add up to the program's own, which the evidence
   * chain has.
   */
  static void check(ArchivePlaces places, String sha256, Findings findings) throws IOException {
    Path folder = places.program(sha256);
    Path list = folder.resolve(ArchivePlaces.CLASS_PATH);
    Path sums = folder.resolve(HASHES);
    for (Path each : List.of(list, sums)) {
      if (!Files.exists(each)) {
        findings.add(each + " is missing");
        return;
      }
    }
    List<String> hashes =
        new String(Files.readAllBytes(sums), StandardCharsets.ISO_8859_1).lines().toList();
    if (!ProgramFiles.sum(hashes).equals(sha256)) {
      findings.add(sums + " has been changed");
      return;
    }
    List<String> names =
        new String(Files.readAllBytes(list), StandardCharsets.ISO_8859_1).lines().toList();
    if (names.size() != hashes.size()) {
      findings.add(list + " has been changed");
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).matches("\\d{3}-[^/\\\\]+")
          || !Files.exists(folder.resolve(names.get(i)))) {
        findings.add(list + " has been changed or " + folder + " lacks what it names");
      } else if (!ProgramFiles.hash(folder.resolve(names.get(i))).equals(hashes.get(i))) {
        findings.add(folder.resolve(names.get(i)) + " has been changed");
      }
    }
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
