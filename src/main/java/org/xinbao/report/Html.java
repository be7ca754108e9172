package org.xinbao.report;

/** HTML text being built; every value from outside passes {@link #text}. */
final class Html {

  /** The most characters of a value in a list. */
  private static final int LONGEST = 300;

  private final StringBuilder out = new StringBuilder(65_536);

  /** Markup of our own, as it is. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A value: cleaned and escaped, for text and for quoted attributes. */
  Html text(String value) {
    String clean = PlainText.clean(value);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /** Opens a section named by its heading, {@code section.<key>}. */
  Html section(Labels labels, String key) {
    return section(key, labels.text("section." + key));
  }

  /** Opens a section named by its heading. */
  Html section(String key, String heading) {
    return raw("<section id=\"" + key + "\" aria-labelledby=\"" + key + "-h\">\n")
        .raw("<h2 id=\"" + key + "-h\">")
        .text(heading)
        .raw("</h2>\n");
  }

  Html endSection() {
    return raw("\n</section>\n");
  }

  /** An element of our own name with a value as its text. */
  Html element(String name, String value) {
    return raw("<" + name + ">").text(value).raw("</" + name + ">");
  }

  /** A table cell that carries its column's label, for narrow screens. */
  Html cell(String label, String value) {
    return raw("<td data-label=\"").text(label).raw("\">").text(cut(value)).raw("</td>");
  }

  /** A table cell with an id, a code or a name: kept on one line while there is room. */
  Html key(String label, String value) {
    return raw("<td class=\"k\" data-label=\"")
        .text(label)
        .raw("\">")
        .text(cut(value))
        .raw("</td>");
  }

  /** The beginning of a value as {@link #text}. */
  Html brief(String value) {
    return text(cut(value));
  }

  /** The beginning of a text: what is longer nobody reads here, the CSV file has it whole. */
  private static String cut(String value) {
    String clean = PlainText.clean(value);
    int end =
        clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
    return end == clean.length() ? clean : clean.substring(0, end) + "…";
  }

  /** A table cell with a number. */
  Html number(String label, String value) {
    return raw("<td class=\"n\" data-label=\"").text(label).raw("\">").text(value).raw("</td>");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
