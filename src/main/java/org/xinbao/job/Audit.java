package org.xinbao.job;

import java.util.List;

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
}
