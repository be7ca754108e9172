package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can happen to one CSV file. */
enum FileDamage {
  FIELD {
    @Override
    String apply(String text, Random random) {
      return changeField(text, random, Nasty.field(random));
    }
  },
  EXTREME_AMOUNT {
    @Override
    String apply(String text, Random random) {
      return changeMatch(text, random, AMOUNT, Nasty.amount(random));
    }
  },
  EXTREME_DATE {
    @Override
    String apply(String text, Random random) {
      return changeMatch(text, random, DAY, Nasty.date(random));
    }
  },
  EMPTY_FIELD {
    @Override
    String apply(String text, Random random) {
      return changeField(text, random, "");
    }
  },
  FIELD_OF_ANOTHER_ROW {
    @Override
    String apply(String text, Random random) {
      List<String> lines = lines(text);
      String[] fields = lines.get(row(lines, random)).split(",", -1);
      return changeField(text, random, fields[random.nextInt(fields.length)]);
    }
  },
  STATUS {
    @Override
    String apply(String text, Random random) {
      List<String> words =
          List.of(
              "ACTIVE",
              "CLOSED",
              "WRITTEN_OFF",
              "TRANSFERRED",
              "REPAYMENT",
              "REVERSAL",
              "WAIVER",
              "WRITE_OFF",
              "TRANSFER_OUT",
              "GUARANTOR_REPAYMENT",
              "DISPUTE_OPENED",
              "DELETE_ACCOUNT",
              "RENAME_ACCOUNT",
              "CORRECT",
              "DELETE_PERIOD",
              "LEGAL_HOLD");
      return changeMatch(text, random, WORD, Nasty.pick(words, random));
    }
  },
  BYTES {
    @Override
    String apply(String text, Random random) {
      return insert(text, random, Nasty.bytes(random));
    }
  },
  FLIPPED_BIT {
    @Override
    String apply(String text, Random random) {
      int at = at(text, random);
      char flipped = (char) ((text.isEmpty() ? 'x' : text.charAt(at)) ^ (1 << random.nextInt(8)));
      return text.isEmpty() ? "" : text.substring(0, at) + flipped + text.substring(at + 1);
    }
  },
  ROW_TWICE {
    @Override
    String apply(String text, Random random) {
      return changeLines(text, all -> all.add(row(all, random), all.get(row(all, random))));
    }
  },
  ROW_AGAIN_ELSEWHERE {
    @Override
    String apply(String text, Random random) {
      return changeLines(
          text,
          all -> {
            int row = row(all, random);
            all.add(row, all.get(row));
          });
    }
  },
  ROW_GONE {
    @Override
    String apply(String text, Random random) {
      return changeLines(text, all -> all.remove(row(all, random)));
    }
  },
  ROWS_MIXED {
    @Override
    String apply(String text, Random random) {
      return changeLines(text, all -> Collections.shuffle(all.subList(1, all.size()), random));
    }
  },
  ROW_CUT {
    @Override
    String apply(String text, Random random) {
      return changeLines(
          text,
          all -> {
            int row = row(all, random);
            String line = all.get(row);
            all.set(row, line.substring(0, at(line, random)));
          });
    }
  },
  FIELD_MORE {
    @Override
    String apply(String text, Random random) {
      return changeLines(
          text,
          all -> {
            int row = row(all, random);
            all.set(row, all.get(row) + ",".repeat(1 + random.nextInt(random.nextInt(300) + 1)));
          });
    }
  },
  BLANK_LINES {
    @Override
    String apply(String text, Random random) {
      return changeLines(text, all -> all.add(row(all, random), random.nextBoolean() ? "" : "\r"));
    }
  },
  OTHER_LINE_ENDS {
    @Override
    String apply(String text, Random random) {
      return text.replace("\n", Nasty.pick(List.of("\r\n", "\r", "\n\n", "\n\r"), random));
    }
  },
  STRAY_QUOTE {
    @Override
    String apply(String text, Random random) {
      return insert(text, random, "\"");
    }
  },
  ALL_QUOTED {
    @Override
    String apply(String text, Random random) {
      return changeLines(
          text, all -> all.replaceAll(each -> '"' + each.replace(",", "\",\"") + '"'));
    }
  },
  QUOTED_LINE_END {
    @Override
    String apply(String text, Random random) {
      return changeField(text, random, "\"a" + "\n".repeat(1 + random.nextInt(80)) + "b\"");
    }
  },
  GIANT_FIELD {
    @Override
    String apply(String text, Random random) {
      return changeField(text, random, Nasty.giant(random));
    }
  },
  GIANT_QUOTED_FIELD {
    @Override
    String apply(String text, Random random) {
      return changeField(text, random, '"' + Nasty.giant(random).replace("\"", "") + '"');
    }
  },
  /** A row thousands of times: what a loop in the ledger's export would write. */
  ROW_MANY_TIMES {
    @Override
    String apply(String text, Random random) {
      int times = random.nextInt(50) == 0 ? 150_000 : 300;
      List<String> lines = lines(text);
      return text + (lines.get(row(lines, random)) + "\n").repeat(times);
    }
  },
  /** Tens of megabytes of one byte, as a hole in a file reads. */
  HOLE {
    @Override
    String apply(String text, Random random) {
      int bytes = random.nextInt(50) == 0 ? 32_000_000 : 200_000;
      return insert(
          text, random, Nasty.pick(List.of("\u0000", "0", " ", "\""), random).repeat(bytes));
    }
  },
  HEADER {
    @Override
    String apply(String text, Random random) {
      return changeLines(
          text,
          all -> {
            String[] columns = all.get(0).split(",", -1);
            int at = random.nextInt(columns.length);
            columns[at] =
                switch (random.nextInt(4)) {
                  case 0 -> "";
                  case 1 -> columns[random.nextInt(columns.length)];
                  case 2 -> columns[at].toUpperCase(java.util.Locale.ROOT);
                  default -> Nasty.field(random);
                };
            all.set(0, String.join(",", columns));
          });
    }
  },
  HEADER_GONE {
    @Override
    String apply(String text, Random random) {
      return changeLines(text, all -> all.remove(0));
    }
  },
  OTHER_ENCODING {
    @Override
    String apply(String text, Random random) {
      String read = new String(text.getBytes(ISO_8859_1), UTF_8);
      Charset to = Nasty.pick(List.of(UTF_16LE, Charset.forName("GBK"), UTF_8), random);
      String mark = random.nextBoolean() ? "\ufeff" : "";
      return new String((mark + read).getBytes(to), ISO_8859_1);
    }
  },
  CUT_OFF {
    @Override
    String apply(String text, Random random) {
      return text.substring(0, at(text, random));
    }
  },
  EMPTY {
    @Override
    String apply(String text, Random random) {
      return random.nextBoolean() ? "" : Nasty.bytes(random);
    }
  },
  NOISE {
    @Override
    String apply(String text, Random random) {
      byte[] bytes = new byte[random.nextInt(20_000)];
      random.nextBytes(bytes);
      return new String(bytes, ISO_8859_1);
    }
  };

