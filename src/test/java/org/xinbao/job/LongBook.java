package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A book of many years: every month some loans of six instalments are opened, and some of them are
 * paid late, missed and cured, returned by the bank, or never paid. An export has the loans that
 * were open on one of the last 62 days, as they were known on its date.
 */
final class LongBook {

  private static final int TERMS = 6;
  private static final int WINDOW = 62;
  private static final String ID_NUMBER = "990101198904080128";

  private final List<Life> lives = new ArrayList<>();

  private record Payment(LocalDate on, String type, String amount, String reverses) {}

  private record Life(
      String id,
      String product,
      LocalDate opened,
      List<Payment> payments,
      List<LocalDate> notices) {

    LocalDate due(int number) {
      return opened.plusMonths(number);
    }

    /** The day on which the last instalment was paid; far away when that never happens. */
    LocalDate closed() {
      long paid = payments.stream().filter(each -> each.type().equals("REPAYMENT")).count();
      long returned = payments.stream().filter(each -> each.type().equals("REVERSAL")).count();
      return paid - returned < TERMS ? LocalDate.MAX : payments.get(payments.size() - 1).on();
    }
  }

  /** Loans opened from {@code first} on for so many months, so many a month. */
  LongBook(long seed, LocalDate first, int months, int loansPerMonth) {
    Random random = new Random(seed);
    for (int month = 0; month < months; month++) {
      for (int i = 0; i < loansPerMonth; i++) {
        LocalDate opened = first.plusMonths(month).plusDays(random.nextInt(28));
        String id = String.format(Locale.ROOT, "LB%08d", lives.size() + 1);
        lives.add(life(id, random.nextInt(3) == 0 ? "XIAOFEI" : "JIEBEI", opened, random));
      }
    }
  }

  private static Life life(String id, String product, LocalDate opened, Random random) {
    Life life = new Life(id, product, opened, new ArrayList<>(), new ArrayList<>());
    int kind = random.nextInt(10);
    int from = 1 + random.nextInt(TERMS);
    int missed = Math.min(TERMS, from + random.nextInt(3));
    for (int i = 1; i <= TERMS; i++) {
      LocalDate due = life.due(i);
      if (kind == 0 && i >= from) {
        life.notices().add(due.plusDays(1));
      } else if (kind == 1 && i >= from && i <= missed) {
        // Several missed, then all paid on one day before the next falls due.
        life.notices().add(due.plusDays(1));
        pay(life, life.due(missed).plusDays(1 + random.nextInt(20)));
      } else if (kind == 2 && i == from) {
        pay(life, due);
        life.payments()
            .add(new Payment(due.plusDays(3), "REVERSAL", "110.00", txn(life.payments().size())));
        life.notices().add(due.plusDays(1));
        pay(life, due.plusDays(5 + random.nextInt(9)));
      } else if (kind <= 5 && random.nextInt(3) == 0) {
        life.notices().add(due.plusDays(1));
        pay(life, due.plusDays(1 + random.nextInt(25)));
      } else {
        pay(life, due);
      }
    }
    return life;
  }

  private static void pay(Life life, LocalDate on) {
    life.payments().add(new Payment(on, "REPAYMENT", "110.00", ""));
  }

  private static String txn(int number) {
    return String.format(Locale.ROOT, "T%03d", number);
  }

  /** Writes the export of a date. */
  Path write(LocalDate date, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> loans = new ArrayList<>();
    List<String> instalments = new ArrayList<>();
    List<String> transactions = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (Life each : lives) {
      if (!each.opened().isAfter(date) && !each.closed().isBefore(date.minusDays(WINDOW))) {
        write(each, date, loans, instalments, transactions, notices);
      }
    }
    String day = date.toString();
    TestLedger ledger = TestLedger.sample("2026-10-31", folder.resolve(day)).date(day);
    ledger.delete("decisions.csv").delete("facilities.csv").delete("guarantees.csv");
    ledger.write(
        "loans.csv",
        with(
            "loan_id,customer_id,borrower_name,id_type,id_number,product,facility_id,opened_on,matures_on,currency,principal,annual_rate,repayment_method,terms,status,closed_on,guarantee_mode",
            loans));
    ledger.write("instalments.csv", with("loan_id,seq,due_on,principal,interest,fee", instalments));
    ledger.write(
        "transactions.csv",
        with(
            "loan_id,txn_id,value_date,booked_at,type,amount,reverses,principal,interest,penalty,fee",
            transactions));
    ledger.write("notices.csv", with("loan_id,channel,sent_on", notices));
    return ledger.seal();
  }

  private static List<String> with(String header, List<String> rows) {
    List<String> all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    return all;
  }

  private static void write(
      Life life,
      LocalDate date,
      List<String> loans,
      List<String> instalments,
      List<String> transactions,
      List<String> notices) {
    boolean closed = !life.closed().isAfter(date);
    loans.add(
        String.join(
            ",",
            life.id(),
            "C" + life.id(),
            "测试",
            "ID_CARD",
            ID_NUMBER,
            life.product(),
            "",
            life.opened().toString(),
            life.due(TERMS).toString(),
            "CNY",
            "600.00",
            "0.1440",
            "EQUAL_PRINCIPAL",
            "" + TERMS,
            closed ? "CLOSED" : "ACTIVE",
            closed ? life.closed().toString() : "",
            "4"));
    for (int i = 1; i <= TERMS; i++) {
      instalments.add(life.id() + "," + i + "," + life.due(i) + ",100.00,10.00,");
    }
    transactions.add(transaction(life, "T000", life.opened(), "DISBURSEMENT", "600.00", ""));
    for (int i = 0; i < life.payments().size(); i++) {
      Payment each = life.payments().get(i);
      if (!each.on().isAfter(date)) {
        transactions.add(
            transaction(life, txn(i + 1), each.on(), each.type(), each.amount(), each.reverses()));
      }
    }
    life.notices().stream()
        .filter(each -> !each.isAfter(date))
        .forEach(each -> notices.add(life.id() + ",SMS," + each));
  }

  private static String transaction(
      Life life, String id, LocalDate on, String type, String amount, String reverses) {
    return String.join(
        ",",
        life.id(),
        id,
        on.toString(),
        on + "T10:00:00",
        type,
        amount,
        reverses,
        "",
        "",
        "",
        "");
  }
}
