package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xinbao.arrears.Day;
import org.xinbao.generate.Generator;
import org.xinbao.generate.GeneratorSettings;
import org.xinbao.generate.GeneratorSettings.RowOrder;

/** Good exports of about a dozen loans. */
final class SmallBooks {

  static final int LOANS = 12;

  private SmallBooks() {}

  /** Some loans of the sample: it has every kind of loan, facilities, notices and decisions. */
  static Export sample(String date, int first) throws IOException {
    NaiveRows all =
        NaiveRows.of(Files.readString(Path.of("sample-data", date, "loans.csv"), ISO_8859_1));
    return sample(date, loans(all, first));
  }

  /** The same loans, as far as they were there, on another date. */
  static Export sameLoans(Export of, String date) throws IOException {
    NaiveRows all = NaiveRows.of(of.text("loans.csv"));
    Set<String> loans = new TreeSet<>();
    all.rows().forEach(each -> loans.add(all.field(each, "loan_id")));
    return sample(date, loans);
  }

  private static Export sample(String date, Set<String> loans) throws IOException {
    Path folder = Path.of("sample-data", date);
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".csv")).toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readString(file, ISO_8859_1));
      }
    }
    files.replaceAll((name, text) -> onlyOf(loans, text));
    optional(files, loans.iterator().next());
    return new Export(files);
  }

  /** The mandatory files of one loan. */
  static Export oneLoan() throws IOException {
    SortedMap<String, String> files = sample(Export.DATE, Set.of("XB00010001")).files();
    files.keySet().retainAll(Set.of("loans.csv", "instalments.csv", "transactions.csv"));
    return new Export(files);
  }

  private static Set<String> loans(NaiveRows all, int first) {
    Set<String> loans = new TreeSet<>();
    int step = all.rows().size() / LOANS;
    for (int i = first % step; loans.size() < LOANS; i += step) {
      loans.add(all.field(all.rows().get(i), "loan_id"));
    }
    return loans;
  }

  private static String onlyOf(Set<String> loans, String text) {
    NaiveRows all = NaiveRows.of(text);
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", all.header()));
    for (NaiveRows.Row row : all.rows()) {
      if (!all.header().contains("loan_id") || loans.contains(all.field(row, "loan_id"))) {
        lines.add(String.join(",", row.fields()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Files that the sample does not have. */
  private static void optional(SortedMap<String, String> files, String loan) {
    files.put(
        "rates.csv",
        "loan_id,from,annual_rate,penalty_annual_rate\n" + loan + ",2026-09-01,0.15,\n");
    files.put("collateral.csv", "loan_id,collateral_code\n" + loan + ",COL1\n");
    files.put(
        "contacts.csv",
        "loan_id,contacted_at,channel,connected\n" + loan + ",2026-10-30T10:00:00,CALL,1\n");
    files.put("calendar.csv", "day,working\n2026-11-01,0\n2026-11-02,1\n");
  }

  /** A generated book, with its borrowers. */
  static Export generated(long seed, Path folder) throws IOException {
    Generator.write(
        new GeneratorSettings(
            LOANS, seed, Day.parse(Export.DATE), 1, folder, true, RowOrder.BY_LOAN));
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".csv")).toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readString(file, ISO_8859_1));
      }
    }
    return new Export(files);
  }
}
