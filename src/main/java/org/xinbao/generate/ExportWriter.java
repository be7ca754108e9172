package org.xinbao.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;

/** Writes the export of one date, loan by loan. */
final class ExportWriter implements AutoCloseable {
  private static final String LOANS =
      "loan_id,customer_id,borrower_name,id_type,id_number,product,facility_id,opened_on,"
          + "matures_on,currency,principal,annual_rate,repayment_method,terms,status,closed_on,"
          + "guarantee_mode";
  private static final String FACILITIES =
      "facility_id,customer_id,borrower_name,id_type,id_number,kind,revolving,credit_limit,"
          + "currency,effective_on,expires_on,status";
  private static final String TRANSACTIONS =
      "loan_id,txn_id,value_date,booked_at,type,amount,reverses,principal,interest,penalty,fee";

  private final int date;
  private final Path folder;
  private final Dates dates;
  private final boolean shuffled;
  private final List<CsvFile> files = new ArrayList<>();
  private final CsvFile loans;
  private final CsvFile instalments;
  private final CsvFile transactions;
  private final CsvFile facilities;
  private final CsvFile guarantees;
  private final CsvFile notices;
  private final CsvFile borrowers;
  private final boolean withBorrowers;
  private final People people = new People();
  private long lastCustomer = -1;
  private long loansPrincipal;
  private long instalmentsPrincipal;
  private long instalmentsInterest;
  private long transactionsAmount;
  private long open;

  ExportWriter(GeneratorSettings settings, int date, Path folder, Dates dates) throws IOException {
    this.date = date;
    this.folder = folder;
    this.dates = dates;
    this.shuffled = settings.rowOrder() == GeneratorSettings.RowOrder.SHUFFLED;
    this.withBorrowers = settings.borrowers();
    Files.createDirectories(folder);
    loans = file("loans.csv", LOANS);
    instalments = file("instalments.csv", "loan_id,seq,due_on,principal,interest,fee");
    transactions = file("transactions.csv", TRANSACTIONS);
    facilities = file("facilities.csv", FACILITIES);
    guarantees =
        file("guarantees.csv", "loan_id,party_kind,name,id_type,id_number,role,amount,contract_id");
    notices = file("notices.csv", "loan_id,channel,sent_on");
    borrowers = withBorrowers ? file("borrowers.csv", BorrowerRows.HEADER) : guarantees;
  }

  private CsvFile file(String name, String header) throws IOException {
    CsvFile file = new CsvFile(folder, name, header, dates, shuffled);
    files.add(file);
    return file;
  }

  /** Writes what the date's export has of a loan. */
  void write(LoanLife life) throws IOException {
    if (!life.isExportedAt(date)) {
      return;
    }
    writeLoan(life);
    writeInstalments(life);
    for (int i = 0; i < life.movements && life.valueDate[i] <= date; i++) {
      writeMovement(life, i);
    }
    if (life.product.hasFacility()) {
      writeFacility(life);
    }
    if (life.behaviour == Behaviour.GUARANTEED) {
      writeGuarantee(life);
    }
    writeNotices(life);
    long customer = Ids.customer(life);
    if (withBorrowers && customer != lastCustomer) {
      BorrowerRows.write(borrowers, people, customer, life.openedOn);
      lastCustomer = customer;
    }
  }

  private static CsvFile loanId(CsvFile out, LoanLife life) {
    return out.asciiPart(Ids.loanPrefix(life)).digitsPart(life.number + 1, Ids.DIGITS).end();
  }

  private static CsvFile facilityId(CsvFile out, LoanLife life) {
    String prefix = life.earlier ? "FA" : "FB";
    return out.asciiPart(prefix).digitsPart(life.number + 1, Ids.DIGITS).end();
  }

  private void borrower(CsvFile out, LoanLife life) {
    long customer = Ids.customer(life);
    out.asciiPart("C").digitsPart(customer, Ids.DIGITS).end();
    people.name(out, customer);
    out.ascii("ID_CARD");
    people.idNumber(out, customer);
  }

