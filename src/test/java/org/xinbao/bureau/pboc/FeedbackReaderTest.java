package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.FeedbackHead;
import org.xinbao.bureau.FeedbackLine;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackRefused.Reason;
import org.xinbao.bureau.FeedbackSink;
import org.xinbao.bureau.RejectionCode;

/** Feedback files as reference section 1.6 has them, and each way in which one can be bad. */
class FeedbackReaderTest {

  private static final String PROVIDER = "TEST0000000001";

  /** The first 29 characters: 210, 1 November 2026, first file. */
  private static final String SENT = PROVIDER + "20261101" + "210" + "0" + "001";

  private static final String ONE =
      "<Document><FbInf><ErrRecId>3</ErrRecId><FbErrNum>2</FbErrNum>"
          + "<ErrInf><FbCode>BLE019</FbCode><FbMsg>TotOverd</FbMsg></ErrInf>"
          + "<ErrInf><FbCode>ABE004</FbCode><FbMsg>0000</FbMsg></ErrInf>"
          + "</FbInf></Document>";

  private final Path folder;

  FeedbackReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What was told, in its order. */
  private static final class Heard implements FeedbackSink {
    private final List<FeedbackHead> heads = new ArrayList<>();
    private final List<FeedbackLine> lines = new ArrayList<>();

    @Override
    public void head(FeedbackHead head) {
      heads.add(head);
    }

    @Override
    public void line(FeedbackLine line) {
      lines.add(line);
    }
  }

  private static String header(char flag, int stored, int rejected) {
    return String.format("A0721.0.0%s%c2.0.020261102080000%07d%07d", SENT, flag, stored, rejected);
  }

  private Heard read(char flag, String content) throws IOException, FeedbackRefused {
    return read(SENT + flag + ".txt", content.getBytes(StandardCharsets.UTF_8));
  }

  private Heard read(String name, byte[] content) throws IOException, FeedbackRefused {
    Heard heard = new Heard();
    Path file = Files.write(folder.resolve(name), content);
    new FeedbackReader(PROVIDER, heard).read(file);
    return heard;
  }

  @Test
  void theHeaderHas72CharactersAtTheirPlaces() {
    String header = header('3', 998, 2);
    assertThat(header).hasSize(72);
    assertThat(header.substring(9, 38)).isEqualTo(SENT);
    assertThat(header.charAt(38)).isEqualTo('3');
    assertThat(header.substring(58, 65)).isEqualTo("0000998");
  }

  @Test
  void flag1SaysThatAllIsStored() throws Exception {
    Heard heard = read('1', header('1', 1000, 0) + "\r\n");
    assertThat(heard.heads)
        .containsExactly(
            new FeedbackHead(
                SENT + "0.txt", FeedbackHead.Outcome.ACCEPTED, 1000, 0, Day.of(2026, 11, 2)));
    assertThat(heard.lines).isEmpty();
  }

  /** With and without CR, with and without an end of the last line. */
  @ParameterizedTest
  @ValueSource(strings = {"%s\r\n%s\r\n%s\r\n", "%s\n%s\n%s\n", "%s\r\n%s\r\n%s", "%s\n%s\n%s"})
  void flag3NamesTheRejectedRecords(String form) throws Exception {
    String record = "<Document>某</Document>";
    String base64 = Base64.getEncoder().encodeToString(record.getBytes(StandardCharsets.UTF_8));
    String other =
        "<Document><FbInf><ErrRecId>12</ErrRecId><FbErrNum>1</FbErrNum><ErrInf><FbCode>BLR027"
            + "</FbCode><FbMsg>Month</FbMsg></ErrInf><ErrRec>"
            + base64
            + "</ErrRec></FbInf></Document>";
    Heard heard = read('3', String.format(form, header('3', 998, 2), ONE, other));
    assertThat(heard.heads.get(0).outcome()).isEqualTo(FeedbackHead.Outcome.PARTLY);
    assertThat(heard.lines)
        .containsExactly(
            new FeedbackLine(
                2,
                3,
                List.of(new RejectionCode("BLE019", "TotOverd"), new RejectionCode("ABE004", "")),
                Optional.empty()),
            new FeedbackLine(
                3,
                12,
                List.of(new RejectionCode("BLR027", "Month")),
                // printf '<Document>某</Document>' | sha256sum
                Optional.of(SHA_OF_RECORD)));
  }

  private static final String SHA_OF_RECORD =
      "2ed0823de97add661e151406eaa00d5f6b390d4854a0cdfb0291ec0d10b87015";

  @Test
  void flag2SaysThatTheFileFailed() throws Exception {
    String error =
        "<Document><FbInf><FbErrNum>1</FbErrNum><ErrInf><FbCode>ABF010</FbCode><FbMsg>0000</FbMsg>"
            + "</ErrInf></FbInf></Document>";
    Heard heard = read('2', header('2', 0, 0) + "\r\n" + error);
    assertThat(heard.heads.get(0).outcome()).isEqualTo(FeedbackHead.Outcome.REJECTED);
    assertThat(heard.lines.get(0).submissionLine()).isZero();
    assertThat(heard.lines.get(0).codes()).containsExactly(new RejectionCode("ABF010", ""));
    assertThat(read('2', header('2', 0, 0)).lines).as("a header alone").isEmpty();
  }

