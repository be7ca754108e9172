package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * What an entry states: lines of a key and its values, parted by tabs. No personal data and no loan
 * id: what concerns one loan is a {@link LoanContent}.
 */
public final class EvidenceBody {

  private final List<List<String>> lines = new ArrayList<>();

  /** A body to be filled. */
  public static EvidenceBody empty() {
    return new EvidenceBody();
  }

  private EvidenceBody() {}

  /** Adds a line; neither key nor values may have a tab or line break. */
  public EvidenceBody add(String key, Object... values) {
    List<String> line = new ArrayList<>();
    line.add(checked(key));
    for (Object each : values) {
      line.add(checked(each.toString()));
    }
    lines.add(List.copyOf(line));
    return this;
  }

  /** The lines as text, each ended by a line feed. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    lines.forEach(each -> text.append(String.join("\t", each)).append('\n'));
    return text.toString();
  }

  /** Reads what {@link #toText} wrote. */
  public static EvidenceBody parse(String text) {
    EvidenceBody body = new EvidenceBody();
    text.lines().forEach(each -> body.lines.add(List.of(each.split("\t", -1))));
    return body;
  }

  /** The first value of the first line with a key, empty when there is none. */
  public String value(String key) {
    List<List<String>> found = values(key);
    return found.isEmpty() || found.get(0).isEmpty() ? "" : found.get(0).get(0);
  }

  /** The values of every line with a key, in order. */
  public List<List<String>> values(String key) {
    return lines.stream()
        .filter(each -> each.get(0).equals(key))
        .map(each -> each.subList(1, each.size()))
        .toList();
  }

  private static String checked(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r') {
        throw new IllegalArgumentException("a statement of the evidence has a tab or line break");
      }
    }
    return text;
  }
}
