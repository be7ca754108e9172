package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.naive.LoanSource;
import org.xinbao.arrears.naive.NaiveArrears;
import org.xinbao.arrears.naive.RandomLoan;
import org.xinbao.arrears.naive.Shrinker;

/** Every figure of the product equals that of the naive day-by-day reading of the contract. */
class AgreementTest {

  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);
  private static final int LOANS = Integer.getInteger("xinbao.test.loans", 4000);

  /** How many disagreements are printed in full, besides the first of each field. */
  private static final int SHOWN = 3;

  @Test
  void productAndNaiveReadingGiveTheSameFigures() {
    List<String> failures = new ArrayList<>();
    TreeMap<String, Integer> fields = new TreeMap<>();
    int disagreements = 0;
    for (int number = 0; number < LOANS; number++) {
      RandomLoan random = RandomLoan.of(SEED, number);
      for (int day : random.businessDates()) {
        List<String> differences = differences(random.loan(), random.rules(), day);
        if (!differences.isEmpty()) {
          disagreements++;
          boolean first = failures.size() < SHOWN;
          for (String difference : differences) {
            first |= fields.merge(field(difference), 1, Integer::sum) == 1;
          }
          if (first) {
            failures.add(describe(random, day));
          }
          break;
        }
      }
    }
    assertThat(failures)
        .as("%d of %d loans differ, by field %s", disagreements, LOANS, fields)
        .isEmpty();
  }

  private static String field(String difference) {
    return difference.substring(0, difference.indexOf(':'));
  }

  private static String describe(RandomLoan random, int day) {
    Loan small =
        Shrinker.shrink(random.loan(), loan -> !differences(loan, random.rules(), day).isEmpty());
    return "%nseed %d, loan %d, business date %s%n%s%n%s"
        .formatted(
            random.seed(),
            random.number(),
            LoanSource.day(day),
            String.join("\n", differences(small, random.rules(), day)),
            LoanSource.of(small, random.rules()));
  }

  /** Fields that differ, each as {@code name: naive x, product y}. */
  private static List<String> differences(Loan loan, ProductRules rules, int day) {
    AssessmentOutcome naive = NaiveArrears.assess(loan, rules, day);
    AssessmentOutcome product;
    try {
      product = Arrears.assess(loan, rules, day);
    } catch (RuntimeException e) {
      return List.of("thrown: " + e);
    }
    if (naive instanceof Assessment expected && product instanceof Assessment actual) {
      return differences(expected, actual);
    }
    if (naive instanceof Contradiction expected
        && product instanceof Contradiction actual
        && expected.kind() == actual.kind()
        && expected.txnId().equals(actual.txnId())) {
      return List.of();
    }
    return List.of("outcome: naive " + naive + ", product " + product);
  }

  private static List<String> differences(Assessment expected, Assessment actual) {
    List<String> different = new ArrayList<>();
    for (RecordComponent component : Assessment.class.getRecordComponents()) {
      try {
        Object naive = component.getAccessor().invoke(expected);
        Object product = component.getAccessor().invoke(actual);
        if (!String.valueOf(naive).equals(String.valueOf(product))) {
          different.add(component.getName() + ": naive " + naive + ", product " + product);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
    return different;
  }
}
