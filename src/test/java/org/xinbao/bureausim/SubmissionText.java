package org.xinbao.bureausim;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A submission file as received: name, header and lines (reference sections 1.1 to 1.3).
 *
 * @param recordType for example {@code 210}
 * @param version record version of the header
 * @param createdOn date of name and header
 * @param lines the records; the first is line 2 of the file
 */
record SubmissionText(
    String name,
    String provider,
    String recordType,
    String version,
    LocalDate createdOn,
    List<String> lines) {

  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9]{14})(\\d{8})(\\d{3})0(\\d{3})0\\.txt");
  private static final Pattern HEADER =
      Pattern.compile(
          "A050(\\d{3})(\\d\\.\\d\\.\\d)(.{2})([A-Za-z0-9]{14})(\\d{8})(\\d{6})0(\\d{7})");
  private static final int RECORDS_MAX = 1_000_000;
  private static final int LINE_MAX = 10_000_000;

  SubmissionText {
    lines = List.copyOf(lines);
  }

  /** Reads a file, or refuses it. */
  static SubmissionText read(String name, byte[] bytes, String knownProvider) throws FileFault {
    Matcher named = NAME.matcher(name);
    if (!named.matches()) {
      throw new FileFault("ABN003", "bad file name " + name);
    }
    if (!named.group(1).equals(knownProvider)) {
      throw new FileFault("ABN004", "unknown provider");
    }
    List<String> lines = lines(decoded(bytes));
    Matcher header = HEADER.matcher(lines.get(0));
    if (!header.matches()) {
      throw new FileFault("ABH005", "bad header");
    }
    if (!header.group(1).equals(named.group(3))
        || !header.group(4).equals(named.group(1))
        || !header.group(5).equals(named.group(2))) {
      throw new FileFault("ABF007", "header differs from file name");
    }
    if (!header.group(3).equals(header.group(1).equals("110") ? "10" : "  ")) {
      throw new FileFault("ABH006", "template");
    }
    int count = lines.size() - 1;
    if (Integer.parseInt(header.group(7)) != count || count > RECORDS_MAX) {
      throw new FileFault("ABH005", "number of records is " + count);
    }
    return new SubmissionText(
        name,
        named.group(1),
        header.group(1),
        header.group(2),
        date(header.group(5)),
        lines.subList(1, lines.size()));
  }

  private static String decoded(byte[] bytes) throws FileFault {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FileFault("ABF011", "not UTF-8");
    }
  }

  /** The lines; nothing but one CRLF stands between two of them, none at the end. */
  private static List<String> lines(String text) throws FileFault {
    List<String> lines = List.of(text.split("\r\n", -1));
    for (String line : lines) {
      if (line.isEmpty() || line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
        throw new FileFault("ABF010", "CRLF wrong");
      }
      if (line.length() > LINE_MAX) {
        throw new FileFault("ABF008", "line too long");
      }
    }
    return lines;
  }

  private static LocalDate date(String digits) throws FileFault {
    try {
      return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new FileFault("ABH005", "creation date");
    }
  }
}
