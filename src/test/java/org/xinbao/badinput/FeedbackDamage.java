package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages the feedback file of a folder. */
final class FeedbackDamage {

  private FeedbackDamage() {}

  /** Returns what was done. */
  static String harm(Path file, Random random) throws IOException {
    String text = Files.readString(file, ISO_8859_1);
    String told = "";
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      int kind = random.nextInt(12);
      told += "feedback " + kind + " ";
      text = changed(text, kind, random);
    }
    Files.delete(file);
    String name = String.valueOf(file.getFileName());
    if (random.nextInt(8) == 0) {
      name = name(name, random);
      told += "name " + name;
    }
    Files.write(file.resolveSibling(name), text.getBytes(ISO_8859_1));
    return told;
  }

  private static String name(String name, Random random) {
    int at = random.nextInt(name.length());
    String sign = Nasty.pick(List.of("0", "1", "2", "3", "9", "A", " ", ".", "~"), random);
    return random.nextInt(4) == 0
        ? name + sign
        : name.substring(0, at) + sign + name.substring(at + 1);
  }

  private static String changed(String text, int kind, Random random) {
    return switch (kind) {
      case 0 -> digit(text, 0, Math.min(72, text.length()), random);
      case 1 -> digit(text, Math.min(72, text.length()), text.length(), random);
      case 2 -> FileDamage.BYTES.apply(text, random);
      case 3 -> FileDamage.FLIPPED_BIT.apply(text, random);
      case 4 -> FileDamage.CUT_OFF.apply(text, random);
      case 5 -> FileDamage.ROW_TWICE.apply(text, random);
      case 6 -> FileDamage.ROW_GONE.apply(text, random);
      case 7 -> tag(text, random);
      case 8 -> between(text, random);
      case 9 -> FileDamage.OTHER_LINE_ENDS.apply(text, random);
      case 10 ->
          random.nextInt(4) == 0
              ? FileDamage.HOLE.apply(text, random)
              : FileDamage.ROW_CUT.apply(text, random);
      default -> FileDamage.NOISE.apply(text, random) + text;
    };
  }

  private static String digit(String text, int from, int to, Random random) {
    if (from >= to) {
      return text;
    }
    int at = from + random.nextInt(to - from);
    return text.substring(0, at) + random.nextInt(10) + text.substring(at + 1);
  }

  private static String tag(String text, Random random) {
    List<String> tags =
        List.of(
            "<Document>",
            "</Document>",
            "<FbInf>",
            "<ErrRecId>",
            "</ErrRecId>",
            "<FbErrNum>",
            "<ErrInf>",
            "</ErrInf>",
            "<FbCode>",
            "<FbMsg>",
            "<ErrRec>",
            "</ErrRec>");
    String from = Nasty.pick(tags, random);
    String to = random.nextBoolean() ? Nasty.pick(tags, random) : from + Nasty.field(random);
    int at = text.indexOf(from);
    return at < 0 ? text : text.substring(0, at) + to + text.substring(at + from.length());
  }

  /** Puts something else between two tags. */
  private static String between(String text, Random random) {
    List<Integer> ends = new ArrayList<>();
    for (int at = text.indexOf('>'); at >= 0; at = text.indexOf('>', at + 1)) {
      ends.add(at + 1);
    }
    if (ends.isEmpty()) {
      return text;
    }
    int from = Nasty.pick(ends, random);
    int to = text.indexOf('<', from);
    String value = random.nextInt(6) == 0 ? Nasty.giant(random) : Nasty.field(random);
    return to < 0 ? text : text.substring(0, from) + value + text.substring(to);
  }
}
