package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinbao.bureau.FeedbackHead;
import org.xinbao.bureau.FeedbackLine;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackSink;

/** The reader of PBOC feedback under a fuzzer: an input is the content of a feedback file. */
public final class FeedbackFuzz {

  private static final String SENT = "TEST0000000001" + "20261101" + "210" + "0" + "001";

  /** Where the flag stands in the header. */
  private static final int FLAG_AT = 38;

  private static final Path FOLDER = folder();

  private FeedbackFuzz() {}

  private static Path folder() {
    try {
      return Files.createTempDirectory("feedback-fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One input; throws what no input may make the reader do. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    int flag = data.length > FLAG_AT ? data[FLAG_AT] - '0' : 3;
    Path file = FOLDER.resolve(SENT + (flag < 1 || flag > 3 ? 3 : flag) + ".txt");
    Files.write(file, data);
    Counter counter = new Counter();
    try {
      new FeedbackReader("TEST0000000001", counter).read(file);
      if (counter.rejected != counter.lines) {
        throw new AssertionError(counter.rejected + " rejected, " + counter.lines + " lines");
      }
    } catch (FeedbackRefused e) {
      if (e.sentence().isEmpty()) {
        throw new AssertionError("no sentence");
      }
    }
  }

  /** Where a fuzzer begins: a file that rejects two records. */
  public static byte[] seed() {
    String line =
        "<Document><FbInf><ErrRecId>%d</ErrRecId><FbErrNum>1</FbErrNum><ErrInf><FbCode>BLE019"
            + "</FbCode><FbMsg>TotOverd</FbMsg></ErrInf><ErrRec>PERPQz4=</ErrRec></FbInf></Document>";
    String header = "A0721.0.0" + SENT + "32.0.020261102080000" + "0000998" + "0000002";
    return (header + "\r\n" + String.format(line, 3) + "\r\n" + String.format(line, 12) + "\r\n")
        .getBytes(ISO_8859_1);
  }

  private static final class Counter implements FeedbackSink {
    private long rejected;
    private long lines;

    @Override
    public void head(FeedbackHead head) {
      rejected = head.outcome() == FeedbackHead.Outcome.REJECTED ? 0 : head.rejected();
    }

    @Override
    public void line(FeedbackLine line) {
      lines += line.submissionLine() > 0 ? 1 : 0;
    }
  }
}
