package org.xinbao.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.xinbao.arrears.Arrears;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.conf.ProductConf;
import org.xinbao.job.HoldDecisions;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.treatment.Treatment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an explanation says, read back from its text and JSON, against an assessment made without
 * it: for every loan of the sample data on each of its dates.
 */
class ExplanationTest {
  static final List<String> DATES = SampleLoans.DATES;

  private static final Pattern FIGURE = Pattern.compile("  ([a-z_0-9]+) = (\\S*)(  \\(.*\\))?");
  private static final Pattern AMOUNT = Pattern.compile(" {6}\\S.* +(-?\\d+\\.\\d\\d)");
  private static final Pattern STRETCH =
      Pattern.compile(
          " {6}(\\S{10}) to (\\S{10}), (\\d+) days?: \\S+ × \\S+ × .* = (\\d+\\.\\d+)…?");

  /** Figures of the text: value, and the terms that are written below it. */
  private record Told(String value, List<String> terms) {}

  @ParameterizedTest
  @FieldSource("DATES")
  void everyFigureIsThatOfTheAssessment(String date) throws Exception {
    List<ExportedLoan> loans = SampleLoans.at(date);
    assertThat(loans).hasSizeGreaterThan(200);
    for (ExportedLoan loan : loans) {
      Map<String, String> expected = expected(loan, date);
      Explanation explanation = SampleLoans.explain(loan, date);
      Map<String, String> text = new LinkedHashMap<>();
      told(explanation.toText()).forEach((key, told) -> text.put(key, told.value()));

      assertThat(text).as("%s on %s", loan.loanId(), date).containsExactlyEntriesOf(expected);
      assertThat(figures(explanation.toJson())).containsExactlyEntriesOf(expected);
    }
  }

  @ParameterizedTest
  @FieldSource("DATES")
  void termsAddUpAndStretchesJoin(String date) throws Exception {
    int stretches = 0;
    for (ExportedLoan loan : SampleLoans.at(date)) {
      String text = SampleLoans.explain(loan, date).toText();
      told(text)
          .forEach(
              (key, told) -> {
                if (!told.terms().isEmpty()) {
                  long sum = told.terms().stream().mapToLong(ExplanationTest::cents).sum();
                  assertThat(sum).as("%s of %s", key, loan.loanId()).isEqualTo(cents(told.value()));
                }
              });
      for (String line : text.lines().toList()) {
        Matcher stretch = STRETCH.matcher(line);
        if (stretch.matches()) {
          stretches++;
          assertThat(Day.parse(stretch.group(2)) - Day.parse(stretch.group(1)) + 1)
              .isEqualTo(Integer.parseInt(stretch.group(3)));
        }
      }
    }
    assertThat(stretches).isGreaterThan(50);
  }

  @ParameterizedTest
  @FieldSource("DATES")
  void noPersonalDataIsWritten(String date) throws Exception {
    for (ExportedLoan loan : SampleLoans.at(date)) {
      Explanation explanation = SampleLoans.explain(loan, date);
      for (String written : List.of(explanation.toText(), explanation.toJson())) {
        assertThat(written)
            .doesNotContain(loan.row().borrowerName())
            .doesNotContain(loan.row().idNumber())
            .doesNotContain(loan.row().customerId());
      }
    }
  }

