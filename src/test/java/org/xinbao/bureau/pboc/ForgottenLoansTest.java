package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Day;

/** What is remembered of customers and facilities no longer names forgotten loans (rulings 38). */
class ForgottenLoansTest {

  private static final int NIGHT = Day.parse("2026-10-31");
  private static final Predicate<String> GONE = "L1"::equals;

  private static ToldKey wanted(String loan) {
    return ToldKey.NONE.under(loan);
  }

  private static ToldKey told(String loan) {
    return wanted(loan).told("who", new TreeMap<>(Map.of("FcsInfSgmt", "what")));
  }

  @Test
  void whatWasToldStaysWithoutTheLoan() {
    ToldKey left = told("L1").without(GONE);
    assertThat(left.isKnown()).isTrue();
    assertThat(left.identity()).isEqualTo("who");
    assertThat(left.contents()).isEqualTo(told("L1").contents());
    assertThat(left.text()).doesNotContain("L1");
    // The next loan that is reported takes its place.
    assertThat(left.under("L7").loanId()).isEqualTo("L7");
    assertThat(told("L2").without(GONE)).isEqualTo(told("L2"));
  }

  @Test
  void whatWasOnlyAskedForGoesWithItsLoan() {
    assertThat(wanted("L1").heldSince(NIGHT).without(GONE)).isEqualTo(ToldKey.NONE);
    assertThat(wanted("L2").without(GONE)).isEqualTo(wanted("L2"));
  }

  @Test
  void recordsThatWaitForAnAnswerKeepTheirPlaceAndForgetTheLoan() {
    KeyHistory history =
        KeyHistory.parse("")
            .noted(wanted("L1").text())
            .sent(new SentKey(NIGHT, 1, "110", NIGHT), told("L1").text());
    assertThat(history.text()).contains("L1");
    KeyHistory left = history.without(GONE);
    assertThat(left.text()).doesNotContain("L1");
    assertThat(left.waiting()).hasSize(1);
    assertThat(left.waiting().get(0).key()).isEqualTo(history.waiting().get(0).key());
    assertThat(KeyHistory.parse(left.text())).isEqualTo(left);
    // Of a customer that nobody told anything nothing is left.
    assertThat(KeyHistory.parse(wanted("L1").text()).without(GONE).text()).isEmpty();
  }
}
