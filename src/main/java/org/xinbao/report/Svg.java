package org.xinbao.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Bar charts as inline SVG; colours come from the page's style sheet, so they fit light and dark.
 */
final class Svg {

  private static final int WIDTH = 400;

  /** About the width of a character of 14 pixels; wide characters take two. */
  private static final int CHARACTER = 8;

  private static final int ROW = 26;

  private Svg() {}

  /** A bar; {@code shown} is its value as text. */
  record Bar(String label, long value, String shown) {}

  /** Horizontal bars with label and value, the longest filling the width. */
  static void bars(Html html, String title, List<Bar> bars, String colour) {
    long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
    int height = bars.size() * ROW + 6;
    html.raw("<svg class=\"chart " + colour + "\" viewBox=\"0 0 " + WIDTH + " " + height + "\"");
    html.raw(" role=\"img\" aria-label=\"").text(title + ": " + spoken(bars)).raw("\">");
    int left = 12 + CHARACTER * widest(bars.stream().map(Bar::label).toList());
    int right = 12 + CHARACTER * widest(bars.stream().map(Bar::shown).toList());
    int room = Math.max(40, WIDTH - left - right);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int y = i * ROW + 4;
      int length = length(bar.value(), most, room);
      html.raw("<text class=\"l\" x=\"" + (left - 8) + "\" y=\"" + (y + 15) + "\">");
      html.text(bar.label()).raw("</text>");
      html.raw(
          "<rect x=\""
              + left
              + "\" y=\""
              + y
              + "\" width=\""
              + length
              + "\" height=\"20\" rx=\"3\"/>");
      html.raw("<text class=\"v\" x=\"" + (left + length + 8) + "\" y=\"" + (y + 15) + "\">");
      html.text(bar.shown()).raw("</text>");
    }
    html.raw("</svg>");
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(PlainText::displayWidth).max().orElse(0);
  }

  /** What a screen reader says in place of the picture. */
  private static String spoken(List<Bar> bars) {
    return bars.stream()
        .map(bar -> bar.label() + " " + bar.shown())
        .collect(Collectors.joining("; "));
  }

  /** At least one unit where there is anything at all. */
  private static int length(long value, long most, int room) {
    if (value <= 0) {
      return 0;
    }
    return Math.max(2, (int) (new Fraction(value, most).toDouble() * room));
  }
}
