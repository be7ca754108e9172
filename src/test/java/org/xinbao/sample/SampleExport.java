package org.xinbao.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.generate.Exports;

/**
 * Writes the exports of the sample book. Run {@link #main} after a change of the book, with the
 * folder {@code sample-data} as argument.
 */
final class SampleExport {
  static final List<LocalDate> DATES =
      List.of(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 30));

  private final SampleBook book;
  private final LocalDate date;
  private final boolean initial;
  private final Map<String, StringBuilder> files = new LinkedHashMap<>();

  private SampleExport(SampleBook book, LocalDate date, boolean initial) {
    this.book = book;
    this.date = date;
    this.initial = initial;
  }

  public static void main(String[] args) throws IOException {
    writeAll(Path.of(args[0]));
  }

  /** Writes one folder per date; the first date is a first load. */
  static void writeAll(Path folder) throws IOException {
    SampleBook book = new SampleBook();
    for (LocalDate date : DATES) {
      SampleExport export = new SampleExport(book, date, date.equals(DATES.get(0)));
      export.write(folder.resolve(date.toString()));
    }
  }

  private void write(Path folder) throws IOException {
    List<SampleLoan> shown = book.loans.stream().filter(this::shows).toList();
    addLoans(shown);
    addInstalments(shown);
    addTransactions(shown);
    addFacilities(shown);
    addParties(shown);
    addDecisions();
    Files.createDirectories(folder);
    for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    long open = shown.stream().filter(loan -> !loan.isClosedAt(date)).count();
    Files.writeString(folder.resolve("manifest.json"), manifest(folder, open));
  }

  /**
   * Whether the date's export has the loan (rulings 5): a first load has every loan; later ones
   * those that were open on any of the last 62 days, and written-off ones, which are still owed.
   */
  private boolean shows(SampleLoan loan) {
    if (loan.openedOn.isAfter(date)) {
      return false;
    }
    return initial
        || !loan.isClosedAt(date)
        || loan.status.equals("WRITTEN_OFF")
        || loan.closedOn.orElseThrow().isAfter(date.minusDays(62));
  }

  private void row(String file, String... fields) {
    StringBuilder out = files.get(file);
    if (out == null) {
      throw new IllegalStateException("no header for " + file);
    }
    out.append(String.join(",", fields)).append('\n');
  }

  private void header(String file, String header) {
    files.put(file, new StringBuilder(header).append('\n'));
  }

  static String amount(long cents) {
    return cents < 0 ? "" : String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }

  private void addLoans(List<SampleLoan> shown) {
    header(
        "loans.csv",
        "loan_id,customer_id,borrower_name,id_type,id_number,product,facility_id,opened_on,"
            + "matures_on,currency,principal,annual_rate,repayment_method,terms,status,closed_on,"
            + "guarantee_mode");
    for (SampleLoan loan : shown) {
      List<SampleInstalment> schedule = loan.scheduleAt(date);
      boolean closed = loan.isClosedAt(date);
      row(
          "loans.csv",
          loan.id,
          customer(loan.person),
          Persons.name(loan.person),
          "ID_CARD",
          Persons.idNumber(loan.person),
          loan.product.name(),
          loan.facilityId,
          loan.openedOn.toString(),
          schedule.get(schedule.size() - 1).dueOn().toString(),
          "CNY",
          amount(loan.principal),
          loan.rate,
          loan.product.repaymentMethod(),
          Integer.toString(schedule.size()),
          closed ? loan.status : "ACTIVE",
          closed ? loan.closedOn.orElseThrow().toString() : "",
          loan.guaranteeMode);
    }
  }

  private static String customer(int person) {
    return String.format(Locale.ROOT, "C%08d", person);
  }

  private void addInstalments(List<SampleLoan> shown) {
    header("instalments.csv", "loan_id,seq,due_on,principal,interest,fee");
    for (SampleLoan loan : shown) {
      for (SampleInstalment due : loan.scheduleAt(date)) {
        row(
            "instalments.csv",
            loan.id,
            Integer.toString(due.seq()),
            due.dueOn().toString(),
            amount(due.principal()),
            amount(due.interest()),
            "");
      }
    }
  }

  private void addTransactions(List<SampleLoan> shown) {
    header(
        "transactions.csv",
        "loan_id,txn_id,value_date,booked_at,type,amount,reverses,principal,interest,penalty,fee,"
            + "months_changed");
    for (SampleLoan loan : shown) {
      List<SampleMovement> ordered = new ArrayList<>(loan.movements);
      // Stable: what the story tells first on a day is booked first.
      ordered.sort(Comparator.comparing(SampleMovement::on));
      for (int i = 0; i < ordered.size(); i++) {
        if (!ordered.get(i).on().isAfter(date)) {
          addTransaction(loan, ordered, i);
        }
      }
    }
  }

  private void addTransaction(SampleLoan loan, List<SampleMovement> ordered, int i) {
    SampleMovement movement = ordered.get(i);
    boolean undoes = movement.reverses() >= 0;
    boolean split = movement.split().principal() >= 0;
    row(
        "transactions.csv",
        loan.id,
        txnId(i),
        movement.on().toString(),
        String.format(Locale.ROOT, "%sT10:%02d:00", movement.on(), i),
        movement.type(),
        amount(movement.amount()),
        undoes ? txnId(ordered.indexOf(loan.movements.get(movement.reverses()))) : "",
        amount(movement.split().principal()),
        amount(movement.split().interest()),
        amount(movement.split().penalty()),
        split ? "0.00" : "",
        movement.monthsChanged() == 0 ? "" : Integer.toString(movement.monthsChanged()));
  }

  private static String txnId(int place) {
    return String.format(Locale.ROOT, "T%03d", place + 1);
  }

  private void addFacilities(List<SampleLoan> shown) {
    header(
        "facilities.csv",
        "facility_id,customer_id,borrower_name,id_type,id_number,kind,revolving,credit_limit,"
            + "currency,effective_on,expires_on,status");
    Set<String> used =
        shown.stream().map(loan -> loan.facilityId).collect(Collectors.toCollection(TreeSet::new));
    for (SampleFacility facility : book.facilities) {
      if (used.contains(facility.id())) {
        row(
            "facilities.csv",
            facility.id(),
            customer(facility.person()),
            Persons.name(facility.person()),
            "ID_CARD",
            Persons.idNumber(facility.person()),
            "LOAN",
            "1",
            amount(facility.limit()),
            "CNY",
            facility.effectiveOn().toString(),
            facility.expiresOn().toString(),
            "ACTIVE");
      }
    }
  }

  private void addParties(List<SampleLoan> shown) {
    header(
        "guarantees.csv",
        "loan_id,party_kind,name,id_type,id_number,role,amount,contract_id,joint");
    header("notices.csv", "loan_id,channel,sent_on");
    for (SampleLoan loan : shown) {
      loan.guaranteeRows.forEach(party -> row("guarantees.csv", party));
      for (LocalDate sentOn : loan.notices) {
        if (!sentOn.isAfter(date)) {
          row("notices.csv", loan.id, "SMS", sentOn.toString());
        }
      }
    }
  }

  private void addDecisions() {
    header(
        "decisions.csv",
        "decision_id,loan_id,kind,decided_on,effective_from,effective_to,reason,details");
    for (Decision decision : book.decisions) {
      if (!decision.decidedOn().isAfter(date)) {
        String day = decision.decidedOn().toString();
        row(
            "decisions.csv",
            decision.id(),
            decision.loanId(),
            decision.kind(),
            day,
            day,
            "",
            decision.reason(),
            decision.details());
      }
    }
  }

  private String manifest(Path folder, long open) throws IOException {
    StringBuilder json = new StringBuilder("{\n  \"contract_version\": \"1\",\n");
    json.append("  \"institution\": \"TEST0000000001\",\n");
    json.append("  \"business_date\": \"").append(date).append("\",\n");
    json.append("  \"scope\": \"").append(initial ? "INITIAL" : "WINDOW").append("\",\n");
    json.append("  \"open_loans\": ").append(open).append(",\n  \"files\": [");
    String separator = "\n";
    for (String name : files.keySet()) {
      json.append(separator).append(listed(folder, name));
      separator = ",\n";
    }
    return json.append("\n  ]\n}\n").toString();
  }

  private static String listed(Path folder, String name) throws IOException {
    List<Map<String, String>> rows = Exports.rows(folder, name);
    String totals =
        switch (name) {
          case "loans.csv" -> total(rows, "principal");
          case "instalments.csv" -> total(rows, "principal") + ", " + total(rows, "interest");
          case "transactions.csv" -> total(rows, "amount");
          default -> "";
        };
    return "    {\"name\": \""
        + name
        + "\", \"rows\": "
        + rows.size()
        + ", \"sha256\": \""
        + Exports.sha256(folder.resolve(name))
        + "\""
        + (totals.isEmpty() ? "" : ", \"totals\": {" + totals + "}")
        + "}";
  }

  private static String total(List<Map<String, String>> rows, String column) {
    long sum = rows.stream().mapToLong(row -> Exports.cents(row, column)).sum();
    return "\"" + column + "\": \"" + amount(sum) + "\"";
  }
}
