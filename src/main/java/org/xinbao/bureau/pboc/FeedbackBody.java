package org.xinbao.bureau.pboc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinbao.bureau.FeedbackLine;
import org.xinbao.bureau.RejectionCode;

/**
 * Reads one line of a feedback file's body (reference section 1.6):
 *
 * <pre>{@code
 * <Document><FbInf><ErrRecId>n</ErrRecId><FbErrNum>k</FbErrNum>
 * <ErrInf><FbCode>BLE019</FbCode><FbMsg>TotOverd</FbMsg></ErrInf>…
 * <ErrRec>Base64 of the record</ErrRec></FbInf></Document>
 * }</pre>
 *
 * without line breaks. {@code ErrRecId} is absent when the file or its header is at fault, {@code
 * ErrRec} then too. At most {@value #ERRORS_MAX} errors of a record are reported. {@code FbMsg} is
 * the tag at fault, {@code 0000} when there is none; whatever else it says is not kept, as it might
 * repeat a value.
 */
final class FeedbackBody {

  static final int ERRORS_MAX = 5;

  private static final int LINE_DIGITS_MAX = 8;
  private static final String NO_TAG = "0000";
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{6}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

  private final String text;
  private int at;

  private FeedbackBody(String text) {
    this.text = text;
  }

  /** The line; empty when it is malformed. */
  static Optional<FeedbackLine> find(long number, String text) {
    return new FeedbackBody(text).line(number);
  }

  private Optional<FeedbackLine> line(long number) {
    if (!skip("<Document><FbInf>")) {
      return Optional.empty();
    }
    String id = value("ErrRecId");
    String count = value("FbErrNum");
    List<RejectionCode> codes = codes();
    Optional<String> record = hash(value("ErrRec"));
    boolean complete = skip("</FbInf></Document>") && at == text.length();
    boolean counted = !codes.isEmpty() && count.equals(String.valueOf(codes.size()));
    boolean numbered =
        id.isEmpty() || (Text.isDigits(id) && id.length() <= LINE_DIGITS_MAX && !id.equals("0"));
    if (!complete || !counted || !numbered || record.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FeedbackLine(
            number,
            id.isEmpty() ? 0 : Long.parseLong(id),
            codes,
            record.filter(each -> !each.isEmpty())));
  }

  /** The errors; none when one of them is malformed or there are too many. */
  private List<RejectionCode> codes() {
    List<RejectionCode> codes = new ArrayList<>(1);
    while (skip("<ErrInf>")) {
      String code = value("FbCode");
      String tag = value("FbMsg");
      if (!skip("</ErrInf>") || !CODE.matcher(code).matches() || codes.size() == ERRORS_MAX) {
        return List.of();
      }
      boolean named = !tag.equals(NO_TAG) && TAG.matcher(tag).matches();
      codes.add(new RejectionCode(code, named ? tag : ""));
    }
    return codes;
  }

  private boolean skip(String expected) {
    if (!text.startsWith(expected, at)) {
      return false;
    }
    at += expected.length();
    return true;
  }

  /** The value of the tag that comes next; empty when another one does. */
  private String value(String tag) {
    String open = "<" + tag + ">";
    String close = "</" + tag + ">";
    int end = text.startsWith(open, at) ? text.indexOf(close, at) : -1;
    if (end < 0) {
      return "";
    }
    String value = text.substring(at + open.length(), end);
    at = end + close.length();
    return value.strip();
  }

  /**
   * The hash of what is told in Base64, the empty text for nothing; empty when it is not Base64.
   */
  private static Optional<String> hash(String base64) {
    if (base64.isEmpty()) {
      return Optional.of("");
    }
    try {
      byte[] record = Base64.getDecoder().decode(base64);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(record);
      return Optional.of(HexFormat.of().formatHex(hash));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