  /** FbMsg should be a tag; what else stands there might be a value and is not kept. */
  @Test
  void aMessageThatIsNoTagIsNotKept() throws Exception {
    Heard heard = read('3', header('3', 1, 1) + "\n" + ONE.replace("TotOverd", "张三 990101"));
    assertThat(heard.lines.get(0).codes().get(0)).isEqualTo(new RejectionCode("BLE019", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "readme.md",
        "TEST0000000001202611012100001.txt",
        "TEST00000000012026110121000010.txt",
        "TEST00000000012026110121000014.txt",
        "TEST00000000012026110121000013.enc",
        "TEST00000000012026130121000013.txt",
        "TEST00000000012026110199900013.txt",
      })
  void otherNamesAreNoFeedback(String name) {
    assertThat(refusal(name, header('3', 1, 1)).reason()).isEqualTo(Reason.NOT_FEEDBACK);
  }

  @Test
  void feedbackToAnotherInstitutionIsForeign() {
    FeedbackRefused refusal = refusal("TEST00000000022026110121000013.txt", header('3', 1, 1));
    assertThat(refusal.reason()).isEqualTo(Reason.FOREIGN);
    assertThat(refusal.sentence()).contains(PROVIDER);
  }

  static List<Arguments> badHeaders() {
    String good = header('3', 998, 2);
    return List.of(
        Arguments.of("short", good.substring(0, 71)),
        Arguments.of("long", good + "0"),
        Arguments.of("mark", "B" + good.substring(1)),
        Arguments.of("length", "A07x" + good.substring(4)),
        Arguments.of("version", good.replace("A0721.0.0", "A0721-0.0")),
        Arguments.of("another file", good.replace("2100001", "2100002")),
        Arguments.of("another flag", header('1', 998, 0)),
        Arguments.of("record version", good.replace("2.0.02026", "2.0,02026")),
        Arguments.of("time", good.replace("20261102080000", "20261302080000")),
        Arguments.of("number", good.substring(0, 71) + "x"),
        Arguments.of("flag 3 without a rejected record", header('3', 998, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badHeaders")
  void aHeaderThatIsNotRightIsRefused(String what, String header) {
    assertThat(refusal(SENT + "3.txt", header + "\r\n" + ONE + "\r\n").reason())
        .isEqualTo(Reason.BAD_HEADER);
  }

  @Test
  void theNumbersMustGoWithTheFlag() {
    assertThat(refusal(SENT + "1.txt", header('1', 998, 2)).reason()).isEqualTo(Reason.BAD_HEADER);
    assertThat(refusal(SENT + "2.txt", header('2', 1, 999)).reason()).isEqualTo(Reason.BAD_HEADER);
  }

  static List<Arguments> badLines() {
    String error = "<ErrInf><FbCode>BLE019</FbCode><FbMsg>TotOverd</FbMsg></ErrInf>";
    return List.of(
        Arguments.of("not XML", "BLE019 TotOverd"),
        Arguments.of("an empty line", ""),
        Arguments.of("a text after it", ONE + "x"),
        Arguments.of("line 0", ONE.replace(">3<", ">0<")),
        Arguments.of("a line that is no number", ONE.replace(">3<", ">x<")),
        Arguments.of("nine digits", ONE.replace(">3<", ">123456789<")),
        Arguments.of("no line", ONE.replace("<ErrRecId>3</ErrRecId>", "")),
        Arguments.of("fewer errors than told", ONE.replace(error, "")),
        Arguments.of("more errors than told", ONE.replace(error, error + error)),
        Arguments.of("no error", ONE.replaceAll("<ErrInf>.*</ErrInf>", "").replace(">2<", ">0<")),
        Arguments.of("six errors", ONE.replace(error, error.repeat(5)).replace(">2<", ">6<")),
        Arguments.of("no code", ONE.replace("BLE019", "")),
        Arguments.of("a long code", ONE.replace("BLE019", "BLE0190")),
        Arguments.of("order", ONE.replace("<FbErrNum>2</FbErrNum>", "") + "<FbErrNum>2</FbErrNum>"),
        Arguments.of("no Base64", ONE.replace("</FbInf>", "<ErrRec>%%%</ErrRec></FbInf>")),
        Arguments.of(
            "too long",
            ONE.replace("</FbInf>", "<ErrRec>" + "A".repeat(200_000) + "</ErrRec></FbInf>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badLines")
  void aLineThatIsNotRightIsRefusedWithItsNumber(String what, String line) {
    String content = header('3', 998, 2) + "\r\n" + ONE + "\r\n" + line + "\r\n";
    FeedbackRefused refusal = refusal(SENT + "3.txt", content);
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_LINE);
    assertThat(refusal.sentence()).contains("line 3").doesNotContain("BLE019");
  }

  @Test
  void aLineThatIsNotUtf8IsRefused() {
    byte[] content = (header('3', 998, 1) + "\n" + ONE + "\n").getBytes(StandardCharsets.UTF_8);
    content[100] = (byte) 0xff;
    Path file = folder.resolve(SENT + "3.txt");
    FeedbackRefused refusal =
        catchThrowableOfType(FeedbackRefused.class, () -> read(SENT + "3.txt", content));
    assertThat(file).exists();
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_LINE);
  }

  static List<Arguments> truncated() {
    String two = header('3', 998, 2) + "\r\n" + ONE + "\r\n";
    return List.of(
        Arguments.of("empty", ""),
        Arguments.of("a line missing", two),
        Arguments.of("a line too many", two + ONE + "\r\n" + ONE + "\r\n"),
        Arguments.of("a line cut", two + ONE.substring(0, 60)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("truncated")
  void aFileThatIsNotCompleteIsRefused(String what, String content) {
    assertThat(refusal(SENT + "3.txt", content).reason()).isEqualTo(Reason.TRUNCATED);
  }

  private FeedbackRefused refusal(String name, String content) {
    return catchThrowableOfType(
        FeedbackRefused.class, () -> read(name, content.getBytes(StandardCharsets.UTF_8)));
  }
}
