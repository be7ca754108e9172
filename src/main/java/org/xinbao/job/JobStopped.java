package org.xinbao.job;

/** Ends a job early with an exit code and one sentence for the person who must act. */
public final class JobStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  public JobStopped(ExitCode code, String sentence) {
    super(sentence);
    this.code = code;
  }

  public ExitCode code() {
    return code;
  }
}
