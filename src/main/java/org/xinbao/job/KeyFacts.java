package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.bureau.Fact;

/** Facts of pass 1 in part files: key, loan id, bureau, the bureau's fields. */
final class KeyFacts {

  private static final int FIXED_FIELDS = 2;

  private KeyFacts() {}

  static String toLine(String bureau, Fact fact) {
    List<Object> fields = new ArrayList<>();
    fields.add(fact.key());
    fields.add(fact.loanId());
    fields.add(bureau);
    fields.addAll(fact.fields());
    return Tsv.line(fields.toArray());
  }

  /**
   * A fact, and whose it is.
   *
   * @param bureau the bureau that said it and is given it back
   */
  record Told(String bureau, Fact fact) {}

  /** Reads the rest of a line after its key. */
  static Told parse(Fact.By by, String key, String rest) {
    List<String> fields = Tsv.fields(rest);
    return new Told(
        fields.get(1),
        new Fact(by, key, fields.get(0), fields.subList(FIXED_FIELDS, fields.size())));
  }
}
