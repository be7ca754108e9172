package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.pboc.AccountType;
import org.xinbao.bureau.pboc.Pboc;
import org.xinbao.ledger.CustomerKey;
import org.xinbao.ledger.FactSorter;
import org.xinbao.ledger.KeyedReader;
import org.xinbao.ledger.LoanRange;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.store.RegisterChange;
import org.xinbao.store.RegisterEntry;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.SnapshotPlan;
import org.xinbao.store.SnapshotWriter;

/**
 * A reporting history, checked and sorted by key in a folder of its own, so that memory does not
 * grow with it.
 *
 * @param loans the part of the state that it makes of loans, likewise of customers and facilities
 * @param records the adverse records, one a line
 */
record HistoryContent(
    Path loans,
    Path customers,
    Path facilities,
    PartLines<RegisterChange> records,
    long loanCount) {

  /** More rows of one loan are a wrong file. */
  private static final int ROWS_MAX = 10_000;

  /** 征信业管理条例 art. 16; the rule of a product counts once the loan is in an export. */
  private static final int YEARS = 5;

  private static final List<String> TYPES = List.of("D1", "R1", "R4");
  private static final List<String> CODES = List.of("10", "20", "30", "31", "32", "40");

  static SnapshotPlan plan(int date) {
    return new SnapshotPlan(new SnapshotKey(date, 1), Optional.empty());
  }

  /** Reads the files; throws {@link JobStopped} with the first problem and their number. */
  static HistoryContent read(HistoryArguments arguments, NightlyConf conf, Path work)
      throws IOException {
    return new Reader(arguments, conf, work).read();
  }

  Iterator<RegisterChange> adverse() {
    return records;
  }

  String sentence(int date, long adverse) {
    return "Imported as of "
        + Day.format(date)
        + ": "
        + HistoryImport.count(loanCount)
        + " reported loans and "
        + HistoryImport.count(adverse)
        + " adverse records.";
  }

  /** What reads the files. */
  private static final class Reader {

    private final HistoryArguments arguments;
    private final String provider;
    private final Path work;
    private final List<String> problems = new ArrayList<>();

    Reader(HistoryArguments arguments, NightlyConf conf, Path work) {
      this.arguments = arguments;
      this.provider = conf.settings().providerCode();
      this.work = work;
    }

    HistoryContent read() throws IOException {
      FactSorter loans = FactSorter.in(work, "loans");
      HistoryFile.REPORTED.read(arguments.folder(), problems, row -> loans.add(reported(row)));
      HistoryFile.REPORTED_SPECIAL.read(
          arguments.folder(), problems, row -> loans.add(special(row)));
      FactSorter records = FactSorter.in(work, "records");
      HistoryFile.ADVERSE.read(arguments.folder(), problems, row -> records.add(adverse(row)));
      FactSorter customers = FactSorter.in(work, "customers");
      HistoryFile.IDENTITY_REPORTED.read(
          arguments.folder(), problems, row -> customers.add(person(row)));
      FactSorter facilities = FactSorter.in(work, "facilities");
      HistoryFile.FACILITY_REPORTED.read(
          arguments.folder(), problems, row -> facilities.add(agreement(row)));
      stopAtProblems();
      long[] count = {0};
      Path loanState = states("loan-state", loans, lines -> loan(lines, count));
      Path customerState = states("customer-state", customers, Reader::key);
      Path facilityState = states("facility-state", facilities, Reader::key);
      stopAtProblems();
      return new HistoryContent(loanState, customerState, facilityState, sorted(records), count[0]);
    }

    private void stopAtProblems() {
      if (!problems.isEmpty()) {
        String first = problems.get(0);
        throw HistoryImport.refused(
            problems.size() == 1
                ? first
                : first
                    + "; "
                    + (problems.size() - 1)
                    + " more problems, correct and import again");
      }
    }

    private static String keyed(String key, Object... fields) {
      // A row without a usable key has a problem already and is never read back.
      return (key.isEmpty() ? "0" : key) + "\t" + Tsv.line(fields);
    }

    private String reported(HistoryRow row) {
      String loanId = row.id("loan_id");
      row.choice("bureau", List.of("pboc"));
      String code = row.id("account_code");
      if (!code.isEmpty() && !(code.startsWith(provider) && code.length() > provider.length())) {
        row.bad("account_code", "must begin with the provider code");
      }
      String type = row.choice("account_type", TYPES).orElse(TYPES.get(0));
      int on = row.day("last_report_date");
      if (on > arguments.date()) {
        row.bad("last_report_date", "must not be after the date of the import");
      }
      String point = row.choice("last_report_code", CODES).orElse(CODES.get(0));
      int month = row.monthIfAny("last_month");
      long overdue = row.amount("last_overdue_total");
      int fiveClassOn = row.dayIfAny("last_five_class_on");
      boolean closed = row.flag("closed");
      String text =
          on == Day.NONE
              ? ""
              : Pboc.imported(
                  AccountType.valueOf(type),
                  on,
                  Integer.parseInt(point),
                  month,
                  Cents.toYuan(overdue),
                  fiveClassOn,
                  closed);
      String account = code.length() > provider.length() ? code.substring(provider.length()) : "";
      return keyed(loanId, "R", account.equals(loanId) ? "" : account, closed, text);
    }

    private static String special(HistoryRow row) {
      return keyed(row.id("loan_id"), "S", row.number("kind", 1, 99), row.day("on"));
    }

    private String adverse(HistoryRow row) {
      String loanId = row.id("loan_id");
      int from = row.day("overdue_from");
      int settled = row.dayIfAny("settled_on");
      if (settled != Day.NONE && settled < from) {
        row.bad("settled_on", "must not be before overdue_from");
      }
      if (Math.max(from, settled) > arguments.date()) {
        row.bad("overdue_from", "must not be after the date of the import");
      }
      int days = row.number("worst_days_past_due", 0, 100_000);
      return keyed(loanId, from, settled, days, row.amount("worst_overdue_total"));
    }

    private static String person(HistoryRow row) {
      String id = row.name("customer_id");
      String text =
          Pboc.importedPerson(row.name("name"), row.idType("id_type"), row.name("id_number"));
      return keyed(CustomerKey.of(id), text);
    }

    private static String agreement(HistoryRow row) {
      boolean valid =
          row.choice("status", List.of("ACTIVE", "EXPIRED", "CANCELLED"))
              .filter("ACTIVE"::equals)
              .isPresent();
      String text =
          Pboc.importedAgreement(
              row.name("name"), row.idType("id_type"), row.name("id_number"), valid);
      return keyed(row.id("facility_id"), text);
    }

    /** What the lines of a key are as its row of the state; empty when they make none. */
    @FunctionalInterface
    private interface Payload {
      Optional<byte[]> of(List<String> lines) throws IOException;
    }

    private Path states(String name, FactSorter sorter, Payload payload) throws IOException {
      Path part = work.resolve(name);
      try (KeyedReader<String> rows = sorter.finish().read(LoanRange.ALL);
          SnapshotWriter out = SnapshotWriter.create(part, plan(arguments.date()))) {
        for (Optional<String> key = rows.nextKey(); key.isPresent(); key = rows.nextKey()) {
          List<String> lines = rows.take(key.get(), ROWS_MAX);
          Optional<byte[]> state = payload.of(lines);
          if (state.isPresent()) {
            out.put(key.get(), state.get(), Optional.empty());
          } else {
            problems.add(name + ": " + key.get() + " is not in its file exactly once");
          }
        }
        out.finish();
      }
      return part;
    }

    private static Optional<byte[]> loan(List<String> lines, long[] count) {
      List<List<String>> reported = new ArrayList<>();
      SortedMap<Integer, Integer> specials = new TreeMap<>();
      for (String each : lines) {
        List<String> fields = Tsv.fields(each);
        if (fields.get(0).equals("R")) {
          reported.add(fields);
        } else {
          specials.put(Integer.parseInt(fields.get(2)), Integer.parseInt(fields.get(1)));
        }
      }
      if (reported.size() != 1) {
        return Optional.empty();
      }
      count[0]++;
      List<String> row = reported.get(0);
      SortedMap<String, String> told = new TreeMap<>();
      told.put("pboc", Pboc.imported(row.get(3), row.get(1), specials));
      return Optional.of(LoanState.imported(Boolean.parseBoolean(row.get(2)), told).toBytes());
    }

    private static Optional<byte[]> key(List<String> lines) {
      if (lines.size() != 1) {
        return Optional.empty();
      }
      SortedMap<String, String> told = new TreeMap<>();
      told.put("pboc", Tsv.fields(lines.get(0)).get(0));
      return Optional.of(new KeyState(told).toBytes());
    }

    private PartLines<RegisterChange> sorted(FactSorter sorter) throws IOException {
      Path part = work.resolve("adverse");
      try (KeyedReader<String> rows = sorter.finish().read(LoanRange.ALL);
          LineFile out = new LineFile(part)) {
        for (Optional<String> key = rows.nextKey(); key.isPresent(); key = rows.nextKey()) {
          for (String each : rows.take(key.get(), ROWS_MAX)) {
            out.line(key.get() + "\t" + each);
          }
        }
      }
      // Without a line there is no file.
      return new PartLines<>(Files.exists(part) ? List.of(part) : List.of(), this::change);
    }

    private RegisterChange change(String line) {
      List<String> fields = Tsv.fields(line);
      int settled = Integer.parseInt(fields.get(2));
      RetainedRecord retained =
          new RetainedRecord(
              new AdverseRecord(
                  Integer.parseInt(fields.get(1)),
                  settled,
                  Integer.parseInt(fields.get(3)),
                  Long.parseLong(fields.get(4))),
              settled,
              settled == Day.NONE ? Day.NONE : Day.plusYears(settled, YEARS),
              settled == Day.NONE ? RecordState.UNPAID : RecordState.KEPT);
      return new RegisterChange.Put(
          new RegisterEntry(fields.get(0), retained, "", arguments.date(), arguments.date()));
    }
  }
}
