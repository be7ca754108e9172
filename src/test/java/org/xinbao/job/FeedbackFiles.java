package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Feedback as the bureau would write it, made from the submission file itself. */
public final class FeedbackFiles {

  private FeedbackFiles() {}

  /** The only submission of accounts of a published date. */
  public static Path submission(Path published) throws IOException {
    return submission(published, "210");
  }

  /** The only submission of a record type. */
  public static Path submission(Path published, String recordType) throws IOException {
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      List<Path> all = files.filter(each -> PbocFiles.recordType(each).equals(recordType)).toList();
      if (all.size() != 1) {
        throw new AssertionError(all.size() + " submissions of " + recordType);
      }
      return all.get(0);
    }
  }

  /** The line of the first record of a loan, the header being line 1. */
  static int line(Path submission, String loanId) throws IOException {
    List<String> lines = Trees.lines(submission);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).contains("<AcctCode>TEST0000000001" + loanId + "</AcctCode>")) {
        return i + 1;
      }
    }
    throw new AssertionError(loanId + " was not sent");
  }

  public static Path acceptAll(Path submission, Path folder) throws IOException {
    int records = Trees.lines(submission).size() - 1;
    return write(submission, folder, '1', header(submission, '1', records, 0));
  }

  /** Rejects some records. */
  public static Path reject(Path submission, Path folder, Map<Integer, String> codeByLine)
      throws IOException {
    List<String> lines = Trees.lines(submission);
    int records = lines.size() - 1;
    int rejected = codeByLine.size();
    StringBuilder text = new StringBuilder(header(submission, '3', records - rejected, rejected));
    new TreeMap<>(codeByLine)
        .forEach((line, code) -> text.append(line(line, code, lines.get(line - 1))));
    return write(submission, folder, '3', text.toString());
  }

  /** The whole file failed. */
  public static Path fail(Path submission, Path folder, String code) throws IOException {
    String text =
        "<Document><FbInf><FbErrNum>1</FbErrNum><ErrInf><FbCode>"
            + code
            + "</FbCode><FbMsg>0000</FbMsg></ErrInf></FbInf></Document>\r\n";
    return write(submission, folder, '2', header(submission, '2', 0, 0) + text);
  }

  public static String line(int line, String code, String record) {
    return "<Document><FbInf><ErrRecId>"
        + line
        + "</ErrRecId><FbErrNum>1</FbErrNum><ErrInf><FbCode>"
        + code
        + "</FbCode><FbMsg>IDNum</FbMsg></ErrInf><ErrRec>"
        + Base64.getEncoder().encodeToString(record.getBytes(StandardCharsets.UTF_8))
        + "</ErrRec></FbInf></Document>\r\n";
  }

  static String header(Path submission, char flag, int stored, int rejected) {
    String sent = name(submission).substring(0, 29);
    return String.format(
        Locale.ROOT,
        "A0721.0.0%s%c2.0.0%s090000%07d%07d\r\n",
        sent,
        flag,
        sent.substring(14, 22),
        stored,
        rejected);
  }

  static Path write(Path submission, Path folder, char flag, String text) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve(name(submission).substring(0, 29) + flag + ".txt"), text);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
