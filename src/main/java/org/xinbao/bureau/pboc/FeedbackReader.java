package org.xinbao.bureau.pboc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.xinbao.bureau.FeedbackHead;
import org.xinbao.bureau.FeedbackHead.Outcome;
import org.xinbao.bureau.FeedbackLine;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackRefused.Reason;
import org.xinbao.bureau.FeedbackSink;

/**
 * Reads a feedback file, streaming: header, then one line per rejected record (reference section
 * 1.6). Lines may end with CRLF or LF; the last one need not end.
 */
final class FeedbackReader {

  /** A rejected record has at most 100,000 characters in Base64; the rest is small. */
  private static final int LINE_MAX = 200_000;

  private static final String FETCH = "fetch the file from the bureau again";

  private final String providerCode;
  private final FeedbackSink sink;
  private long lines = 1;

  FeedbackReader(String providerCode, FeedbackSink sink) {
    this.providerCode = providerCode;
    this.sink = sink;
  }

  /** Reads the whole file; what was told before a refusal does not count. */
  void read(Path file) throws FeedbackRefused, IOException {
    FeedbackName name =
        FeedbackName.find(String.valueOf(file.getFileName()))
            .orElseThrow(
                () ->
                    new FeedbackRefused(
                        Reason.NOT_FEEDBACK,
                        "its name is not that of a plain feedback file; decrypt and unpack it with"
                            + " the bureau's client, or take it out of the folder"));
    if (!name.submission().providerCode().equals(providerCode)) {
      throw new FeedbackRefused(
          Reason.FOREIGN,
          "it answers another institution than " + providerCode + "; move it there");
    }
    try (FileLines body = new FileLines(file)) {
      if (!body.next()) {
        throw new FeedbackRefused(Reason.TRUNCATED, "it is empty; " + FETCH);
      }
      FeedbackHead head = FeedbackHeader.parse(name, body.bytes(), body.from(), body.to());
      sink.head(head);
      long records = 0;
      while (body.next()) {
        lines++;
        FeedbackLine line = line(body);
        if (line.submissionLine() == 0 && head.outcome() != Outcome.REJECTED) {
          throw bad("does not say which record it is about");
        }
        records++;
        sink.line(line);
      }
      refuseOtherNumber(head, records);
    }
  }

  private FeedbackLine line(FileLines body) throws FeedbackRefused {
    if (body.isTooLong() || body.to() - body.from() > LINE_MAX) {
      throw bad("is longer than " + LINE_MAX + " bytes");
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(body.bytes(), body.from(), body.to() - body.from()))
              .toString();
    } catch (CharacterCodingException e) {
      throw bad("is not UTF-8");
    }
    Optional<FeedbackLine> line = FeedbackBody.find(lines, text);
    if (line.isEmpty() && body.ending() == FileLines.Ending.FILE) {
      throw new FeedbackRefused(
          Reason.TRUNCATED, "its last line " + lines + " is not complete; " + FETCH);
    }
    return line.orElseThrow(() -> bad("is malformed"));
  }

  private static void refuseOtherNumber(FeedbackHead head, long records) throws FeedbackRefused {
    if (head.outcome() != Outcome.REJECTED && records != head.rejected()) {
      throw new FeedbackRefused(
          Reason.TRUNCATED,
          "its header tells of "
              + head.rejected()
              + " rejected records and it has "
              + records
              + "; "
              + FETCH);
    }
  }

  private FeedbackRefused bad(String what) {
    return new FeedbackRefused(Reason.BAD_LINE, "its line " + lines + " " + what + "; " + FETCH);
  }
}
