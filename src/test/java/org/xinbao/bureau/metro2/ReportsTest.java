package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.bureau.metro2.Positions.expect;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;

/**
 * What is reported in which state of a loan. The loan is that of {@link MetroLoan}: 105.00 is due
 * on the 15th of each month from 2024-02-15 on, 0.10 penalty accrues a day on each 100.00 of
 * principal.
 */
class ReportsTest {

  private final Bureau bureau;

  ReportsTest(@TempDir Path folder) {
    bureau = MetroLoan.bureau(folder, "", false);
  }

  private MetroLoan loan() {
    return new MetroLoan(bureau);
  }

  @Test
  void aNewLoanIsReportedAtTheEndOfItsFirstMonthAndNotBefore() {
    MetroLoan loan = loan();
    assertThat(loan.night("2024-01-30").records()).isEmpty();
    Map<String, String> base = loan.night("2024-01-31").base();
    expect(
        base,
        "Record Descriptor Word",
        "0426",
        "Processing Indicator",
        "1",
        "Time Stamp",
        "01312024235959",
        "Correction Indicator",
        "0",
        "Identification Number",
        "TESTLENDER",
        "Consumer Account Number",
        "LOAN0001",
        "Portfolio Type",
        "I",
        "Account Type",
        "01",
        "Date Opened",
        "01152024",
        "Credit Limit",
        "000000000",
        "Highest Credit",
        "000001200",
        "Terms Duration",
        "012",
        "Terms Frequency",
        "M",
        "Scheduled Monthly Payment Amount",
        "000000000",
        "Actual Payment Amount",
        "000000000",
        "Account Status",
        "11",
        "Payment Rating",
        "",
        "Payment History Profile",
        "B".repeat(24),
        "Current Balance",
        "000001200",
        "Amount Past Due",
        "000000000",
        "Date Account Information",
        "01312024",
        "Date First Delinquency",
        "00000000",
        "Date Closed",
        "00000000",
        "Date Last Payment",
        "00000000",
        "Interest Type Indicator",
        "F",
        "Surname",
        "TESTDOE",
        "First Name",
        "JANE",
        "Middle Name",
        "Q",
        "Social Security Number",
        "078051120",
        "Date Birth",
        "02291980",
        "Telephone Number",
        "5550100000",
        "ECOA Code",
        "1",
        "Country Code",
        "US",
        "First Line Address",
        "1 TEST STREET",
        "City",
        "TESTVILLE",
        "State",
        "CA",
        "Zip Code",
        "90001",
        "Address Indicator",
        "C",
        "Residence Code",
        "R");
    assertThat(loan.night("2024-02-01").records()).isEmpty();
  }

  /**
   * Nothing is paid. On 2024-03-31 the first instalment is 45 days late (status 71), the second 16
   * and not past due yet. Past due: 105.00 and 45 days of 0.10 = 109.50. Balance: 1,200.00 and both
   * instalments' interest 10.00 and penalty 4.50 + 1.60 = 1,216.10. First delinquency: 30 days
   * after 15 February, which is 16 March (February has 29 days).
   */
  @Test
  void anAccountIsPastDueFromThe30thDayOn() {
    MetroLoan loan = loan();
    loan.night("2024-01-31");
    expect(
        loan.night("2024-02-29").base(),
        "Account Status",
        "11",
        "Amount Past Due",
        "000000000",
        "Payment History Profile",
        "0" + "B".repeat(23),
        "Scheduled Monthly Payment Amount",
        "000000105");
    expect(
        loan.night("2024-03-31").base(),
        "Account Status",
        "71",
        "Amount Past Due",
        "000000109",
        "Current Balance",
        "000001216",
        "Date First Delinquency",
        "03162024",
        "Payment History Profile",
        "00" + "B".repeat(22));
    expect(
        loan.night("2024-04-30").base(),
        "Account Status",
        "78",
        "Date First Delinquency",
        "03162024",
        "Payment History Profile",
        "100" + "B".repeat(21));
  }

