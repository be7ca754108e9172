package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinbao.bureau.Bureau;
import org.xinbao.conf.HandoverSettings;
import org.xinbao.store.HandoverFile;
import org.xinbao.store.HandoverState;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;

/**
 * The hand-over of published files to the bureaux' clients, one after the other, oldest date and
 * first record type first. Nothing of it reaches an output.
 *
 * <p>No file is handed over twice: one that is done is never tried again, and one whose last
 * attempt has no known end waits for a person, unless the client is known to be idempotent. A
 * bureau takes records of one type before those of the next (its file of accounts before that of
 * corrections to them), so a file that could not be handed over holds back those of later types and
 * dates.
 */
final class Handover {

  /** The step's name in the store and in the status. */
  static final String STEP = "hand-over";

  /** Which files are tried besides those that were never tried. */
  enum Repeat {
    /** No other. */
    NEVER_TRIED,
    /** Also those that the client did not take. */
    FAILED_TOO
  }

  private final NightlyConf conf;
  private final Stores stores;
  private final Path home;
  private final Path output;
  private final Progress progress;

  Handover(NightlyConf conf, Stores stores, Path home, Path output, Progress progress) {
    this.conf = conf;
    this.stores = stores;
    this.home = home;
    this.output = output;
    this.progress = progress;
  }

  /** Hands over what a night has published, and says how the night ended then. */
  RunOutcome afterPublishing(int date, RunOutcome published, Repeat repeat)
      throws IOException, InterruptedException {
    Set<String> bureaux = conf.settings().handovers().keySet();
    if (bureaux.isEmpty()) {
      return published;
    }
    List<HandoverFile> left = handOver(date, bureaux, repeat, Optional.empty());
    RunOutcome outcome =
        left.isEmpty()
            ? published
            : new RunOutcome(
                ExitCode.HANDOVER_FAILED,
                published.sentence() + " " + HandoverSentences.left(left, date, home));
    ended(Nightly.JOB, date, outcome);
    return outcome;
  }

  /**
   * Hands over the files of a published date and what is left of earlier ones.
   *
   * @param again a file that may be tried whatever became of its last attempt
   * @return the files that are still not handed over; the first one is the reason
   */
  List<HandoverFile> handOver(
      int date, Set<String> bureaux, Repeat repeat, Optional<HandoverFile> again)
      throws IOException, InterruptedException {
    List<HandoverFile> open = left(date, bureaux);
    begin(date, open.size());
    HandoverAttempt attempt = new HandoverAttempt(conf, stores, home, output);
    Map<String, HandoverFile> stopped = new HashMap<>();
    for (HandoverFile file : open) {
      HandoverFile before = stopped.get(file.bureau());
      if (before != null && !isSameType(before, file)) {
        continue;
      }
      boolean mayTry = again.filter(each -> isSame(each, file)).isPresent() || mayTry(file, repeat);
      if (!mayTry || !attempt.run(file).isDone()) {
        stopped.putIfAbsent(file.bureau(), file);
      }
      progress.advance(1);
    }
    stores.runs().stepEnded(run(date).id(), STEP, Instant.now());
    return left(date, bureaux);
  }

  /**
   * The planned files of a date, and those of earlier dates that are not done, bureau by bureau in
   * the order in which the bureau takes them.
   */
  List<HandoverFile> list(int date, Set<String> bureaux) {
    List<HandoverFile> files = stores.handovers().list(date);
    List<HandoverFile> ordered = new ArrayList<>();
    for (Bureau bureau : conf.bureaux()) {
      if (bureaux.contains(bureau.name())) {
        List<String> types = bureau.recordTypes();
        files.stream()
            .filter(each -> each.bureau().equals(bureau.name()))
            .sorted(
                Comparator.comparingLong(HandoverFile::publishNo)
                    .thenComparingInt(each -> types.indexOf(each.recordType()))
                    .thenComparingInt(HandoverFile::serial))
            .forEach(ordered::add);
      }
    }
    return ordered;
  }

  /** Writes the status of the home once all is done. */
  void ended(String job, int date, RunOutcome outcome) throws IOException {
    StatusBoard.ended(job, home, stores, run(date), RunState.PUBLISHED, outcome);
  }

  private List<HandoverFile> left(int date, Set<String> bureaux) {
    return list(date, bureaux).stream().filter(each -> !each.state().isDone()).toList();
  }

  private void begin(int date, int files) throws IOException {
    Run run = run(date);
    HandoverAttempt.deleteOldOutput(home, date);
    progress.step(STEP, files);
    stores.runs().stepStarted(run.id(), STEP, Instant.now());
    StatusBoard.working(Nightly.JOB, home, stores, run, STEP);
  }

  private Run run(int date) {
    return stores.runs().findPublished(Nightly.JOB, date).orElseThrow();
  }

  private boolean mayTry(HandoverFile file, Repeat repeat) {
    if (file.state().isUncertain()) {
      HandoverSettings settings = conf.settings().handovers().get(file.bureau());
      return settings != null && settings.idempotent();
    }
    return file.state() == HandoverState.WAITING || repeat == Repeat.FAILED_TOO;
  }

  private static boolean isSameType(HandoverFile one, HandoverFile other) {
    return one.runId() == other.runId() && one.recordType().equals(other.recordType());
  }

  private static boolean isSame(HandoverFile one, HandoverFile other) {
    return one.runId() == other.runId()
        && one.bureau().equals(other.bureau())
        && one.name().equals(other.name());
  }
}