  /** What leaves a file whole, so that its rows are read. */
  static final List<FileDamage> OF_ROWS =
      List.of(
          FIELD,
          EXTREME_AMOUNT,
          EXTREME_DATE,
          EMPTY_FIELD,
          FIELD_OF_ANOTHER_ROW,
          STATUS,
          ROW_TWICE,
          ROW_GONE,
          ROWS_MIXED);

  private static final Pattern AMOUNT = Pattern.compile("(?<=,)[0-9]+\\.[0-9]{1,4}(?=[,\n])");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern WORD = Pattern.compile("(?<=,)[A-Z]{4,}(_[A-Z]+)*(?=[,\n])");

  /** The file after the damage. */
  abstract String apply(String text, Random random);

  private interface LinesChange {
    void change(List<String> lines);
  }

  static List<String> lines(String text) {
    return new ArrayList<>(List.of(text.split("\n", -1)));
  }

  private static String changeLines(String text, LinesChange change) {
    List<String> lines = lines(text);
    change.change(lines);
    return String.join("\n", lines);
  }

  /** The position of a row, of the header when there is no other. */
  private static int row(List<String> lines, Random random) {
    return lines.size() < 3 ? 0 : 1 + random.nextInt(lines.size() - 2);
  }

  private static int at(String text, Random random) {
    return text.isEmpty() ? 0 : random.nextInt(text.length());
  }

  private static String insert(String text, Random random, String what) {
    int at = at(text, random);
    return text.substring(0, at) + what + text.substring(at);
  }

  private static String changeField(String text, Random random, String to) {
    return changeLines(
        text,
        all -> {
          int row = row(all, random);
          String[] fields = all.get(row).split(",", -1);
          fields[random.nextInt(fields.length)] = to;
          all.set(row, String.join(",", fields));
        });
  }

  private static String changeMatch(String text, Random random, Pattern pattern, String to) {
    List<Integer> starts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      starts.add(matcher.start());
    }
    if (starts.isEmpty()) {
      return changeField(text, random, to);
    }
    Matcher chosen = pattern.matcher(text);
    if (!chosen.find(Nasty.pick(starts, random))) {
      throw new AssertionError("a match that was found is gone");
    }
    return text.substring(0, chosen.start()) + to + text.substring(chosen.end());
  }
}
