package org.xinbao.job;

/** How a job ended, as cron sees it (contract section 3). */
public enum ExitCode {
  DONE(0, "Done, nothing for a person to look at."),
  USAGE(2, "Wrong arguments or configuration; nothing was read."),
  LOOK(10, "Done, and some records were rejected or held: see rejects.csv and held.csv."),
  REFUSED(20, "The export was refused; nothing was published."),
  FAILED(30, "Failed, nothing was published; run the same command again to resume."),
  LOCKED(40, "Another job holds the home."),
  HANDOVER_FAILED(50, "Published, but a hand-over failed.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }

  /** One sentence for documents. */
  public String meaning() {
    return meaning;
  }
}
