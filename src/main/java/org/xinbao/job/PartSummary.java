package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.ledger.Tally;

/**
 * What one or all partitions add up to.
 *
 * @param control control totals by record type, from the assessments
 * @param tallies rows by file of the export
 */
record PartSummary(
    Counters counters,
    SortedMap<RecordKey, ControlTotals> control,
    SortedMap<String, Tally> tallies) {

  /** Nothing yet. */
  static PartSummary empty() {
    return new PartSummary(new Counters(), new TreeMap<>(), new TreeMap<>());
  }

  /** The sum of the parts. */
  static PartSummary sum(Parts parts) throws IOException {
    PartSummary sum = empty();
    for (PartFiles each : parts.files()) {
      sum = sum.plus(read(each.of(PartKind.SUMMARY)));
    }
    return sum;
  }

  PartSummary plus(PartSummary other) {
    Counters both = new Counters();
    both.addAll(counters);
    both.addAll(other.counters);
    SortedMap<RecordKey, ControlTotals> totals = new TreeMap<>(control);
    other.control.forEach((key, value) -> totals.merge(key, value, ControlTotals::plus));
    SortedMap<String, Tally> rows = new TreeMap<>(tallies);
    other.tallies.forEach((file, tally) -> rows.merge(file, tally, Tally::plus));
    return new PartSummary(both, totals, rows);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    counters.toLines().forEach(each -> lines.add("C\t" + each));
    control.forEach(
        (key, totals) ->
            lines.add(
                Tsv.line(
                    "R",
                    key.bureau(),
                    key.recordType(),
                    totals.records(),
                    totals.balance(),
                    totals.overdue())));
    tallies.values().forEach(each -> lines.add("T\t" + each.toText()));
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  static PartSummary read(Path file) throws IOException {
    Counters counters = new Counters();
    SortedMap<RecordKey, ControlTotals> control = new TreeMap<>();
    SortedMap<String, Tally> tallies = new TreeMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      switch (line.charAt(0)) {
        case 'C' -> counters.addLine(line.substring(2));
        case 'R' -> {
          List<String> f = Tsv.fields(line);
          control.put(
              new RecordKey(f.get(1), f.get(2)),
              new ControlTotals(
                  Long.parseLong(f.get(3)), Long.parseLong(f.get(4)), Long.parseLong(f.get(5))));
        }
        default -> {
          Tally tally = Tally.parse(line.substring(2));
          tallies.put(tally.file(), tally);
        }
      }
    }
    return new PartSummary(counters, control, tallies);
  }
}
