package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Imported;
import org.xinbao.bureau.ImportedKey;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.ledger.CustomerKey;
import org.xinbao.ledger.ExportRefused;
import org.xinbao.ledger.HistoryTable;
import org.xinbao.ledger.RejectCode;

/**
 * Reads the files of a history once, row by row, and leaves what they say in spools sorted by what
 * it is about. A person's name and number go no further than into a hash.
 */
final class ImportReader {

  private static final String SUFFIX = ".csv";

  private final ImportArguments arguments;
  private final NightlyConf conf;
  private final ImportProblems problems;
  private final EvidenceBody evidence;
  private boolean specialsKnown;

  /** By loan: {@link ImportFile}, line, the row's fields. */
  final ImportSpool accounts;

  /** By account code: line. */
  final ImportSpool codes;

  /** By loan: line, the row's fields. */
  final ImportSpool adverse;

  /** By customer key: line, bureau, what the bureau was told. */
  final ImportSpool customers;

  /** By facility: the same. */
  final ImportSpool facilities;

  ImportReader(
      ImportArguments arguments,
      NightlyConf conf,
      ImportProblems problems,
      EvidenceBody evidence,
      Path work) {
    this.arguments = arguments;
    this.conf = conf;
    this.problems = problems;
    this.evidence = evidence;
    this.accounts = new ImportSpool(work, "accounts");
    this.codes = new ImportSpool(work, "codes");
    this.adverse = new ImportSpool(work, "adverse");
    this.customers = new ImportSpool(work, "customers");
    this.facilities = new ImportSpool(work, "facilities");
  }

  /** The CSV files of the folder by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> name(each).endsWith(SUFFIX) && !name(each).startsWith("."))
          .sorted((a, b) -> LoanCursor.ORDER.compare(name(a), name(b)))
          .toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Whether the history says which special transactions were told. */
  boolean specialsKnown() {
    return specialsKnown;
  }

  void read() throws IOException {
    List<ImportFile> found = new ArrayList<>();
    for (Path each : files(arguments.folder())) {
      Optional<ImportFile> file = ImportFile.find(name(each));
      if (file.isEmpty()) {
        problems.add(
            name(each)
                + ": is no file of a reporting history that this version imports: take it away.");
      } else {
        found.add(file.get());
        read(file.get(), each);
      }
    }
    if (found.isEmpty()) {
      problems.add(arguments.folder() + ": has none of the files of a reporting history.");
    }
    specialsKnown = found.contains(ImportFile.SPECIALS);
  }

  private void read(ImportFile file, Path path) throws IOException {
    try (HistoryTable table = HistoryTable.open(path, file.columns())) {
      ImportRow row = new ImportRow(file, table, problems);
      while (table.next()) {
        if (row.begin()) {
          read(file, row);
        }
      }
      evidence.add("input", file.fileName(), table.rows(), table.sha256());
    } catch (ExportRefused e) {
      problems.add(file.fileName() + " line 1: " + e.reason() + ": " + e.getMessage());
    }
  }

  private void read(ImportFile file, ImportRow row) throws IOException {
    switch (file) {
      case REPORTED -> reported(row);
      case SPECIALS -> special(row);
      case ADVERSE -> adverse(row);
      case IDENTITIES -> identity(row);
      case FACILITIES -> facility(row);
    }
  }

  private void reported(ImportRow row) throws IOException {
    String loanId = row.id("loan_id");
    Object[] fields = {
      ImportFile.REPORTED,
      row.line(),
      bureau(row).map(Bureau::name).orElse(""),
      row.optional("account_code"),
      row.text("account_type"),
      row.day("last_report_date", arguments.date()),
      row.text("last_report_code"),
      row.optionalMonth("last_month"),
      row.amount("last_overdue_total"),
      row.optionalDay("last_five_class_on", arguments.date()),
      row.flag("closed"),
      product(row)
    };
    if (row.isGood()) {
      accounts.add(loanId, fields);
      String code = fields[3].toString();
      codes.add(
          fields[2] + " " + (code.isEmpty() ? conf.settings().providerCode() + loanId : code),
          row.line());
    }
  }

  private void special(ImportRow row) throws IOException {
    String loanId = row.id("loan_id");
    Object[] fields = {
      ImportFile.SPECIALS, row.line(), row.text("kind"), row.day("on", arguments.date())
    };
    if (row.isGood()) {
      accounts.add(loanId, fields);
    }
  }

  private void adverse(ImportRow row) throws IOException {
    String loanId = row.id("loan_id");
    int from = row.day("overdue_from", arguments.date());
    int settled = row.optionalDay("settled_on", arguments.date());
    if (settled != Day.NONE && settled < from) {
      row.bad("settled_on", RejectCode.BAD_VALUE, "It must not be before overdue_from.");
    }
    Object[] fields = {
      row.line(),
      from,
      settled,
      row.number("worst_days_past_due"),
      row.amount("worst_overdue_total"),
      product(row)
    };
    if (row.isGood()) {
      adverse.add(loanId, fields);
    }
  }

  /** The optional column {@code product}. */
  private String product(ImportRow row) {
    String product = row.optional("product");
    if (!product.isEmpty() && conf.products().find(product).isEmpty()) {
      row.bad("product", RejectCode.UNKNOWN_PRODUCT, RejectCode.UNKNOWN_PRODUCT.sentence());
    }
    return product;
  }

  private void identity(ImportRow row) throws IOException {
    String customer = row.text("customer_id");
    told(row, Fact.By.CUSTOMER, CustomerKey.of(customer), false, customers);
  }

  private void facility(ImportRow row) throws IOException {
    String facility = row.id("facility_id");
    told(row, Fact.By.FACILITY, facility, row.flag("closed"), facilities);
  }

  private void told(ImportRow row, Fact.By by, String key, boolean closed, ImportSpool spool)
      throws IOException {
    Optional<Bureau> bureau = bureau(row);
    ImportedKey told =
        new ImportedKey(by, row.text("name"), row.idType("id_type"), row.text("id_number"), closed);
    if (!row.isGood() || bureau.isEmpty()) {
      return;
    }
    Imported imported = bureau.get().imported(told);
    for (Imported.Problem each : imported.problems()) {
      row.bad(each.column(), RejectCode.BAD_VALUE, "It must be " + each.sentence() + ".");
    }
    if (row.isGood()) {
      spool.add(key, row.line(), bureau.get().name(), imported.reported());
    }
  }

  private Optional<Bureau> bureau(ImportRow row) {
    String name = row.text("bureau");
    Optional<Bureau> bureau =
        conf.bureaux().stream().filter(each -> each.name().equals(name)).findFirst();
    if (bureau.isEmpty() && !name.isEmpty()) {
      row.bad("bureau", RejectCode.BAD_VALUE, "It must be a bureau that is served.");
    }
    return bureau;
  }
}