  private static Map<String, String> expected(ExportedLoan loan, String date) {
    ProductConf conf = SampleLoans.PRODUCTS.find(loan.row().product()).orElseThrow();
    Assessment a = (Assessment) Arrears.assess(loan.loan(), conf.rules(), Day.parse(date));
    Optional<RetainedRecord> latest =
        Retention.latest(
            Retention.apply(
                a.adverseRecords(),
                a.nothingOwedFrom(),
                conf.retention(),
                HoldDecisions.holds(loan.decisions()),
                Day.parse(date)));
    Map<String, String> map = new LinkedHashMap<>();
    map.put("account_status", a.accountStatus().name());
    map.put("principal_balance", Cents.format(a.principalBalance()));
    map.put("first_overdue_on", Day.format(a.firstOverdueOn()));
    map.put("days_past_due", String.valueOf(a.daysPastDue()));
    map.put("days_delinquent", String.valueOf(a.daysDelinquent()));
    map.put("bucket", "M" + a.bucket());
    map.put("instalments_overdue", String.valueOf(a.instalmentsOverdue()));
    map.put("overdue_total", Cents.format(a.overdueTotal()));
    map.put("overdue_principal", Cents.format(a.overduePrincipal()));
    map.put("overdue_interest", Cents.format(a.overdueInterest()));
    map.put("overdue_fee", Cents.format(a.overdueFee()));
    map.put("principal_1_30", Cents.format(a.principal1To30()));
    map.put("principal_31_60", Cents.format(a.principal31To60()));
    map.put("principal_61_90", Cents.format(a.principal61To90()));
    map.put("principal_91_180", Cents.format(a.principal91To180()));
    map.put("principal_over_180", Cents.format(a.principalOver180()));
    map.put("penalty_on_principal", Cents.format(a.penaltyOnPrincipal()));
    map.put("penalty_on_interest", Cents.format(a.penaltyOnInterest()));
    map.put("penalty_paid", Cents.format(a.penaltyPaid()));
    map.put("due_this_month", Cents.format(a.dueThisMonth()));
    map.put("paid_this_month", Cents.format(a.paidThisMonth()));
    map.put("last_paid_on", Day.format(a.lastPaidOn()));
    map.put("unallocated", Cents.format(a.unallocated()));
    map.put("five_class", String.valueOf(a.fiveClass()));
    map.put("repayment_status", String.valueOf(a.repaymentStatus()));
    map.put("adverse_since", day(latest.map(each -> each.record().overdueFrom())));
    map.put("adverse_settled_on", day(latest.map(RetainedRecord::settledOn)));
    map.put("retain_until", day(latest.map(RetainedRecord::retainUntil)));
    map.put(
        "treatment",
        Treatment.step(conf.treatment(), a.accountStatus(), a.daysPastDue(), a.overdueTotal())
            .name());
    map.put("instalments_remaining", String.valueOf(a.instalmentsRemaining()));
    map.put("five_class_on", Day.format(a.fiveClassOn()));
    map.put("last_paid_amount", Cents.format(a.lastPaidAmount()));
    map.put(
        "cost_annual",
        a.costAnnualE6() < 0
            ? ""
            : java.math.BigDecimal.valueOf(a.costAnnualE6(), 6).toPlainString());
    map.put("penalty_waived", Cents.format(a.penaltyWaived()));
    map.put("closing_difference", Cents.format(a.closingDifference()));
    map.put("nothing_owed_from", Day.format(a.nothingOwedFrom()));
    return map;
  }

  private static String day(Optional<Integer> day) {
    return day.map(Day::format).orElse("");
  }

  private static long cents(String amount) {
    return new java.math.BigDecimal(amount).movePointRight(2).longValueExact();
  }

  private static Map<String, Told> told(String text) {
    Map<String, Told> figures = new LinkedHashMap<>();
    List<String> terms = new ArrayList<>();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (!line.startsWith(" ")) {
        inside = line.startsWith("6. Figures") || (inside && line.isEmpty());
      }
      Matcher figure = FIGURE.matcher(line);
      Matcher amount = AMOUNT.matcher(line);
      if (inside && figure.matches()) {
        String value = figure.group(2).equals("none") ? "" : figure.group(2);
        terms = new ArrayList<>();
        figures.put(figure.group(1), new Told(value, terms));
      } else if (inside && amount.matches()) {
        terms.add(amount.group(1));
      }
    }
    return figures;
  }

  private static Map<String, String> figures(String json) {
    Map<String, String> figures = new LinkedHashMap<>();
    JsonNode root = JsonMapper.shared().readTree(json);
    root.get("figures")
        .properties()
        .forEach(each -> figures.put(each.getKey(), each.getValue().get("value").asString()));
    return figures;
  }
}
