package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Charts as inline SVG; colours come from the page's style sheet, so they fit light and dark. What
 * is drawn is also said, for those who cannot see it.
 */
final class Svg {

  private static final int WIDTH = 360;

  /** About the width of a character of 14 pixels; wide characters take two. */
  private static final int CHARACTER = 8;

  private static final int ROW = 26;
  private static final int LINES_HEIGHT = 200;
  private static final int LEFT = 48;
  private static final int BOTTOM = 24;
  private static final int TOP = 10;

  private Svg() {}

  /**
   * A bar.
   *
   * @param shown its value as text
   * @param colour its class in the style sheet
   */
  record Bar(String label, long value, String shown, String colour) {

    Bar in(String otherColour) {
      return new Bar(label, value, shown, otherColour);
    }
  }

  /** A line over all categories, with gaps where nothing is known. */
  record Line(String name, List<Optional<Fraction>> points) {

    Line {
      points = List.copyOf(points);
    }
  }

  /** Horizontal bars with label and value, the longest filling the width. */
  static void bars(Html html, String title, List<Bar> bars) {
    long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
    open(html, bars.size() * ROW + 6, title + ": " + spoken(bars));
    int left = 12 + CHARACTER * widest(bars.stream().map(Bar::label).toList());
    int right = 12 + CHARACTER * widest(bars.stream().map(Bar::shown).toList());
    int room = Math.max(40, WIDTH - left - right);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int y = i * ROW + 4;
      int length = length(bar.value(), most, room);
      label(html, "l", left - 8, y + 15, bar.label());
      html.raw("<rect class=\"" + bar.colour() + "\" x=\"" + left + "\" y=\"" + y + "\" width=\"");
      html.raw(length + "\" height=\"20\" rx=\"3\"/>");
      label(html, "v", left + length + 8, y + 15, bar.shown());
    }
    html.raw("</svg>");
  }

  /** Lines of shares over categories, with a scale in percent and a legend. */
  static void lines(
      Html html, String title, String axis, List<String> categories, List<Line> lines) {
    int top = scale(lines);
    open(html, LINES_HEIGHT + BOTTOM + TOP, title + ": " + spokenLines(categories, lines));
    for (int step = 0; step <= 4; step++) {
      int y = y(250_000L * top * step, top);
      html.raw("<path class=\"g\" d=\"M" + LEFT + " " + y + "H" + WIDTH + "\"/>");
      label(html, "l", LEFT - 6, y + 5, tenths(top * step * 10 / 4) + "%");
    }
    for (int i = 0; i < categories.size(); i += 3) {
      label(html, "m", x(i, categories.size()), LINES_HEIGHT + TOP + 18, categories.get(i));
    }
    for (int i = 0; i < lines.size(); i++) {
      line(html, lines.get(i), "s" + i, top);
    }
    html.raw("</svg>\n<ul class=\"legend\"><li>").text(axis).raw("</li>");
    for (int i = 0; i < lines.size(); i++) {
      html.raw("<li><svg class=\"key\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">");
      html.raw("<circle class=\"s" + i + "\" cx=\"7\" cy=\"7\" r=\"5\"/></svg>");
      html.text(lines.get(i).name()).raw("</li>");
    }
    html.raw("</ul>");
  }

  private static void line(Html html, Line line, String colour, int top) {
    StringBuilder path = new StringBuilder();
    boolean gap = true;
    List<int[]> points = new ArrayList<>();
    for (int i = 0; i < line.points().size(); i++) {
      Optional<Fraction> value = line.points().get(i);
      if (value.isPresent()) {
        int x = x(i, line.points().size());
        int y = y(Math.round(value.get().toDouble() * 100_000_000), top);
        path.append(gap ? 'M' : 'L').append(x).append(' ').append(y);
        points.add(new int[] {x, y});
      }
      gap = value.isEmpty();
    }
    html.raw("<path class=\"" + colour + "\" d=\"" + path + "\"/>");
    for (int[] point : points) {
      html.raw("<circle class=\"" + colour + "\" cx=\"" + point[0] + "\" cy=\"" + point[1]);
      html.raw("\" r=\"3\"/>");
    }
  }

  /** The top of the scale in percent: 1, 2, 4, 5, 10 … so that quarters are round. */
  private static int scale(List<Line> lines) {
    double most =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .flatMap(Optional::stream)
            .mapToDouble(Fraction::toDouble)
            .max()
            .orElse(0);
    for (int top : new int[] {1, 2, 4, 8, 12, 20, 40, 60, 80}) {
      if (most * 100 <= top) {
        return top;
      }
    }
    return 100;
  }

  private static int x(int category, int categories) {
    return LEFT + 10 + (WIDTH - LEFT - 20) * category / Math.max(1, categories - 1);
  }

  /** The height of a share in millionths of a percent. */
  private static int y(long share, int top) {
    long part = Math.min(share, top * 1_000_000L) * LINES_HEIGHT / (top * 1_000_000L);
    return TOP + LINES_HEIGHT - (int) part;
  }

  private static String tenths(int value) {
    return value % 10 == 0 ? Integer.toString(value / 10) : value / 10 + "." + value % 10;
  }

  private static void open(Html html, int height, String spoken) {
    html.raw("<svg class=\"chart\" viewBox=\"0 0 " + WIDTH + " " + height + "\"");
    html.raw(" role=\"img\" aria-label=\"").text(spoken).raw("\">");
  }

  private static void label(Html html, String kind, int x, int y, String text) {
    html.raw("<text class=\"" + kind + "\" x=\"" + x + "\" y=\"" + y + "\">").text(text);
    html.raw("</text>");
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

  /** Of each line its last known point. */
  private static String spokenLines(List<String> categories, List<Line> lines) {
    List<String> said = new ArrayList<>();
    for (Line line : lines) {
      for (int i = line.points().size() - 1; i >= 0; i--) {
        if (line.points().get(i).isPresent()) {
          String share = line.points().get(i).get().percent();
          said.add(line.name() + " " + categories.get(i) + ": " + share);
          break;
        }
      }
    }
    return String.join("; ", said);
  }

  /** At least one unit where there is anything at all. */
  private static int length(long value, long most, int room) {
    if (value <= 0) {
      return 0;
    }
    return Math.max(2, (int) (new Fraction(value, most).toDouble() * room));
  }
}
