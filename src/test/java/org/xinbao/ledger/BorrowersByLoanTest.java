package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night whose bureaux need it brings the borrower's row to each of the borrower's loans. */
class BorrowersByLoanTest {

  private static final String BORROWERS = String.join(",", ContractFile.BORROWERS.columns());
  private static final String BORROWER =
      "CL1,测试甲,ID_CARD,990101190101010007,1,1901-01-01,CHN,10000000001,,,,,,,,,,,,,1000.00,2026-01-01";
  private static final String US_COLUMNS =
      ",surname,first_name,middle_name,generation,ssn,phone,address1,address2,city,state,zip,country,"
          + "address_indicator,residence_code";
  private static final String US_VALUES =
      ",TESTER,ALPHA,BETA,J,900000001,2025550100,1 TEST ST,UNIT 2,TESTVILLE,CA,90001,US,C,O";
  private static final UsConsumer CONSUMER =
      new UsConsumer(
          "TESTER",
          "ALPHA",
          "BETA",
          "J",
          "900000001",
          "2025550100",
          "1 TEST ST",
          "UNIT 2",
          "TESTVILLE",
          "CA",
          "90001",
          "US",
          "C",
          "O");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  @BeforeEach
  void work() throws Exception {
    Files.createDirectories(temp.resolve("work"));
  }

  private List<ExportedLoan> read(ExportFolder folder, boolean borrowersByLoan) throws Exception {
    LedgerSettings known = ExportFolder.SETTINGS;
    LedgerSettings settings =
        new LedgerSettings(
            known.institution(), known.products(), known.currencies(), borrowersByLoan);
    List<ExportedLoan> loans = new ArrayList<>();
    Path written = folder.write(temp.resolve("export"));
    try (LedgerExport export =
            LedgerExport.open(written, ExportFolder.DATE, settings, temp.resolve("work"));
        LoanReader reader = export.read(LoanRange.ALL)) {
      for (var group = reader.next(); group.isPresent(); group = reader.next()) {
        if (group.get() instanceof ExportedLoan loan) {
          loans.add(loan);
        }
      }
      export.checkTotals(reader.tallies());
    }
    return loans;
  }

  @Test
  void theBorrowerComesWithTheColumnsOfUsBureauxWhereTheyAreGiven() throws Exception {
    List<ExportedLoan> loans =
        read(
            ExportFolder.oneLoan()
                .file(
                    "borrowers.csv",
                    BORROWERS + US_COLUMNS,
                    BORROWER.replace("CL1", "CL0") + US_VALUES,
                    BORROWER + US_VALUES),
            true);

    assertThat(loans).hasSize(1);
    BorrowerRow borrower = loans.get(0).borrower().orElseThrow();
    assertThat(borrower.line()).isEqualTo(3);
    assertThat(borrower.person().mobile()).isEqualTo("10000000001");
    assertThat(borrower.consumer()).isEqualTo(CONSUMER);
    assertThat(borrower.consumer().toString()).doesNotContain("TESTER", "900000001");
    assertThat(loans.get(0).borrowerListed()).isTrue();
  }

  @Test
  void withoutThoseColumnsNothingIsKnownOfThem() throws Exception {
    List<ExportedLoan> loans =
        read(ExportFolder.oneLoan().file("borrowers.csv", BORROWERS, BORROWER), true);

    assertThat(loans.get(0).borrower().orElseThrow().consumer()).isSameAs(UsConsumer.NONE);
  }

  @Test
  void aNightThatDoesNotNeedThemOnlyKnowsThatTheBorrowerIsListed() throws Exception {
    List<ExportedLoan> loans =
        read(ExportFolder.oneLoan().file("borrowers.csv", BORROWERS, BORROWER), false);

    assertThat(loans.get(0).borrowerListed()).isTrue();
    assertThat(loans.get(0).borrower()).isEmpty();
  }

  @Test
  void aBorrowerThatIsNotListedOrRejectedIsNotBroughtToTheLoan() throws Exception {
    List<ExportedLoan> loans =
        read(
            ExportFolder.oneLoan()
                .file("borrowers.csv", BORROWERS, BORROWER.replace("ID_CARD", "TICKET")),
            true);

    assertThat(loans.get(0).borrowerListed()).isFalse();
    assertThat(loans.get(0).borrower()).isEmpty();
  }

  @Test
  void partiesOfAGuaranteeMayHaveThoseColumnsToo() throws Exception {
    List<ExportedLoan> loans =
        read(
            ExportFolder.oneLoan()
                .file(
                    "guarantees.csv",
                    String.join(",", ContractFile.GUARANTEES.columns()) + ",ecoa" + US_COLUMNS,
                    "L1,PERSON,测试乙,ID_CARD,990101190101010015,CO_BORROWER,100.00,G1,2" + US_VALUES),
            false);

    assertThat(loans.get(0).guarantees().get(0).ecoa()).isEqualTo("2");
    assertThat(loans.get(0).guarantees().get(0).consumer()).isEqualTo(CONSUMER);
  }

  @Test
  void daysOfBillsBelongToTheMonth() throws Exception {
    String facilities = String.join(",", ContractFile.FACILITIES.columns());
    List<ExportedLoan> loans =
        read(
            ExportFolder.oneLoan()
                .replace("loans.csv", "JIEBEI,,", "JIEBEI,F1,")
                .file(
                    "facilities.csv",
                    facilities + ",billing_day,payment_day",
                    "F1,CL1,测试甲,ID_CARD,990101190101010007,LOAN,1,5000.00,CNY,2026-01-01,2027-01-01,"
                        + "ACTIVE,5,25",
                    "F2,CL1,测试甲,ID_CARD,990101190101010007,LOAN,1,5000.00,CNY,2026-01-01,2027-01-01,"
                        + "ACTIVE,0,32"),
            false);

    FacilityRow facility = loans.get(0).facility().orElseThrow();
    assertThat(facility.billingDay()).isEqualTo(5);
    assertThat(facility.paymentDay()).isEqualTo(25);
  }
}
