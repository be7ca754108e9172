package org.xinbao.job;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.store.HandoverFile;
import org.xinbao.store.HandoverResult;
import org.xinbao.store.HandoverState;
import org.xinbao.store.Run;
import org.xinbao.store.Submission;

/**
 * The job that repeats a hand-over: files of a published date, and of earlier dates, that are not
 * handed over yet ({@code jobs/handover.sh}).
 */
public final class HandoverJob {

  /** The job's name in the lock and in the status. */
  public static final String JOB = "handover";

  private final HandoverArguments arguments;
  private final NightlyConf conf;
  private final Stores stores;
  private final Handover handover;

  private HandoverJob(
      HandoverArguments arguments, NightlyConf conf, Stores stores, Progress progress) {
    this.arguments = arguments;
    this.conf = conf;
    this.stores = stores;
    this.handover = new Handover(conf, stores, arguments.home(), arguments.output(), progress);
  }

  /**
   * How the job ended.
   *
   * @param files every file of the date, and those of earlier dates that were not done, with the
   *     state of each: one line a file
   */
  public record Outcome(RunOutcome run, List<String> files) {
    public Outcome {
      files = List.copyOf(files);
    }
  }

  /**
   * Runs the job.
   *
   * @throws JobStopped when it ends early with a documented exit code
   * @throws org.xinbao.conf.ConfException when the configuration cannot be used
   */
  public static Outcome run(HandoverArguments arguments, Progress progress) throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> new HandoverJob(arguments, conf, stores, progress).run());
  }

  private Outcome run() throws Exception {
    HalfPublished.complete(stores, arguments.home());
    Run run =
        stores
            .runs()
            .findPublished(Nightly.JOB, arguments.date())
            .orElseThrow(() -> usage(date() + " is not published in this home."));
    Set<String> bureaux = bureaux();
    Optional<HandoverFile> again = arguments.again().map(name -> named(name, run, bureaux));
    arguments.done().ifPresent(name -> markDone(named(name, run, bureaux)));
    refuseOtherwiseHandedOver(run, bureaux);
    List<HandoverFile> left =
        handover.handOver(arguments.date(), bureaux, Handover.Repeat.FAILED_TOO, again);
    List<HandoverFile> files = handover.list(arguments.date(), bureaux);
    RunOutcome outcome = outcome(left, files);
    handover.ended(JOB, arguments.date(), outcome);
    return new Outcome(outcome, files.stream().map(HandoverSentences::line).toList());
  }

  private RunOutcome outcome(List<HandoverFile> left, List<HandoverFile> files) {
    if (!left.isEmpty()) {
      return new RunOutcome(
          ExitCode.HANDOVER_FAILED,
          HandoverSentences.left(left, arguments.date(), arguments.home()));
    }
    return new RunOutcome(
        ExitCode.DONE,
        String.format(Locale.ROOT, "%s: all %,d files are handed over.", date(), files.size()));
  }

  private Set<String> bureaux() {
    Set<String> configured = conf.settings().handovers().keySet();
    if (configured.isEmpty()) {
      throw usage("xinbao.yaml names no command under hand-over; there is nothing to run.");
    }
    Optional<String> one = arguments.bureau();
    if (one.isEmpty()) {
      return configured;
    }
    if (!configured.contains(one.get())) {
      throw usage(
          "xinbao.yaml has no hand-over for the bureau named with --bureau; it has: "
              + String.join(", ", configured)
              + ".");
    }
    return Set.of(one.get());
  }

  /** A file that is not done yet, planned now if its date was published without hand-over. */
  private HandoverFile named(String name, Run run, Set<String> bureaux) {
    List<SubmissionFile> files =
        stores.submissions().list(run.id()).stream()
            .map(Submission::file)
            .filter(each -> each.name().equals(name) && bureaux.contains(each.bureau()))
            .toList();
    stores.handovers().plan(run.id(), files);
    HandoverFile file =
        handover.list(arguments.date(), bureaux).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    usage(
                        date()
                            + " has no file of the name given with --again or --done; its files are"
                            + " in submissions."));
    if (file.state().isDone()) {
      throw usage(name + " is handed over already; no file is handed over twice.");
    }
    return file;
  }

  private void markDone(HandoverFile file) {
    int attempt = stores.handovers().begin(file, Instant.now());
    JobEvidence.handover(
        stores,
        file,
        attempt,
        new HandoverResult(
            HandoverState.BY_HAND,
            OptionalInt.empty(),
            "said to be handed over",
            "",
            0,
            Instant.now()));
  }

  /** A date that was published without hand-over was handed over by people, as far as is known. */
  private void refuseOtherwiseHandedOver(Run run, Set<String> bureaux) {
    boolean written =
        stores.submissions().list(run.id()).stream()
            .anyMatch(each -> bureaux.contains(each.file().bureau()));
    if (written && handover.list(arguments.date(), bureaux).isEmpty()) {
      throw usage(
          date()
              + " was published without hand-over, so its files may have been handed over by hand;"
              + " name a file with --again to hand it over.");
    }
  }

  private String date() {
    return Day.format(arguments.date());
  }

  private static JobStopped usage(String sentence) {
    return new JobStopped(ExitCode.USAGE, sentence);
  }
}
