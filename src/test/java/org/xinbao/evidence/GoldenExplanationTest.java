package org.xinbao.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.conf.ProductConf;
import org.xinbao.ledger.ExportedLoan;

/**
 * Explanations as committed under {@code src/test/resources/explain}, for a person to read and
 * check. After a change that is wanted: {@code jobs/xinbao.sh explain} with its output put there.
 */
class GoldenExplanationTest {
  private static final Path GOLDEN = Path.of("src/test/resources/explain");

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource({
    "2026-10-31, XB00020020, 'partly paid after more than 90 days: principal first'",
    "2026-10-31, XB00020022, 'paid late without the penalty'",
    "2026-10-31, XB00020024, 'cured but keeps its class'",
    "2026-10-30, XB00030008, 'paid late over 29 February, kept five years'",
    "2026-10-30, XB00030016, 'two records: one expired, one kept'",
    "2026-10-30, XB00030013, 'kept only by a court order'",
    "2026-10-31, XB00040002, 'payment returned and left out'",
    "2026-10-31, XB00040004, 'half an instalment paid'",
    "2026-10-31, XB00040007, 'penalty waived'",
    "2026-10-31, XB00040009, 'written off'",
    "2026-10-31, XB00040012, 'transferred'",
    "2026-10-31, XB00040016, 'guarantor paid'",
    "2026-11-30, XB00040026, 'closed within the tolerance'",
    "2026-10-31, XB00060026, 'cured within the grace days'",
    "2026-10-31, XB00060027, 'paid a day after the grace days'",
    "2026-10-31, XB00060031, 'payment returned and owed again'",
    "2026-10-31, XB00070026, '30E/360, grace that only ages'",
    "2026-10-31, XB00080011, 'rounded day by day, free grace days'"
  })
  void isAsCommitted(String date, String loanId, String what) throws Exception {
    Explanation explanation = explain(date, loanId);
    assertThat(explanation.toText())
        .as(what)
        .isEqualTo(Files.readString(GOLDEN.resolve(loanId + ".txt")));
  }

  @Test
  void theJsonIsAsCommitted() throws Exception {
    assertThat(explain("2026-10-31", "XB00060027").toJson())
        .isEqualTo(Files.readString(GOLDEN.resolve("XB00060027.json")));
  }

  @Test
  void everyRuleOfEveryProductHasItsSource() {
    List<String> keys = new ArrayList<>();
    for (ProductConf product : SampleLoans.PRODUCTS.byKey().values()) {
      for (Rule rule : Rule.of(product)) {
        assertThat(rule.source()).as(rule.key()).isNotBlank();
        keys.add(rule.key());
      }
    }
    Set<String> distinct = new HashSet<>(keys);
    assertThat(distinct).contains("penalty.rate-multiplier", "penalty.annual-rate");
  }

  private static Explanation explain(String date, String loanId) throws Exception {
    for (ExportedLoan loan : SampleLoans.at(date)) {
      if (loan.loanId().equals(loanId)) {
        return SampleLoans.explain(loan, date);
      }
    }
    throw new AssertionError("the sample data of " + date + " has no loan " + loanId);
  }
}
