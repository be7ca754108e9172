package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinbao.ledger.ExportRefused.Reason;
import org.xinbao.store.SafeFiles;

/**
 * The manifest's hash, which stands for the whole export: taken before anything else is read of it.
 */
record ManifestCheck(String sha256) {

  static ManifestCheck read(NightlyArguments arguments, NightlyConf conf) throws IOException {
    Path folder = arguments.ledger();
    if (!Files.isDirectory(folder)) {
      throw refused(
          Reason.FOLDER_MISSING,
          "the folder " + folder + " does not exist; name the export's folder.");
    }
    Path manifest = folder.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)) {
      throw refused(
          Reason.MANIFEST_MISSING, folder + " has no manifest.json; export it again, whole.");
    }
    return new ManifestCheck(SafeFiles.sha256(manifest));
  }

  private static JobStopped refused(Reason reason, String sentence) {
    return new JobStopped(
        ExitCode.REFUSED,
        "The export was refused, nothing was published: " + reason + ": " + sentence);
  }
}
