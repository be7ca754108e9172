package org.xinbao.badinput;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether every row of an export is accounted for: counted by {@link NaiveRows}, which knows
 * nothing of the program, and compared with what the program says that it read, used and rejected.
 *
 * @param export what was read
 * @param used the loans that were used
 * @param rejects what was not used, as the program tells it
 */
record Accounting(Export export, Set<String> used, List<Told> rejects) {

  /** Files whose rows need not belong to a loan of the export. */
  private static final Set<String> OF_THEMSELVES =
      Set.of(
          "notices.csv",
          "decisions.csv",
          "facilities.csv",
          "borrowers.csv",
          "calendar.csv",
          "identities.csv");

  private static final int COMPLAINTS_MAX = 5;

  private static final Set<String> BY_LOAN =
      Set.of(
          "loans.csv",
          "instalments.csv",
          "transactions.csv",
          "rates.csv",
          "guarantees.csv",
          "collateral.csv",
          "contacts.csv");

  private static final Set<String> CONTRACT =
      Stream.concat(OF_THEMSELVES.stream(), BY_LOAN.stream()).collect(Collectors.toSet());

  /** One rejected row as told: place, loan, code and sentence. */
  record Told(String file, long line, String loanId, String code, String sentence) {}

  /** What was read of a file, in rows. */
  record Rows(long read, long used) {}

  Accounting {
    used = Set.copyOf(used);
    rejects = List.copyOf(rejects);
  }

  /** The rows of every plain file as they should have been counted. */
  SortedMap<String, Rows> expected(List<String> complaints) {
    SortedMap<String, Rows> expected = new TreeMap<>();
    for (Map.Entry<String, String> file : export.files().entrySet()) {
      boolean cut = OF_THEMSELVES.contains(file.getKey()) && hasTooManyRows();
      if (CONTRACT.contains(file.getKey()) && NaiveRows.isPlain(file.getValue()) && !cut) {
        expected.put(
            file.getKey(), count(file.getKey(), NaiveRows.of(file.getValue()), complaints));
      }
    }
    return expected;
  }

  /**
   * Of a loan with too many rows, which is told, the last ones are not read, notices among them.
   */
  private boolean hasTooManyRows() {
    return rejects.stream().anyMatch(each -> each.code().equals("TOO_MANY_ROWS"));
  }

  private Rows count(String file, NaiveRows rows, List<String> complaints) {
    Set<Long> lines = new HashSet<>();
    Set<String> loans = new HashSet<>();
    for (Told each : rejects) {
      if (each.file().equals(file)) {
        lines.add(each.line());
      }
      loans.add(each.loanId());
    }
    long good = 0;
    for (NaiveRows.Row row : rows.rows()) {
      String loan = rows.field(row, "loan_id");
      boolean told = lines.contains(row.line());
      if (!told && (OF_THEMSELVES.contains(file) || used.contains(loan))) {
        good++;
      } else if (!told && (loan.isEmpty() || !loans.contains(loan))) {
        complain(complaints, "unaccounted: " + file + " line " + row.line());
      }
    }
    return new Rows(rows.rows().size(), good);
  }

  /** Complains about rejects that do not say why. */
  void refuseUnexplained(Set<String> codes, List<String> complaints) {
    for (Told each : rejects) {
      boolean known = codes.contains(each.code());
      boolean sentence = each.sentence().length() > 10 && each.sentence().endsWith(".");
      if (!known || !sentence || each.line() == 1 || each.line() < 0) {
        complain(complaints, "unexplained: " + each);
      }
      if (each.sentence().matches("(?s).*([0-9]{17}|\\p{IsHan}).*")) {
        complain(complaints, "personal: " + each.file() + " line " + each.line());
      }
    }
  }

  /** The first few say enough. */
  private static void complain(List<String> complaints, String what) {
    if (complaints.size() < COMPLAINTS_MAX) {
      complaints.add(what);
    }
  }

  /** The places where two counts differ. */
  static List<String> differences(SortedMap<String, Rows> expected, Map<String, Rows> told) {
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (file, rows) -> {
          Rows other = told.get(file);
          if (other != null && !other.equals(rows)) {
            differences.add("unaccounted: " + file + " " + rows + " but the program " + other);
          }
        });
    return differences;
  }
}
