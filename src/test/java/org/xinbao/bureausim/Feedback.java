package org.xinbao.bureausim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The centre's answer to one submission file (数据反馈文件, reference 1.6).
 *
 * @param submission name of the submitted file
 * @param flag 1 all stored, 2 the whole file failed, 3 some stored and some rejected
 * @param version record version of the submitted file
 * @param createdAt {@code yyyyMMddHHmmss}
 * @param stored number of records stored
 */
record Feedback(
    String submission,
    int flag,
    String version,
    String createdAt,
    int stored,
    List<Rejection> rejections) {

  private static final int NAME_KEPT = 29;
  private static final int FAULTS_MAX = 5;

  Feedback {
    rejections = List.copyOf(rejections);
  }

  /**
   * A record that was not stored.
   *
   * @param line its line in the submitted file, the header being line 1; 0 for the whole file
   * @param record the line as received; empty for the whole file
   */
  record Rejection(int line, String record, List<Fault> faults) {

    Rejection {
      faults = List.copyOf(faults);
    }
  }

  /** The answer to a file of which every record was looked at. */
  static Feedback of(SubmissionText file, List<Rejection> rejections) {
    int stored = file.lines().size() - rejections.size();
    return new Feedback(
        file.name(),
        rejections.isEmpty() ? 1 : 3,
        file.version(),
        answeredAt(file.name()),
        stored,
        rejections);
  }

  /** The answer to a file that was refused as a whole. */
  static Feedback refused(String submission, String code) {
    return new Feedback(
        submission,
        2,
        "2.0.0",
        answeredAt(submission),
        0,
        List.of(new Rejection(0, "", List.of(Fault.of(code)))));
  }

  /** Late in the morning of the day that the submission's name carries. */
  private static String answeredAt(String submission) {
    return submission.substring(14, 22) + "113000";
  }

  /** The first 29 characters of the submission's name, then the flag. */
  String name() {
    return submission.substring(0, NAME_KEPT) + flag + ".txt";
  }

  byte[] bytes() {
    List<String> lines = new ArrayList<>();
    lines.add(header());
    for (Rejection each : rejections) {
      lines.add(line(each));
    }
    return String.join("\r\n", lines).getBytes(UTF_8);
  }

  /** 72 characters. */
  private String header() {
    int rejected = flag == 2 ? 0 : rejections.size();
    return String.format(
        Locale.ROOT,
        "A0721.0.0%s%d%s%s%07d%07d",
        submission.substring(0, NAME_KEPT),
        flag,
        version,
        createdAt,
        stored,
        rejected);
  }

  private static String line(Rejection rejection) {
    StringBuilder out = new StringBuilder("<Document><FbInf>");
    if (rejection.line() > 0) {
      out.append("<ErrRecId>").append(rejection.line()).append("</ErrRecId>");
    }
    List<Fault> told =
        rejection.faults().subList(0, Math.min(FAULTS_MAX, rejection.faults().size()));
    out.append("<FbErrNum>").append(told.size()).append("</FbErrNum>");
    for (Fault each : told) {
      out.append("<ErrInf><FbCode>").append(each.code()).append("</FbCode><FbMsg>");
      out.append(each.tag()).append("</FbMsg></ErrInf>");
    }
    if (rejection.line() > 0) {
      String original = Base64.getEncoder().encodeToString(rejection.record().getBytes(UTF_8));
      out.append("<ErrRec>").append(original).append("</ErrRec>");
    }
    return out.append("</FbInf></Document>").toString();
  }
}
