package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;

/** Reads and checks the name and the first line of a submission file. */
final class HeaderCheck {

  /**
   * Template types of record 110; the tool's rules also know 90, whose meaning is not published.
   */
  private static final Set<String> BASIC_TEMPLATES = Set.of("10", "90");

  private HeaderCheck() {}

  /**
   * What a header says.
   *
   * @param createdOn epoch day
   */
  record Header(String recordType, String providerCode, int createdOn, long records) {}

  /** Checks the name by itself. */
  static Optional<SubmissionName> name(
      String fileName, PrecheckSettings settings, Problems problems) {
    Optional<SubmissionName> name = SubmissionName.find(fileName);
    if (name.isEmpty()) {
      problems.add(PbocRule.ABN003, "");
    } else if (!settings.providerCode().isEmpty()
        && !settings.providerCode().equals(name.get().providerCode())) {
      problems.add(PbocRule.ABN004, "");
    }
    if (settings.isUsedName().test(fileName)) {
      problems.add(PbocRule.ABF009, "");
    }
    return name;
  }

  /** Checks the header by itself and against the name; empty when it cannot be read. */
  static Optional<Header> header(
      byte[] bytes, int from, int to, Optional<SubmissionName> name, Problems problems) {
    Optional<Header> header = read(new String(bytes, from, to - from, ISO_8859_1));
    if (header.isEmpty()) {
      problems.add(PbocRule.ABH005, "");
      return header;
    }
    String version = new String(bytes, from + 7, 5, ISO_8859_1);
    String template = new String(bytes, from + 12, 2, ISO_8859_1);
    boolean templateFits =
        header.get().recordType().equals("110")
            ? BASIC_TEMPLATES.contains(template)
            : template.equals("  ");
    if (!version.equals(SubmissionHeader.VERSION) || !templateFits) {
      problems.add(PbocRule.ABH006, "");
    }
    if (name.isPresent() && !agrees(header.get(), name.get())) {
      problems.add(PbocRule.ABF007, "");
    }
    return header;
  }

  private static boolean agrees(Header header, SubmissionName name) {
    return header.recordType().equals(name.recordType())
        && header.providerCode().equals(name.providerCode())
        && header.createdOn() == name.createdOn();
  }

  private static Optional<Header> read(String line) {
    if (line.length() != SubmissionHeader.LENGTH
        || !line.startsWith("A050")
        || !CodeLists.RECORD_TYPE.contains(line.substring(4, 7))
        || !isVersion(line.substring(7, 12))
        || !Text.isLettersAndDigits(line.substring(14, 28))
        || !Text.isDigits(line.substring(28))
        || line.charAt(42) != '0') {
      return Optional.empty();
    }
    int date = Integer.parseInt(line.substring(28, 36));
    int day = Dates.find(date / 10_000, date / 100 % 100, date % 100);
    int time = Integer.parseInt(line.substring(36, 42));
    if (day == Day.NONE || time / 10_000 > 23 || time / 100 % 100 > 59 || time % 100 > 59) {
      return Optional.empty();
    }
    return Optional.of(
        new Header(
            line.substring(4, 7), line.substring(14, 28), day, Long.parseLong(line.substring(43))));
  }

  private static boolean isVersion(String text) {
    return text.charAt(1) == '.'
        && text.charAt(3) == '.'
        && Text.isDigits("" + text.charAt(0) + text.charAt(2) + text.charAt(4));
  }
}
