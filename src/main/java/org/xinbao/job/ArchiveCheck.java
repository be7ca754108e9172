package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.store.SafeFiles;

/** Compares what lies in the archive with the index of a run's folder, bit by bit. */
final class ArchiveCheck {

  private final ArchivePlaces places;

  /** States and programs are shared by many runs and looked at once. */
  private final Map<String, Boolean> looked = new HashMap<>();

  ArchiveCheck(ArchivePlaces places) {
    this.places = places;
  }

  /**
   * Whether a folder has every file that its own index lists; what it shares with others was
   * checked when it was archived.
   */
  boolean isWhole(Path folder) throws IOException {
    Path index = folder.resolve(ArchivePlaces.INDEX);
    if (!Files.exists(index)) {
      return false;
    }
    Findings findings = new Findings();
    files(folder, index(folder), findings);
    return findings.count() == 0;
  }

  /**
   * Names everything of a run's folder that is not as it was archived.
   *
   * @param indexSha256 as the evidence chain has it
   */
  void folder(String name, String indexSha256, Findings findings) throws IOException {
    if (inputs(name, indexSha256, findings)) {
      shared(index(places.run(name)), findings);
    }
  }

  /** The same for the folder alone, without the states and the program that it shares. */
  boolean inputs(String name, String indexSha256, Findings findings) throws IOException {
    Path folder = places.run(name);
    Path index = folder.resolve(ArchivePlaces.INDEX);
    if (!Files.exists(index)) {
      findings.add(index + " is missing and was not deleted under retention");
      return false;
    }
    if (!SafeFiles.sha256(index).equals(indexSha256)) {
      findings.add(index + " has been changed");
      return false;
    }
    files(folder, index(folder), findings);
    return true;
  }

  private static EvidenceBody index(Path folder) throws IOException {
    return EvidenceBody.parse(Files.readString(folder.resolve(ArchivePlaces.INDEX)));
  }

  private static void files(Path folder, EvidenceBody index, Findings findings) throws IOException {
    Set<Path> listed = new HashSet<>();
    listed.add(folder.resolve(ArchivePlaces.INDEX));
    for (List<String> each : index.values("file")) {
      Path file = folder.resolve(each.get(0) + Packed.SUFFIX);
      listed.add(file);
      compare(file, each.get(2), each.get(3), findings);
    }
    for (Path each : ProgramFiles.files(folder)) {
      if (!listed.contains(each)) {
        findings.add(each + " is not in the index of its folder");
      }
    }
  }

  private void shared(EvidenceBody index, Findings findings) throws IOException {
    for (List<String> each : index.values("state")) {
      Path file = places.state(each.get(1));
      if (looked.putIfAbsent(file.toString(), true) == null) {
        compare(file, each.get(2), each.get(3), findings);
      }
    }
    String program = index.value("program");
    boolean isNew = looked.putIfAbsent(program, true) == null;
    if (isNew && !program.equals("MISSING")) {
      ArchiveProgram.check(places, program, findings);
    }
  }

  private static void compare(Path file, String sha256, String packedSha256, Findings findings)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      findings.add(file + " is missing");
      return;
    }
    Packed packed = Packed.read(file);
    if (!packed.sha256().equals(sha256) || !packed.packedSha256().equals(packedSha256)) {
      findings.add(file + " has been changed");
    }
  }
}
