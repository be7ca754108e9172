package org.xinbao.bureau.baihang;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.FeedbackHead;
import org.xinbao.bureau.FeedbackLine;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackRefused.Reason;
import org.xinbao.bureau.FeedbackSink;
import org.xinbao.bureau.RejectionCode;

/**
 * Reads what the bureau did not take. The layout of the bureau's own result logs is not public;
 * this is the program's own, for the institution's client to fill: {@code {base name of the
 * submission}.feedback.csv}, UTF-8, first line {@code stored,rejected,yyyy-MM-dd}, then a line
 * {@code line,code;code} for every rejected record: its line in the submission, the tag line being
 * line 1, or 0 when the whole file failed.
 */
final class FeedbackReader {

  private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,30}");
  private static final int CODES_MAX = 5;

  private final String company;
  private final FeedbackSink sink;
  private long number = 1;

  FeedbackReader(String company, FeedbackSink sink) {
    this.company = company;
    this.sink = sink;
  }

  /** The submission that a feedback file of this name answers. */
  static Optional<FileName> submission(String fileName) {
    return fileName.endsWith(FileName.FEEDBACK)
        ? FileName.find(
            fileName.substring(0, fileName.length() - FileName.FEEDBACK.length()) + FileName.TEXT)
        : Optional.empty();
  }

  void read(Path file) throws FeedbackRefused, IOException {
    FileName name =
        submission(String.valueOf(file.getFileName()))
            .orElseThrow(
                () ->
                    new FeedbackRefused(
                        Reason.NOT_FEEDBACK,
                        "its name is not that of a submission with .feedback.csv"));
    if (!name.company().equals(company)) {
      throw new FeedbackRefused(
          Reason.FOREIGN, "it answers another company than that of baihang.yaml; move it there");
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      FeedbackHead head = head(name, lines.readLine());
      sink.head(head);
      long rejected = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        FeedbackLine read = line(line, head);
        rejected += read.submissionLine() > 0 ? 1 : 0;
        sink.line(read);
      }
      if (head.outcome() != FeedbackHead.Outcome.REJECTED && rejected != head.rejected()) {
        throw new FeedbackRefused(
            Reason.TRUNCATED,
            "its first line tells of " + head.rejected() + " records and it has " + rejected);
      }
    } catch (CharacterCodingException e) {
      throw bad("is not UTF-8");
    }
  }

  private static FeedbackHead head(FileName name, @org.jspecify.annotations.Nullable String line)
      throws FeedbackRefused {
    String[] part = line == null ? new String[0] : line.split(",", -1);
    if (part.length != 3
        || !COUNT.matcher(part[0]).matches()
        || !COUNT.matcher(part[1]).matches()) {
      throw new FeedbackRefused(
          Reason.BAD_HEADER, "its first line is not stored,rejected,yyyy-MM-dd");
    }
    long stored = Long.parseLong(part[0]);
    long rejected = Long.parseLong(part[1]);
    FeedbackHead.Outcome outcome = FeedbackHead.Outcome.ACCEPTED;
    if (rejected > 0) {
      outcome = stored == 0 ? FeedbackHead.Outcome.REJECTED : FeedbackHead.Outcome.PARTLY;
    }
    try {
      return new FeedbackHead(name.text(), outcome, stored, rejected, Day.parse(part[2]));
    } catch (DateTimeParseException e) {
      throw new FeedbackRefused(Reason.BAD_HEADER, "its first line has no day yyyy-MM-dd");
    }
  }

  private FeedbackLine line(String text, FeedbackHead head) throws FeedbackRefused {
    String[] part = text.split(",", -1);
    if (part.length != 2 || !COUNT.matcher(part[0]).matches()) {
      throw bad("is not line,code;code");
    }
    long line = Long.parseLong(part[0]);
    if (line == 1 || (line == 0 && head.outcome() != FeedbackHead.Outcome.REJECTED)) {
      throw bad("does not say which record it is about");
    }
    List<String> codes = Arrays.asList(part[1].split(";", -1));
    if (codes.size() > CODES_MAX
        || !codes.stream().allMatch(each -> CODE.matcher(each).matches())) {
      throw bad("has no code of 1 to 30 letters, digits, _ . -, or more than 5");
    }
    return new FeedbackLine(
        number,
        line,
        codes.stream().map(each -> new RejectionCode(each, "")).toList(),
        Optional.empty());
  }

  private FeedbackRefused bad(String what) {
    return new FeedbackRefused(Reason.BAD_LINE, "its line " + number + " " + what);
  }
}
