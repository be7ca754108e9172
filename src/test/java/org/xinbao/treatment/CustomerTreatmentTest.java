package org.xinbao.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;

/** A customer's treatment over all loans, and what limits the contacts of a day. */
class CustomerTreatmentTest {

  private static final int DATE = Day.of(2026, 10, 31);

  /** Restricts from 30 days; looked at again 10 days after the cure. */
  private static final TreatmentRules RULES = new TreatmentRules(1, 4, 30, 91, 5_000_00, 10);

  private static LoanTreatment loan(
      String id, int days, TreatmentStep step, Restriction restriction, Contact... contacts) {
    return new LoanTreatment(id, days, days * 100L, step, restriction, List.of(contacts));
  }

  private static CustomerTreatment of(LoanTreatment... loans) {
    return CustomerTreatment.of(List.of(loans), ContactLimits.STANDARD);
  }

  private static Contact call(String at, boolean connected) {
    return new Contact(Optional.of(LocalTime.parse(at)), "PHONE", connected);
  }

  @ParameterizedTest(name = "{0}, worst {1} days, ended {2}: {3}, reassess {5}")
  @CsvSource({
    // one day short of the restriction
    "OVERDUE,     29,           , false,           ,           ",
    "OVERDUE,     30,           , true,            ,           ",
    // below 30 days again, but not cured: still repay only
    "OVERDUE,     45,           , true,            ,           ",
    "WRITTEN_OFF, 400,          , true,            ,           ",
    // sold: somebody else's to treat
    "TRANSFERRED, 400,          , false,           ,           ",
    "NORMAL,      30, 2026-10-31, false, 2026-10-31, 2026-11-10",
    "CLOSED,      30, 2026-10-20, false, 2026-10-20, 2026-10-30",
  })
  void aLoanRestrictsFromItsStepUntilItsArrearsAreCleared(
      AccountStatus status, int worst, String ended, boolean inForce, String cured, String again) {
    AdverseRecord record = new AdverseRecord(Day.of(2026, 8, 1), day(ended), worst, 1_00);

    Restriction restriction = Restriction.of(RULES, status, record);

    assertThat(restriction).isEqualTo(new Restriction(inForce, day(cured), day(again)));
    assertThat(restriction.isRecent(DATE)).isEqualTo(inForce || "2026-11-10".equals(again));
  }

  private static int day(String text) {
    return text == null ? Day.NONE : (int) java.time.LocalDate.parse(text).toEpochDay();
  }

  @Test
  void oneRestrictedLoanMakesAllOfTheCustomersProductsRepayOnly() {
    CustomerTreatment customer =
        of(
            loan("A", 2, TreatmentStep.REMIND, Restriction.NONE),
            loan("B", 40, TreatmentStep.RESTRICT, new Restriction(true, Day.NONE, Day.NONE)),
            loan("C", 0, TreatmentStep.NONE, new Restriction(false, DATE - 1, DATE + 9)));

    assertThat(customer.step()).isEqualTo(TreatmentStep.RESTRICT);
    assertThat(customer.repayOnly()).isTrue();
    assertThat(customer.reassessOn()).isEqualTo(Day.NONE);
  }

  @Test
  void whenAllAreCuredTheLatestDateCounts() {
    CustomerTreatment customer =
        of(
            loan("A", 0, TreatmentStep.NONE, new Restriction(false, DATE, DATE + 10)),
            loan("B", 0, TreatmentStep.NONE, new Restriction(false, DATE - 5, DATE + 5)),
            loan("C", 1, TreatmentStep.REMIND, Restriction.NONE));

    assertThat(customer.repayOnly()).isFalse();
    assertThat(customer.step()).isEqualTo(TreatmentStep.REMIND);
    assertThat(customer.reassessOn()).isEqualTo(DATE + 10);
  }

  @Test
  void contactsCountForTheDebtorWhateverTheLoan() {
    Contact reached = call("10:00", true);
    LoanTreatment two = loan("A", 5, TreatmentStep.CALL, Restriction.NONE, reached, reached);
    LoanTreatment one = loan("B", 5, TreatmentStep.CALL, Restriction.NONE, reached);

    assertThat(of(two, one).findings()).isEmpty();
    assertThat(of(two, one).connected()).isEqualTo(3);
    assertThat(of(two, two).findings()).containsExactly(ContactFinding.TOO_MANY_CONNECTED);
  }

  @Test
  void triesCountByEachWay() {
    List<Contact> tries = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tries.add(call("09:00", false));
      tries.add(new Contact(Optional.empty(), "SMS", false));
    }
    Contact[] six = tries.toArray(Contact[]::new);
    tries.add(call("21:59:59", false));
    Contact[] seven = tries.toArray(Contact[]::new);

    assertThat(of(loan("A", 5, TreatmentStep.CALL, Restriction.NONE, six)).findings()).isEmpty();
    CustomerTreatment customer = of(loan("A", 5, TreatmentStep.CALL, Restriction.NONE, seven));
    assertThat(customer.tries()).isEqualTo(13);
    assertThat(customer.findings()).containsExactly(ContactFinding.TOO_MANY_TRIES);
  }

  @ParameterizedTest
  @CsvSource({"07:59:59, true", "08:00, false", "21:59:59, false", "22:00, true", "00:00, true"})
  void nobodyIsReachedAtNight(String at, boolean found) {
    CustomerTreatment customer =
        of(loan("A", 5, TreatmentStep.CALL, Restriction.NONE, call(at, false)));

    assertThat(customer.findings().contains(ContactFinding.OUTSIDE_HOURS)).isEqualTo(found);
  }

  @Test
  void treatmentStopsTheDayTheDebtIsCleared() {
    CustomerTreatment cleared =
        of(loan("A", 0, TreatmentStep.NONE, Restriction.NONE, call("10:00", true)));

    assertThat(cleared.findings()).containsExactly(ContactFinding.NOTHING_OVERDUE);
    assertThat(
            of(
                    loan("A", 0, TreatmentStep.NONE, Restriction.NONE, call("10:00", true)),
                    loan("B", 3, TreatmentStep.REMIND, Restriction.NONE))
                .findings())
        .isEmpty();
  }

  @Test
  void aTemplateIsFilledOnceAndKnowsItsPlaceholders() {
    NoticeTemplate template = new NoticeTemplate("{borrower_name}: {overdue_total} ({loans})");

    assertThat(
            template.fill(
                Map.of("borrower_name", "{loans}$1", "overdue_total", "CNY 1.00", "loans", "L1")))
        .isEqualTo("{loans}$1: CNY 1.00 (L1)");
    assertThatThrownBy(() -> new NoticeTemplate("{name}"))
        .hasMessageStartingWith("has the placeholder {name}; known: borrower_name, bureaux,");
  }
}