  private void writeLoan(LoanLife life) throws IOException {
    loanId(loans, life);
    borrower(loans, life);
    loans.ascii(life.product.name());
    if (life.product.hasFacility()) {
      facilityId(loans, life);
    } else {
      loans.empty();
    }
    loans.day(life.openedOn).day(life.dueOn[Terms.TERMS]).ascii("CNY").cents(life.principal);
    loans.ascii(Terms.rateText(life.rate)).ascii(life.product.repaymentMethod());
    loans.number(Terms.TERMS);
    LoanStatus status = life.statusAt(date);
    loans.ascii(status.name());
    if (status == LoanStatus.ACTIVE) {
      loans.empty();
      open++;
    } else {
      loans.day(life.closedOn);
    }
    loans.ascii(life.behaviour == Behaviour.GUARANTEED ? "3" : "4").endRow();
    loansPrincipal += life.principal;
  }

  private void writeInstalments(LoanLife life) throws IOException {
    for (int i = 1; i <= Terms.TERMS; i++) {
      loanId(instalments, life).number(i).day(life.dueOn[i]);
      instalments.cents(life.principalDue[i]).cents(life.interestDue[i]);
      if (life.feeDue[i] == 0) {
        instalments.empty();
      } else {
        instalments.cents(life.feeDue[i]);
      }
      instalments.endRow();
      instalmentsPrincipal += life.principalDue[i];
      instalmentsInterest += life.interestDue[i];
    }
  }

  private void writeMovement(LoanLife life, int i) throws IOException {
    loanId(transactions, life).asciiPart("T").digitsPart(i + 1, 2).end();
    transactions.day(life.valueDate[i]).dayPart(life.valueDate[i]);
    // Later movements of a day are booked later: the order within a loan rests on it.
    transactions.asciiPart("T09:").digitsPart(i, 2).asciiPart(":");
    transactions.digitsPart(life.number % 60, 2).end();
    transactions.ascii(life.type[i].name()).cents(life.amount[i]);
    if (life.type[i] == MovementType.REVERSAL) {
      transactions.asciiPart("T").digitsPart(life.reverses[i] + 1, 2).end();
    } else {
      transactions.empty();
    }
    if (life.hasSplit(i)) {
      transactions.cents(life.splitPrincipal[i]).cents(life.splitInterest[i]).cents(0);
      transactions.cents(life.splitFee[i]);
    } else {
      transactions.empty().empty().empty().empty();
    }
    transactions.endRow();
    transactionsAmount += life.amount[i];
  }

  private void writeFacility(LoanLife life) throws IOException {
    facilityId(facilities, life);
    borrower(facilities, life);
    facilities.ascii("LOAN").ascii("1").cents(life.principal * 2).ascii("CNY");
    facilities.day(life.openedOn).day(dates.plusMonths(life.dueOn[Terms.TERMS], 12));
    facilities.ascii("ACTIVE").endRow();
  }

  private void writeGuarantee(LoanLife life) throws IOException {
    long guarantor = Ids.guarantor(life);
    loanId(guarantees, life).ascii("PERSON");
    people.name(guarantees, guarantor);
    guarantees.ascii("ID_CARD");
    people.idNumber(guarantees, guarantor);
    guarantees.ascii("GUARANTOR").cents(life.principal);
    guarantees.asciiPart("G").digitsPart(life.number + 1, Ids.DIGITS).end();
    guarantees.endRow();
  }

  private void writeNotices(LoanLife life) throws IOException {
    for (int sentOn : life.noticeOn) {
      // Day.NONE is smaller than every day and the opening date.
      if (sentOn > life.openedOn && sentOn <= date) {
        loanId(notices, life).ascii("SMS").day(sentOn).endRow();
      }
    }
  }

  /** Mixes and writes the rows of a block of loans. */
  void endBlock(Rng rng) throws IOException {
    if (shuffled) {
      for (CsvFile file : files) {
        file.shuffle(rng);
      }
    }
  }

  /** Closes the files and writes the manifest. */
  GeneratedExport finish() throws IOException {
    close();
    ManifestJson manifest = new ManifestJson(date, open);
    manifest.file(loans, "principal", loansPrincipal);
    manifest.file(instalments, "principal", instalmentsPrincipal, "interest", instalmentsInterest);
    manifest.file(transactions, "amount", transactionsAmount);
    for (CsvFile file : files.subList(3, files.size())) {
      manifest.file(file);
    }
    manifest.writeTo(folder);
    long bytes = files.stream().mapToLong(CsvFile::bytes).sum();
    return new GeneratedExport(date, folder, loans.rows(), bytes);
  }

  @Override
  public void close() throws IOException {
    for (CsvFile file : files) {
      file.close();
    }
  }
}
