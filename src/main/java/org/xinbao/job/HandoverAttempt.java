package org.xinbao.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.arrears.Day;
import org.xinbao.conf.HandoverSettings.Placeholder;
import org.xinbao.store.HandoverFile;
import org.xinbao.store.HandoverResult;
import org.xinbao.store.HandoverState;
import org.xinbao.store.SafeFiles;

/**
 * One try to hand a file over: noted as begun, run, its output kept, noted as ended, in this order,
 * so that a job that dies in between leaves a file of which it is known that nothing is known.
 */
final class HandoverAttempt {

  /** The folder in the home for what the commands say, one folder a business date. */
  static final String FOLDER = "handover";

  /** As long as the log is kept. */
  private static final int DAYS_KEPT = 90;

  private static final Logger LOG = LoggerFactory.getLogger(HandoverAttempt.class);

  private final NightlyConf conf;
  private final Stores stores;
  private final Path home;
  private final Path output;

  HandoverAttempt(NightlyConf conf, Stores stores, Path home, Path output) {
    this.conf = conf;
    this.stores = stores;
    this.home = home;
    this.output = output;
  }

  /** Deletes what commands have said on business dates that are long past. */
  static void deleteOldOutput(Path home, int date) throws IOException {
    Path all = home.resolve(FOLDER);
    if (!Files.isDirectory(all)) {
      return;
    }
    String first = Day.format(date - DAYS_KEPT);
    try (Stream<Path> dates = Files.list(all)) {
      for (Path each : dates.toList()) {
        // Dates sort as their texts do.
        if (String.valueOf(each.getFileName()).compareTo(first) < 0) {
          SafeFiles.deleteTree(each);
        }
      }
    }
  }

  /** Tries once and says how it ended. */
  HandoverState run(HandoverFile file) throws IOException, InterruptedException {
    Path path =
        Staging.of(output, file.businessDate(), file.version(), file.runId())
            .target()
            .resolve("submissions")
            .resolve(file.bureau())
            .resolve(file.name());
    Path folder = SafeFiles.createFolders(home.resolve(folder(file)));
    int attempt = stores.handovers().begin(file, Instant.now());
    FailurePoint.HANDOVER_BEGUN.pass();
    HandoverResult result = attempt(file, attempt, path, folder);
    FailurePoint.HANDOVER_ENDED.pass();
    JobEvidence.handover(stores, file, attempt, result);
    LOG.info(
        "hand-over of {} to {}, attempt {}: {}",
        file.name(),
        file.bureau(),
        attempt,
        result.reason());
    return result.state();
  }

  private HandoverResult attempt(HandoverFile file, int attempt, Path path, Path folder)
      throws IOException, InterruptedException {
    if (!isAsPublished(file, path)) {
      return new HandoverResult(
          HandoverState.FAILED,
          OptionalInt.empty(),
          "the file is not in " + path.getParent() + " as it was published",
          "",
          0,
          Instant.now());
    }
    ClientCommand.Ended ended =
        new ClientCommand(
                Objects.requireNonNull(conf.settings().handovers().get(file.bureau())),
                Map.of(
                    Placeholder.FILE, path.toString(),
                    Placeholder.NAME, file.name(),
                    Placeholder.DATE, Day.format(file.businessDate()),
                    Placeholder.RECORD_TYPE, file.recordType(),
                    Placeholder.BUREAU, file.bureau()),
                folder)
            .run();
    String kept = "";
    if (ended.output().total() > 0) {
      kept = folder(file) + "/" + file.name() + "-" + attempt + ".log";
      SafeFiles.replace(home.resolve(kept), tail(ended.output()));
    }
    return new HandoverResult(
        ended.state(),
        ended.exitCode(),
        ended.reason(),
        kept,
        ended.output().total(),
        Instant.now());
  }

  private static boolean isAsPublished(HandoverFile file, Path path) throws IOException {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && SafeFiles.sha256(path).equals(file.sha256());
  }

  private static String folder(HandoverFile file) {
    return FOLDER + "/" + Day.format(file.businessDate());
  }

  private static byte[] tail(ClientCommand.OutputTail output) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] tail = output.bytes();
    if (output.total() > tail.length) {
      text.writeBytes(
          String.format(
                  Locale.ROOT,
                  "[the first %d of %d bytes are not kept]%n",
                  output.total() - tail.length,
                  output.total())
              .getBytes(StandardCharsets.UTF_8));
    }
    text.writeBytes(tail);
    return text.toByteArray();
  }
}
