package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.store.SafeFiles;

/**
 * What a person allows one run that the nightly job does not do by itself. It is part of what the
 * run's outputs follow from, so it is kept with its inputs, and the evidence tells who allowed it
 * and why.
 *
 * @param what each of them once
 * @param rules keys of changed rules that are accepted (rulings 8), {@code products.JIEBEI.grace},
 *     or of products, which stand for all their keys
 * @param months months of which no settlement day is run (rulings 10), {@code 2026-10}
 * @param fileDate the creation date of the bureaux' files (epoch day) where {@code creation-date}
 *     is {@code GIVEN}, else none (rulings 40)
 * @param reason why, in a person's words, without personal data; may be empty but for rules
 */
public record Allowed(
    SortedSet<What> what,
    SortedSet<String> rules,
    SortedSet<String> months,
    int fileDate,
    String reason) {

  /** Nothing beyond what the job does by itself. */
  public static final Allowed NOTHING =
      new Allowed(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), Day.NONE, "");

  private static final int REASON_MAX = 500;

  /** A kind of exception. */
  public enum What {
    /** {@code --correct}: publish a new version of a published date. */
    CORRECTION,
    /** {@code --skip-to}: leave out the dates since the last published one. */
    GAP,
    /** {@code --as-of-export}: run the date from the export of a later one. */
    LATER_EXPORT
  }

  /** Makes the reason one line. */
  public Allowed {
    what = new TreeSet<>(what);
    rules = new TreeSet<>(rules);
    months = new TreeSet<>(months);
    String line = reason.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    reason = line.substring(0, Math.min(REASON_MAX, line.length()));
  }

  boolean has(What one) {
    return what.contains(one);
  }

  boolean isNothing() {
    return equals(NOTHING);
  }

  /** Whether a changed key is accepted, itself or with all of its product. */
  boolean acceptsRule(String key) {
    return rules.stream().anyMatch(each -> key.equals(each) || key.startsWith(each + "."));
  }

  /** The same, and a date from a later export. */
  public Allowed with(What one) {
    SortedSet<What> more = new TreeSet<>(what);
    more.add(one);
    return new Allowed(more, rules, months, fileDate, reason);
  }

  /** For {@code run.json}. */
  Map<String, Object> forJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!isNothing()) {
      json.put("what", what.stream().map(Enum::name).toList());
      json.put("rules", List.copyOf(rules));
      json.put("without_months", List.copyOf(months));
      json.put("file_date", fileDate == Day.NONE ? "" : Day.format(fileDate));
      json.put("reason", reason);
    }
    return json;
  }

  /** Writes a file that {@link #read} understands. */
  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    what.forEach(each -> lines.add(Tsv.line("what", each)));
    rules.forEach(each -> lines.add(Tsv.line("rule", each)));
    months.forEach(each -> lines.add(Tsv.line("month", each)));
    if (fileDate != Day.NONE) {
      lines.add(Tsv.line("file-date", Day.format(fileDate)));
    }
    lines.add(Tsv.line("reason", reason));
    SafeFiles.replace(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Reads it; nothing was allowed where there is no such file. */
  static Allowed read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return NOTHING;
    }
    List<List<String>> lines = Files.readAllLines(file).stream().map(Tsv::fields).toList();
    return new Allowed(
        values(lines, "what").stream()
            .flatMap(each -> Arrays.stream(What.values()).filter(one -> one.name().equals(each)))
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(values(lines, "rule")),
        new TreeSet<>(values(lines, "month")),
        values(lines, "file-date").stream().mapToInt(Day::parse).findFirst().orElse(Day.NONE),
        String.join(" ", values(lines, "reason")));
  }

  private static List<String> values(List<List<String>> lines, String key) {
    return lines.stream().filter(each -> each.get(0).equals(key)).map(each -> each.get(1)).toList();
  }
}
