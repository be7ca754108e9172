package org.xinbao.job;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.xinbao.store.SafeFiles;

/** What auditors ask of a home: is all as it was published? */
public final class Audit {

  /** The job's name in the lock. */
  static final String JOB = "audit";

  private Audit() {}

  /**
   * How an audit ended.
   *
   * @param findings one sentence each, for standard output; empty when all is in order
   */
  public record Result(ExitCode code, String sentence, List<String> findings) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /** Walks the evidence chain and compares everything that it tells of with what is there. */
  public static Result verify(AuditArguments arguments) throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> {
          HalfPublished.complete(stores, arguments.home());
          return new AuditVerify(arguments, stores).run();
        });
  }

  /**
   * Runs a published date again from the archive and compares every byte.
   *
   * @param date the business date (epoch day)
   * @param version of the date, the last one when empty
   * @param present whether to run the program at work instead of the archived one
   */
  public static Result reproduce(
      AuditArguments arguments, int date, OptionalInt version, boolean present) throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> {
          Path scratch = arguments.home().resolve("scratch");
          SafeFiles.deleteTree(scratch);
          SafeFiles.createPrivateFolder(scratch);
          try {
            return new Reproduce(arguments, stores, date, version, present).run(scratch);
          } finally {
            SafeFiles.deleteTree(scratch);
          }
        });
  }
}
