package org.xinbao.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can happen to a JSON or YAML file: the manifest and the configuration. */
enum TextDamage {
  VALUE {
    @Override
    String apply(String text, Random random) {
      return changeMatch(text, random, VALUE_TEXT, value(random));
    }
  },
  NUMBER {
    @Override
    String apply(String text, Random random) {
      return changeMatch(text, random, NUMBER_TEXT, Nasty.amount(random));
    }
  },
  WORD {
    @Override
    String apply(String text, Random random) {
      List<String> words = new ArrayList<>();
      Matcher matcher = WORD_TEXT.matcher(text);
      while (matcher.find()) {
        words.add(matcher.group());
      }
      return words.isEmpty()
          ? text
          : changeMatch(text, random, WORD_TEXT, Nasty.pick(words, random));
    }
  },
  LINE_GONE {
    @Override
    String apply(String text, Random random) {
      List<String> lines = FileDamage.lines(text);
      lines.remove(random.nextInt(lines.size()));
      return String.join("\n", lines);
    }
  },
  LINE_TWICE {
    @Override
    String apply(String text, Random random) {
      List<String> lines = FileDamage.lines(text);
      lines.add(random.nextInt(lines.size()), Nasty.pick(lines, random));
      return String.join("\n", lines);
    }
  },
  INDENTED {
    @Override
    String apply(String text, Random random) {
      List<String> lines = FileDamage.lines(text);
      int at = random.nextInt(lines.size());
      lines.set(at, Nasty.pick(List.of(" ", "  ", "\t", "- ", "? ", "#"), random) + lines.get(at));
      return String.join("\n", lines);
    }
  },
  BYTES {
    @Override
    String apply(String text, Random random) {
      return insert(text, random, Nasty.bytes(random));
    }
  },
  SIGNS {
    @Override
    String apply(String text, Random random) {
      List<String> signs =
          List.of(
              "{",
              "}",
              "[",
              "]",
              ":",
              ": ",
              "&a ",
              "*a ",
              "!!java.net.URL ",
              "!!binary ",
              "|",
              ">",
              "%YAML 9.9\n",
              "---\n",
              "...\n",
              "<<: ",
              "\"",
              "'",
              "\\u0000",
              "\\ud800",
              ",",
              "null",
              "~",
              "// ",
              "#");
      return insert(text, random, Nasty.pick(signs, random));
    }
  },
  DEEP {
    @Override
    String apply(String text, Random random) {
      int depth = 1 << random.nextInt(17);
      return changeMatch(text, random, VALUE_TEXT, "[".repeat(depth) + "]".repeat(depth));
    }
  },
  DEEP_MAPPINGS {
    @Override
    String apply(String text, Random random) {
      int depth = 1 << random.nextInt(17);
      return changeMatch(
          text, random, VALUE_TEXT, "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
    }
  },
  /** A few lines that stand for thousands of millions of values. */
  BOMB {
    @Override
    String apply(String text, Random random) {
      StringBuilder bomb = new StringBuilder("bomb0: &b0 [x, x, x, x, x, x, x, x, x]\n");
      for (int i = 1; i < 9; i++) {
        String alias = "*b" + (i - 1);
        bomb.append("bomb" + i + ": &b" + i + " [" + alias + (", " + alias).repeat(8) + "]\n");
      }
      return bomb + text;
    }
  },
  GIANT {
    @Override
    String apply(String text, Random random) {
      return changeMatch(text, random, VALUE_TEXT, Nasty.giant(random).replace("\n", ""));
    }
  },
  CUT_OFF {
    @Override
    String apply(String text, Random random) {
      return text.substring(0, text.isEmpty() ? 0 : random.nextInt(text.length()));
    }
  },
  EMPTY {
    @Override
    String apply(String text, Random random) {
      return Nasty.pick(
          List.of("", "\n", "{}", "[]", "null", "0", "\"\"", "\u00ef\u00bb\u00bf"), random);
    }
  },
  NOISE {
    @Override
    String apply(String text, Random random) {
      return FileDamage.NOISE.apply(text, random);
    }
  };

  private static final Pattern VALUE_TEXT =
      Pattern.compile("(?<=: ?)(\"[^\"\n]*\"|[A-Za-z0-9_.]+)");
  private static final Pattern NUMBER_TEXT = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern WORD_TEXT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]+");

  /** The text after the damage. */
  abstract String apply(String text, Random random);

  private static String value(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Nasty.pick(List.of("null", "true", "[]", "{}", "[1]", "\"\"", "-1", "1.5"), random);
      case 1 -> '"' + Nasty.date(random) + '"';
      default -> '"' + Nasty.field(random).replace("\"", "").replace("\n", "") + '"';
    };
  }

  private static String insert(String text, Random random, String what) {
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    return text.substring(0, at) + what + text.substring(at);
  }

  /** Replaces one of the matches. */
  private static String changeMatch(String text, Random random, Pattern pattern, String to) {
    List<int[]> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(new int[] {matcher.start(), matcher.end()});
    }
    if (found.isEmpty()) {
      return to + text;
    }
    int[] span = Nasty.pick(found, random);
    return text.substring(0, span[0]) + to + text.substring(span[1]);
  }
}
