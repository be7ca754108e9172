package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.bureau.metro2.Positions.expect;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.Bureau;

/**
 * What is reported when a loan is paid, written off or sold. The loan is that of {@link MetroLoan}:
 * 105.00 is due on the 15th of each month from 2024-02-15 on, 0.10 penalty accrues a day on each
 * 100.00 of principal.
 */
class EndsTest {

  private final Bureau bureau;

  EndsTest(@TempDir Path folder) {
    bureau = MetroLoan.bureau(folder, "", false);
  }

  private MetroLoan loan() {
    return new MetroLoan(bureau);
  }

  /**
   * All twelve instalments, 1,260.00, and penalty of 39 and 10 days, 4.90, are paid on 25 March, 39
   * days late: 13 with rating 1, and the delinquency stays told.
   */
  @Test
  void aPaidAccountSaysHowItStoodBefore() {
    MetroLoan loan = loan();
    loan.night("2024-02-29");
    loan.pays("P1", "2024-03-25", "1264.90").ends(LoanStatus.CLOSED, "2024-03-25");
    expect(
        loan.night("2024-03-31").base(),
        "Account Status",
        "13",
        "Payment Rating",
        "1",
        "Current Balance",
        "000000000",
        "Scheduled Monthly Payment Amount",
        "000000000",
        "Date Account Information",
        "03252024",
        "Date Closed",
        "03252024",
        "Date First Delinquency",
        "03162024",
        "Special Comment",
        "");
    assertThat(loan.night("2024-04-30").records()).as("nothing follows").isEmpty();
  }

  @Test
  void anAccountPaidOnTimeEndsWithoutDelinquency() {
    MetroLoan loan = loan();
    loan.pays("P1", "2024-02-14", "1260.00").ends(LoanStatus.CLOSED, "2024-02-14");
    expect(
        loan.night("2024-02-29").base(),
        "Account Status",
        "13",
        "Payment Rating",
        "0",
        "Date First Delinquency",
        "00000000");
  }

  @Test
  void aLoanThatEndedBeforeTheFirstReportIsNotReported() {
    MetroLoan loan = loan();
    loan.pays("P1", "2024-02-14", "1260.00").ends(LoanStatus.CLOSED, "2024-02-14");
    assertThat(loan.night("2024-03-31").records()).isEmpty();
  }

  /**
   * Written off on 2024-09-20. Owed that day: 1,200.00 principal, eight instalments' interest of
   * 5.00 (15 February to 15 September) = 40.00, and penalty: days late of each, 218, 189, 158, 128,
   * 97, 67, 36, 5 = 898 days of 0.10 = 89.80; together 1,329.80. On the eight month-ends before the
   * oldest is 0, 14, 45, 75, 106, 136, 167 and 198 days late.
   */
  @Test
  void aChargeOffKeepsItsAmountAndItsDelinquency() {
    MetroLoan loan = loan();
    loan.monthEnds("2024-01-31", "2024-08-31");
    loan.move("W1", "2024-09-20", MovementType.WRITE_OFF, "1200.00")
        .ends(LoanStatus.WRITTEN_OFF, "2024-09-20");
    Map<String, String> first = loan.night("2024-09-30").base();
    expect(
        first,
        "Account Status",
        "97",
        "Original Charge Off Amount",
        "000001329",
        "Scheduled Monthly Payment Amount",
        "000000000",
        "Date First Delinquency",
        "03162024",
        "Date Closed",
        "00000000",
        "Payment History Profile",
        "65432100" + "B".repeat(16));
    assertThat(first.get("Amount Past Due")).isEqualTo(first.get("Current Balance"));
    loan.pays("P1", "2024-10-10", "300.00");
    expect(
        loan.night("2024-10-31").base(),
        "Account Status",
        "97",
        "Original Charge Off Amount",
        "000001329",
        "Date First Delinquency",
        "03162024");
    loan.waivesAll("V1", "2024-11-05");
    expect(
        loan.night("2024-11-30").base(),
        "Account Status",
        "64",
        "Payment Rating",
        "",
        "Original Charge Off Amount",
        "000001329",
        "Current Balance",
        "000000000",
        "Amount Past Due",
        "000000000",
        "Special Comment",
        "AU",
        "Date Account Information",
        "11052024",
        "Date Closed",
        "11052024",
        "Date First Delinquency",
        "03162024");
    assertThat(loan.night("2024-12-31").records()).isEmpty();
  }

  @Test
  void aSoldClaimNamesItsBuyer(@TempDir Path folder) {
    MetroLoan loan = new MetroLoan(MetroLoan.bureau(folder, "  purchaser: TEST BUYER\n", false));
    loan.monthEnds("2024-01-31", "2024-03-31");
    loan.move("S1", "2024-04-20", MovementType.TRANSFER_OUT, "1200.00")
        .ends(LoanStatus.TRANSFERRED, "2024-04-20");
    MetroLoan.Night night = loan.night("2024-04-30");
    expect(
        Positions.base(night.records().get(0)),
        "Record Descriptor Word",
        "0460",
        "Account Status",
        "05",
        "Payment Rating",
        "2",
        "Special Comment",
        "AH",
        "Current Balance",
        "000000000",
        "Date Closed",
        "04202024",
        "Date First Delinquency",
        "03162024");
    expect(
        Positions.record(night.records().get(0)).get(1).getValue(),
        "Segment Identifier",
        "K2",
        "Purchased Indicator",
        "2",
        "Purchased Name",
        "TEST BUYER");
    MetroLoan without = loan();
    without
        .move("S1", "2024-04-20", MovementType.TRANSFER_OUT, "1200.00")
        .ends(LoanStatus.TRANSFERRED, "2024-04-20");
    assertThat(without.night("2024-04-30").held()).containsExactly("METRO2_NO_PURCHASER");
  }
}