  /**
   * On 2024-04-30 75 days late. A payment of one instalment with all penalty so far leaves the
   * second 46 days late: no new chain. On 2024-05-05 everything due is paid: by 31 May the account
   * is current; nothing more is paid, so the fourth instalment (15 May) is 46 days late on 30 June,
   * with a new chain from 14 June.
   */
  @Test
  void onlyAnAccountThatBecomesCurrentStartsANewChain() {
    MetroLoan loan = loan();
    loan.monthEnds("2024-01-31", "2024-03-31");
    loan.pays("P1", "2024-04-30", "120.00");
    expect(
        loan.night("2024-04-30").base(),
        "Account Status",
        "71",
        "Date First Delinquency",
        "03162024",
        "Actual Payment Amount",
        "000000120",
        "Date Last Payment",
        "04302024");
    loan.pays("P2", "2024-05-05", "215.00");
    expect(
        loan.night("2024-05-31").base(),
        "Account Status",
        "11",
        "Date First Delinquency",
        "00000000");
    expect(
        loan.night("2024-06-30").base(),
        "Account Status",
        "71",
        "Date First Delinquency",
        "06142024",
        "Payment History Profile",
        "01100" + "B".repeat(19));
  }

  @Test
  void anAmountBelowOneUnitIsNotPastDue() {
    MetroLoan loan = loan().pays("P1", "2024-02-15", "104.50");
    expect(
        loan.night("2024-03-31").base(),
        "Account Status",
        "11",
        "Amount Past Due",
        "000000000",
        "Date First Delinquency",
        "00000000");
  }

  /** The due date counts as day 1 there: 15 April is then the 61st day, but 60 days after. */
  @Test
  void bandsCountFromTheDueDateWhateverTheClock() {
    MetroLoan loan = loan();
    loan.rules = MetroLoan.rules(org.xinbao.arrears.ProductRules.DpdClock.DUE_DATE_IS_ONE, 0);
    expect(
        loan.night("2024-03-31").base(),
        "Account Status",
        "71",
        "Date First Delinquency",
        "03162024");
    assertThat(Delinquency.of(loan.at(Day.of(2024, 3, 15)), Day.of(2024, 3, 15)).days())
        .isEqualTo(29);
    assertThat(Delinquency.of(loan.at(Day.of(2024, 3, 16)), Day.of(2024, 3, 16)))
        .satisfies(each -> assertThat(each.days()).isEqualTo(30))
        .satisfies(each -> assertThat(each.since()).isEqualTo(Day.of(2024, 3, 16)));
  }

  /** With 5 days of grace in ageing the 30th day is 21 March. */
  @Test
  void graceOfAgeingMovesTheFirstDelinquency() {
    MetroLoan loan = loan();
    loan.rules = MetroLoan.rules(org.xinbao.arrears.ProductRules.DpdClock.DUE_DATE_IS_ZERO, 5);
    expect(
        loan.night("2024-03-31").base(),
        "Account Status",
        "71",
        "Date First Delinquency",
        "03212024");
  }

  @Test
  void aBankruptcyGivesACurrentAccountTheDayItBecameKnown() {
    MetroLoan loan = loan();
    loan.bankruptcy = "A";
    loan.pays("P1", "2024-02-15", "105.00").pays("P2", "2024-03-15", "105.00");
    expect(
        loan.night("2024-02-29").base(),
        "Account Status",
        "11",
        "Consumer Information Indicator",
        "A",
        "Date First Delinquency",
        "02292024");
    expect(loan.night("2024-03-31").base(), "Date First Delinquency", "02292024");
  }

  @Test
  void aMonthWithoutReportIsNotAvailableInTheHistory() {
    MetroLoan loan = loan();
    loan.night("2024-01-31");
    expect(loan.night("2024-03-31").base(), "Payment History Profile", "D0" + "B".repeat(22));
  }

  @Test
  void aLoanThatIsTakenAsKnownGoesOnFromItsState() {
    MetroLoan loan = loan();
    loan.takenAsKnown = true;
    assertThat(loan.night("2024-03-31").records()).isEmpty();
    expect(
        loan.night("2024-04-30").base(),
        "Payment History Profile",
        "1" + "B".repeat(23),
        "Date First Delinquency",
        "03162024");
  }
}
