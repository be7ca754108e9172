package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.generate.Generator;
import org.xinbao.generate.GeneratorSettings;
import org.xinbao.generate.GeneratorSettings.RowOrder;

/** The sample with a borrower of its own for each loan, and all that is personal in it. */
final class PersonalBook {

  private static final Set<String> PERSONAL =
      Set.of(
          "borrower_name",
          "name",
          "id_number",
          "mobile",
          "email",
          "spouse_name",
          "spouse_id_number");

  private final Path folder;
  private final Set<String> needles = new TreeSet<>();

  PersonalBook(Path folder) {
    this.folder = folder;
  }

  /** Names, numbers and addresses, each once. */
  Set<String> needles() {
    return needles;
  }

  /** The sample of a date with its borrowers. */
  Path sample(String date) throws IOException {
    return withBorrowers(date).seal();
  }

  /** The same with rows whose fields have slipped, so that names stand where dates should. */
  Path sampleWithShiftedRows(String date) throws IOException {
    TestLedger ledger = withBorrowers(date);
    for (String file : List.of("loans.csv", "guarantees.csv", "facilities.csv", "borrowers.csv")) {
      ledger.rows(file, PersonalBook::shifted);
    }
    return ledger.seal();
  }

  /** Every fiftieth row by another number of fields; the first of all keeps its id. */
  private static List<String> shifted(List<String> rows) {
    for (int i = 0; i < rows.size(); i += 50) {
      List<String> fields = new ArrayList<>(List.of(rows.get(i).split(",", -1)));
      int by = 1 + i / 50 % (fields.size() - 2);
      List<String> tail = new ArrayList<>(fields.subList(1, fields.size()));
      java.util.Collections.rotate(tail, by);
      rows.set(i, fields.get(0) + "," + String.join(",", tail));
    }
    return rows;
  }

  private TestLedger withBorrowers(String date) throws IOException {
    TestLedger ledger = TestLedger.sample(date, folder.resolve(date));
    Map<String, String> like = oneBorrower(date);
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", like.keySet()));
    Set<String> customers = new TreeSet<>();
    for (Map<String, String> loan : Csv.rows(ledger.folder().resolve("loans.csv"))) {
      String customer = String.valueOf(loan.get("customer_id"));
      if (customers.add(customer)) {
        like.put("customer_id", customer);
        like.put("name", String.valueOf(loan.get("borrower_name")));
        like.put("id_type", String.valueOf(loan.get("id_type")));
        like.put("id_number", String.valueOf(loan.get("id_number")));
        like.put("mobile", "1990" + customer.substring(customer.length() - 7));
        like.put("email", customer.toLowerCase(java.util.Locale.ROOT) + "@example.invalid");
        lines.add(String.join(",", like.values()));
      }
    }
    ledger.write("borrowers.csv", lines);
    for (String file : List.of("loans.csv", "guarantees.csv", "facilities.csv", "borrowers.csv")) {
      collect(ledger.folder().resolve(file));
    }
    return ledger;
  }

  private Map<String, String> oneBorrower(String date) throws IOException {
    Path one = folder.resolve("one-" + date);
    Generator.write(new GeneratorSettings(1, 3, Day.parse(date), 1, one, true, RowOrder.BY_LOAN));
    return new LinkedHashMap<>(Csv.rows(one.resolve("borrowers.csv")).get(0));
  }

  private void collect(Path file) throws IOException {
    for (Map<String, String> row : Csv.rows(file)) {
      needles.addAll(
          row.entrySet().stream()
              .filter(each -> PERSONAL.contains(each.getKey()) && !each.getValue().isEmpty())
              .map(Map.Entry::getValue)
              .collect(Collectors.toSet()));
    }
  }
}
