package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every key figure of the overview, recalculated as an office program would, against sums over
 * {@code assessments.csv} and {@code episodes.csv} made here, by the definitions that the workbook
 * itself gives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewTest {

  private static final List<String> DATES = List.of("2026-10-30", "2026-10-31", "2026-11-30");

  private static final int LABEL = 1;
  private static final int CURRENCY = 2;
  private static final int TODAY = 3;
  private static final int PREVIOUS = 4;
  private static final int CHANGE = 5;
  private static final int MONTH_END = 6;
  private static final int MONTH_END_CHANGE = 7;

  private final Nights nights;

  OverviewTest(@TempDir Path folder) {
    nights = Nights.in(folder);
  }

  @BeforeAll
  void publish() {
    DATES.forEach(date -> nights.publish(Nights.sample(date), date));
  }

  @Test
  void everyKeyFigureIsASumOverTheAssessments() throws IOException {
    Map<String, BigDecimal> today = sums("2026-11-30");
    Map<String, BigDecimal> monthEnd = sums("2026-10-31");
    Map<String, double[]> shown = shown("2026-11-30");
    assertThat(shown.keySet()).containsExactlyElementsOf(today.keySet());
    today.forEach(
        (label, sum) -> {
          double[] cells = Objects.requireNonNull(shown.get(label));
          double before = Objects.requireNonNull(monthEnd.get(label)).doubleValue();
          double change = sum.doubleValue() - before;
          assertClose(label, cells[TODAY], sum.doubleValue());
          // The date before the last one was the month-end.
          assertClose(label, cells[PREVIOUS], before);
          assertClose(label, cells[MONTH_END], before);
          assertClose(label, cells[CHANGE], change);
          assertClose(label, cells[MONTH_END_CHANGE], change);
        });
  }

  /** Far below a cent, and above what a double loses of a sum of this size. */
  private static void assertClose(String label, double shown, double expected) {
    assertThat(shown).as(label).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
  }

  /** The figures by label, in the order of the overview. */
  private Map<String, BigDecimal> sums(String date) throws IOException {
    Book book = new Book(Csv.rows(nights.published(date).resolve("assessments.csv")));
    Predicate<Map<String, String>> onBook = row -> is(row, "account_status", "NORMAL", "OVERDUE");
    Predicate<Map<String, String>> overdue = row -> is(row, "account_status", "OVERDUE");
    Predicate<Map<String, String>> m2 =
        onBook.and(row -> is(row, "bucket", "M2", "M3", "M4", "M5", "M6", "M7"));
    Predicate<Map<String, String>> npl = onBook.and(row -> is(row, "five_class", "3", "4", "5"));
    Predicate<Map<String, String>> all = row -> true;
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    sums.put("贷款笔数", book.count(onBook));
    sums.put("贷款余额", book.sum(onBook, "principal_balance"));
    sums.put("逾期笔数", book.count(overdue));
    sums.put("逾期贷款余额", book.sum(overdue, "principal_balance"));
    sums.put("逾期率", ratio(sums.get("逾期贷款余额"), sums.get("贷款余额")));
    sums.put("逾期总额", book.sum(onBook, "overdue_total"));
    sums.put("M2+ 余额", book.sum(m2, "principal_balance"));
    sums.put("M2+ 占比", ratio(sums.get("M2+ 余额"), sums.get("贷款余额")));
    sums.put("不良余额", book.sum(npl, "principal_balance"));
    sums.put("不良率", ratio(sums.get("不良余额"), sums.get("贷款余额")));
    sums.put(
        "已核销余额", book.sum(row -> is(row, "account_status", "WRITTEN_OFF"), "principal_balance"));
    sums.put(
        "应收罚息", book.sum(all, "penalty_on_principal").add(book.sum(all, "penalty_on_interest")));
    sums.put("已收罚息", book.sum(all, "penalty_paid"));
    sums.put("本月应还", book.sum(all, "due_this_month"));
    sums.put("本月实还", book.sum(all, "paid_this_month"));
    sums.put("实还/应还", ratio(sums.get("本月实还"), sums.get("本月应还")));
    Book records = new Book(Csv.rows(nights.published(date).resolve("episodes.csv")));
    sums.put("未结清不良信息", records.count(row -> is(row, "state", "UNPAID")));
    return sums;
  }

  private record Book(List<Map<String, String>> rows) {

    BigDecimal count(Predicate<Map<String, String>> which) {
      return BigDecimal.valueOf(rows.stream().filter(which).count());
    }

    BigDecimal sum(Predicate<Map<String, String>> which, String column) {
      return rows.stream()
          .filter(which)
          .map(row -> new BigDecimal(row.get(column)))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private static boolean is(Map<String, String> row, String column, String... values) {
    return List.of(values).contains(row.get(column));
  }

  private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, 15, RoundingMode.HALF_UP);
  }

  /** The rows of the key figures: label to the values of the columns, formulas recalculated. */
  private Map<String, double[]> shown(String date) throws IOException {
    Path file = nights.published(date).resolve("reports/management-" + date + ".xlsx");
    Map<String, double[]> shown = new LinkedHashMap<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile().getPath())) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      boolean within = false;
      for (Row row : workbook.getSheetAt(0)) {
        String label = text(row, LABEL);
        if (label.equals("指标")) {
          within = true;
        } else if (within && text(row, CURRENCY).equals("CNY")) {
          double[] values = new double[MONTH_END_CHANGE + 1];
          for (int column = TODAY; column < values.length; column++) {
            values[column] = evaluator.evaluate(row.getCell(column)).getNumberValue();
          }
          shown.put(label, values);
        } else if (within) {
          break;
        }
      }
    }
    return shown;
  }

  private static String text(Row row, int column) {
    var cell = row.getCell(column);
    return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
  }
}
