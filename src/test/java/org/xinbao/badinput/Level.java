package org.xinbao.badinput;

/** How much of the program an input goes through, and how many of a hundred inputs go so far. */
enum Level {
  READER("reading the export whole", 93),
  NIGHT("a whole first night", 2),
  NIGHT_AFTER("a whole night after another", 2),
  CONFIGURATION("a whole night of a damaged configuration", 1),
  FEEDBACK("a feedback job", 2);

  /** The inputs after which the levels begin anew. */
  static final int OF = 100;

  private final String words;
  private final int share;

  Level(String words, int share) {
    this.words = words;
    this.share = share;
  }

  String words() {
    return words;
  }

  /** The level of an input by its number. */
  static Level of(long number) {
    long place = number % OF;
    for (Level each : values()) {
      place -= each.share;
      if (place < 0) {
        return each;
      }
    }
    throw new AssertionError("a hundred inputs have a level each");
  }
}
