package org.xinbao.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.xinbao.arrears.Day;
import org.xinbao.store.HandoverFile;

/** What a person is told of files that are not handed over, and what to do. */
final class HandoverSentences {

  private HandoverSentences() {}

  /**
   * The first file that is not handed over, why, and how it goes on.
   *
   * @param left files that are not handed over, the reason first
   * @param date the business date that was asked for
   */
  static String left(List<HandoverFile> left, int date, Path home) {
    HandoverFile first = left.get(0);
    String others =
        left.size() == 1
            ? ""
            : String.format(Locale.ROOT, " (and %,d other files wait)", left.size() - 1);
    String output =
        first.outputFile().isEmpty()
            ? ""
            : ", its output is in " + home.resolve(first.outputFile());
    String command = "jobs/handover.sh --date " + Day.format(date);
    if (first.state().isUncertain()) {
      return String.format(
          Locale.ROOT,
          "Nobody knows whether %s%s reached %s: %s%s. Find out from the client, then"
              + " run %s --again %s if it did not arrive, or --done %s if it did.",
          first.name(),
          others,
          first.bureau(),
          reason(first),
          output,
          command,
          first.name(),
          first.name());
    }
    return String.format(
        Locale.ROOT,
        "%s%s was not handed over to %s: %s%s. Remove the cause and run %s.",
        first.name(),
        others,
        first.bureau(),
        reason(first),
        output,
        command);
  }

  /** One line about a file for a list. */
  static String line(HandoverFile file) {
    return String.join(
        " ",
        Day.format(file.businessDate()),
        file.bureau(),
        file.recordType(),
        file.name(),
        file.state().name(),
        reason(file));
  }

  private static String reason(HandoverFile file) {
    return switch (file.state()) {
      case WAITING -> "it was not tried yet";
      case BEGUN -> "its command was running when the job was stopped";
      default -> file.reason();
    };
  }
}
