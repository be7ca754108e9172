package org.xinbao.bureau.pboc;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.xinbao.arrears.Day;

/**
 * What the bureau was last told of a customer or a facility, as a line of printable text without
 * personal data: hashes of what was told, and the loan under which it is listed when held.
 *
 * @param loanId the smallest known loan of the key; empty as long as no report has asked for it
 * @param since the business date from which on a record is held, or {@link Day#NONE}
 * @param identity hash of name and document as told, empty when nothing was told
 * @param contents hash of what was told by segment or by document
 */
record ToldKey(String loanId, int since, String identity, SortedMap<String, String> contents) {

  /** Nothing was told, and nothing has to be. */
  static final ToldKey NONE = new ToldKey("", Day.NONE, "", new TreeMap<>());

  private static final int RADIX = 36;

  /** Stands for all contents of a key that another system reported: what it told is not known. */
  private static final String NOT_KNOWN = "any";

  ToldKey {
    contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
  }

  static ToldKey parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String[] fields = text.split("\\|", -1);
    SortedMap<String, String> contents = new TreeMap<>();
    for (String each : fields[3].isEmpty() ? new String[0] : fields[3].split(",", -1)) {
      int equals = each.indexOf('=');
      contents.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return new ToldKey(
        URLDecoder.decode(fields[0], StandardCharsets.UTF_8),
        fields[1].isEmpty() ? Day.NONE : Integer.parseInt(fields[1], RADIX),
        fields[2],
        contents);
  }

  /** Whether the bureau knows the customer or facility. */
  boolean isKnown() {
    return !identity.isEmpty();
  }

  /**
   * A key that another system reported before. Its first night takes what it finds as told, so that
   * only later changes are reported.
   */
  static ToldKey imported(String identity) {
    return new ToldKey("", Day.NONE, identity, new TreeMap<>(Map.of(NOT_KNOWN, "")));
  }

  /** Whether it is not known what was told of it. */
  boolean isContentUnknown() {
    return contents.containsKey(NOT_KNOWN);
  }

  /** Whether a report has asked for it. */
  boolean isWanted() {
    return !loanId.isEmpty();
  }

  String content(String part) {
    return contents.getOrDefault(part, "");
  }

  /** The same under a loan that comes earlier, if it does. */
  ToldKey under(String loan) {
    boolean earlier = loanId.isEmpty() || loan.compareTo(loanId) < 0;
    return earlier ? new ToldKey(loan, since, identity, contents) : this;
  }

  /** The same without its loan if that is one of some; nothing when no more than it was known. */
  ToldKey without(Predicate<String> loans) {
    if (!loans.test(loanId)) {
      return this;
    }
    return isKnown() ? new ToldKey("", since, identity, contents) : NONE;
  }

  /** The same, held since a day. */
  ToldKey heldSince(int day) {
    return since == Day.NONE ? new ToldKey(loanId, day, identity, contents) : this;
  }

  /** After a record that told some parts. */
  ToldKey told(String person, SortedMap<String, String> parts) {
    SortedMap<String, String> all = new TreeMap<>(contents);
    all.putAll(parts);
    all.remove(NOT_KNOWN);
    return new ToldKey(loanId, Day.NONE, person, all);
  }

  String text() {
    if (equals(NONE)) {
      return "";
    }
    StringBuilder text = new StringBuilder(160);
    text.append(URLEncoder.encode(loanId, StandardCharsets.UTF_8)).append('|');
    text.append(since == Day.NONE ? "" : Integer.toString(since, RADIX)).append('|');
    text.append(identity).append('|');
    contents.forEach(
        (part, hash) ->
            text.append(text.charAt(text.length() - 1) == '|' ? "" : ",")
                .append(part)
                .append('=')
                .append(hash));
    return text.toString();
  }
}
