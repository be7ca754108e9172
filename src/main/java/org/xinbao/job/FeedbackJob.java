package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.SafeFiles;

/**
 * The job that takes in what bureaux answered: every file of a folder, by name, each as a whole or
 * not at all. A file that was taken in before is passed over, so the job can be repeated at will;
 * after a crash it goes on where it was.
 */
public final class FeedbackJob {

  /** The job's name in the lock. */
  public static final String JOB = "feedback";

  /** The folder of its lists, in the home. */
  static final String FOLDER = "feedback";

  private static final Logger LOG = LoggerFactory.getLogger(FeedbackJob.class);

  private final FeedbackArguments arguments;
  private final NightlyConf conf;
  private final Stores stores;
  private final List<FeedbackFile> taken = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private int known;
  private long lastBefore;

  private FeedbackJob(FeedbackArguments arguments, NightlyConf conf, Stores stores) {
    this.arguments = arguments;
    this.conf = conf;
    this.stores = stores;
  }

  /**
   * Runs the job.
   *
   * @throws JobStopped when it ends early with a documented exit code
   * @throws org.xinbao.conf.ConfException when the configuration cannot be used
   */
  public static FeedbackOutcome run(FeedbackArguments arguments) throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    if (!Files.isDirectory(arguments.folder())) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The folder " + arguments.folder() + " does not exist: name another one with --dir.");
    }
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> new FeedbackJob(arguments, conf, stores).takeAll());
  }

  private FeedbackOutcome takeAll() throws IOException {
    HalfPublished.complete(stores, arguments.home());
    stores.feedbacks().tidy();
    lastBefore = lastBefore();
    for (Path file : files()) {
      take(file);
    }
    Files.delete(begun());
    return new FeedbackOutcome(outcome(), refused);
  }

  /**
   * The number of the last file taken in before this job, noted until its end: one that was killed
   * has told nobody of what it took in, so the start after it does.
   */
  private long lastBefore() throws IOException {
    if (Files.exists(begun())) {
      return Long.parseLong(Files.readString(begun()));
    }
    long last = stores.feedbacks().lastNumber();
    SafeFiles.createFolders(arguments.home().resolve("work"));
    SafeFiles.replace(begun(), Long.toString(last).getBytes(StandardCharsets.UTF_8));
    return last;
  }

  private Path begun() {
    return arguments.home().resolve("work").resolve("feedback-begun");
  }

  /** The regular files of the folder by name; hidden ones are somebody's work in progress. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(arguments.folder())) {
      return all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .filter(each -> !name(each).startsWith("."))
          .sorted((a, b) -> LoanCursor.ORDER.compare(name(a), name(b)))
          .toList();
    }
  }

  private void take(Path file) throws IOException {
    try {
      Bureau bureau = bureauOf(file);
      FeedbackFile now = new FeedbackImport(stores, bureau, arguments, file).takeUnlessKnown();
      if (now.number() <= lastBefore) {
        known++;
        return;
      }
      taken.add(now);
      LOG.info(
          "feedback {} taken in: {} stored, {} rejected",
          now.number(),
          now.stored(),
          now.rejected());
    } catch (FeedbackRefused e) {
      LOG.warn("feedback file refused: {}", e.reason());
      refused.add(name(file) + ": " + e.reason() + ": " + e.sentence() + ".");
    }
  }

  /**
   * Whose answer a file is by its name; the first bureau says of any other what is wrong with it.
   */
  private Bureau bureauOf(Path file) {
    return conf.bureaux().stream()
        .filter(each -> each.isFeedback(name(file)))
        .findFirst()
        .orElse(conf.bureaux().get(0));
  }

  private RunOutcome outcome() {
    if (!refused.isEmpty()) {
      return new RunOutcome(ExitCode.REFUSED, sentence() + " Refused: " + refused.get(0));
    }
    boolean look = taken.stream().anyMatch(each -> each.rejected() > 0);
    return new RunOutcome(look ? ExitCode.LOOK : ExitCode.DONE, sentence());
  }

  private String sentence() {
    String before = known == 0 ? "" : String.format(Locale.ROOT, ", %,d taken in before", known);
    if (taken.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "No feedback file of %s was taken in (%,d refused%s).",
          arguments.folder(),
          refused.size(),
          before);
    }
    long rejected = taken.stream().mapToLong(FeedbackFile::rejected).sum();
    return String.format(
        Locale.ROOT,
        "%,d feedback files taken in (%,d refused%s): %,d records accepted, %,d rejected%s",
        taken.size(),
        refused.size(),
        before,
        taken.stream().mapToLong(FeedbackFile::stored).sum(),
        rejected,
        rejected == 0 ? "." : "; open " + list() + ".");
  }

  /** The list to open: the only one, else their folder. */
  private Path list() {
    List<FeedbackFile> lists = taken.stream().filter(each -> each.rejected() > 0).toList();
    return lists.size() == 1
        ? FeedbackList.file(arguments.home(), lists.get(0).fileName())
        : arguments.home().resolve(FOLDER);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
