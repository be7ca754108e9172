package org.xinbao.badinput;

import java.util.List;
import java.util.Random;

/** Damages exports and configurations by chance. */
final class Damage {

  private static final int FILES_HARMED_MAX = 3;

  private final Random random;
  private final StringBuilder told = new StringBuilder();

  Damage(long seed) {
    random = new Random(seed);
  }

  /** What was done, for the person who must look. */
  String told() {
    return told.toString().strip();
  }

  void note(String what) {
    told.append(what);
  }

  Random random() {
    return random;
  }

  /**
   * Damages an export. Most often the manifest is made to fit the damaged files: what is wrong with
   * them would otherwise only ever be found by its hash.
   */
  Export of(Export good) {
    Export export = good.copy();
    if (random.nextInt(8) > 0) {
      int files = 1 + random.nextInt(random.nextInt(3) == 0 ? FILES_HARMED_MAX : 1);
      for (int i = 0; i < files; i++) {
        file(export);
      }
      if (random.nextInt(10) > 0) {
        export.seal();
      }
    } else {
      export.manifest(this::text);
    }
    if (random.nextInt(15) == 0) {
      folder(export);
    }
    return export;
  }

  private void file(Export export) {
    List<String> large = List.of("loans.csv", "instalments.csv", "transactions.csv");
    String name = Nasty.pick(random.nextBoolean() ? large : export.names(), random);
    List<FileDamage> kinds =
        random.nextBoolean() ? FileDamage.OF_ROWS : List.of(FileDamage.values());
    FileDamage damage = Nasty.pick(kinds, random);
    told.append(name).append(' ').append(damage).append(' ');
    export.put(name, damage.apply(export.text(name), random));
  }

  /** Damages a JSON or YAML text. */
  String text(String text) {
    String damaged = text;
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      TextDamage damage = Nasty.pick(List.of(TextDamage.values()), random);
      told.append(damage).append(' ');
      damaged = damage.apply(damaged, random);
    }
    return damaged;
  }

  /** Files that come or go whole. */
  private void folder(Export export) {
    String name = Nasty.pick(export.names(), random);
    switch (random.nextInt(4)) {
      case 0 -> {
        told.append(name).append(" gone ");
        export.remove(name);
      }
      case 1 -> {
        told.append("unlisted rates.csv ");
        export.put("rates.csv", "loan_id,from,annual_rate,penalty_annual_rate\n");
      }
      case 2 -> {
        told.append(name).append(" gone, manifest with it ");
        export.remove(name);
        export.seal();
      }
      default -> {
        told.append("unknown listed file ");
        export.put("notes.csv", Nasty.giant(random));
        export.seal();
      }
    }
  }
}
