package org.xinbao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauFactory;
import org.xinbao.bureau.Bureaux;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;
import org.xinbao.job.BureauConf;
import org.xinbao.job.ExitCode;
import org.xinbao.job.JobStopped;

/**
 * Finds the bureau that a submission file is for and asks it, as it is configured or, without a
 * configuration of that bureau, as every institution must.
 */
final class PrecheckDoor {

  /** The opening of a file by which it is recognised. */
  private static final int OPENING = 512;

  /**
   * Whose rules a file is held to that nobody recognises, as the message then says what it is not.
   */
  private static final String DEFAULT = "pboc";

  private final String forced;
  private final List<Bureau> configured;

  private PrecheckDoor(String forced, List<Bureau> configured) {
    this.forced = forced;
    this.configured = configured;
  }

  /**
   * Without configuration.
   *
   * @param forced the bureau that all files are for; empty when each is to be recognised
   */
  static PrecheckDoor unconfigured(String forced) {
    return new PrecheckDoor(forced, List.of());
  }

  /** With the bureaux of a configuration folder. */
  static PrecheckDoor configured(String forced, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The configuration folder " + folder + " does not exist: name another one with --conf.");
    }
    return new PrecheckDoor(
        forced, BureauConf.read(folder, Settings.read(folder), Products.read(folder)).bureaux());
  }

  /** The bureau that a file is for. */
  BureauFactory bureau(Path file) throws IOException {
    if (!forced.isEmpty()) {
      return Bureaux.find(forced).orElseThrow();
    }
    String name = String.valueOf(file.getFileName());
    byte[] opening;
    try (InputStream in = Files.newInputStream(file)) {
      opening = in.readNBytes(OPENING);
    }
    for (BureauFactory each : Bureaux.all()) {
      if (each.recognises(name, opening)) {
        return each;
      }
    }
    return Bureaux.find(DEFAULT).orElseThrow();
  }

  SubmissionFile check(
      BureauFactory bureau, Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    for (Bureau each : configured) {
      if (each.name().equals(bureau.name())) {
        return each.precheck(file, known, findings);
      }
    }
    return bureau.precheck(file, known, findings);
  }
}
