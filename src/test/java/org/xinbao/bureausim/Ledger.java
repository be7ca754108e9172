package org.xinbao.bureausim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What an export says of each loan, read by this package's own means. */
final class Ledger {

  private final Map<String, List<Row>> loans;
  private final Map<String, List<Row>> transactions;
  private final Map<String, List<Row>> facilities;
  private final Map<String, List<Row>> guarantees;
  private final Map<String, List<Row>> notices;

  private Ledger(Path folder) throws IOException {
    loans = Rows.by("loan_id", folder.resolve("loans.csv"));
    transactions = Rows.by("loan_id", folder.resolve("transactions.csv"));
    facilities = Rows.by("facility_id", folder.resolve("facilities.csv"));
    guarantees = Rows.by("loan_id", folder.resolve("guarantees.csv"));
    notices = Rows.by("loan_id", folder.resolve("notices.csv"));
  }

  static Ledger read(Path folder) throws IOException {
    return new Ledger(folder);
  }

  Row loan(String loanId) {
    return loans.getOrDefault(loanId, List.of()).get(0);
  }

  List<Row> transactions(String loanId) {
    return transactions.getOrDefault(loanId, List.of());
  }

  Row facility(String facilityId) {
    return facilities.getOrDefault(facilityId, List.of()).get(0);
  }

  List<Row> guarantees(String loanId) {
    return guarantees.getOrDefault(loanId, List.of());
  }

  List<Row> notices(String loanId) {
    return notices.getOrDefault(loanId, List.of());
  }
}
