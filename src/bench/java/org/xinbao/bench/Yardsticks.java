package org.xinbao.bench;

import com.opencsv.CSVReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the files of an export cost others, each as a program of its own: reading the bytes, reading
 * them with OpenCSV, and the overdue figures by one DuckDB script.
 *
 * <p>The script does much less than a night: it checks nothing, knows no reversal's date, no
 * penalty, no allocation order, no adverse records, no product rules, no state of the night before,
 * and writes one file. It is a yardstick of how fast these files can be turned into figures at all.
 */
public final class Yardsticks {

  private static final int BUFFER = 1 << 20;

  private static final String SCRIPT =
      """
      COPY (
        WITH reversed AS (
          SELECT loan_id, reverses AS txn_id
          FROM read_csv('%1$s/transactions.csv', header = true, all_varchar = true)
          WHERE type = 'REVERSAL'
        ),
        paid AS (
          SELECT t.loan_id, sum(CAST(t.amount AS DECIMAL(18, 2))) AS paid
          FROM read_csv('%1$s/transactions.csv', header = true, all_varchar = true) t
          LEFT JOIN reversed r ON r.loan_id = t.loan_id AND r.txn_id = t.txn_id
          WHERE t.type IN ('REPAYMENT', 'GUARANTOR_REPAYMENT', 'WAIVER')
            AND r.txn_id IS NULL AND t.value_date <= '%2$s'
          GROUP BY t.loan_id
        ),
        due AS (
          SELECT loan_id, CAST(due_on AS DATE) AS due_on,
            CAST(principal AS DECIMAL(18, 2)) + CAST(interest AS DECIMAL(18, 2))
              + CAST(fee AS DECIMAL(18, 2)) AS total,
            sum(CAST(principal AS DECIMAL(18, 2)) + CAST(interest AS DECIMAL(18, 2))
              + CAST(fee AS DECIMAL(18, 2))) OVER (PARTITION BY loan_id ORDER BY due_on, seq) AS upto
          FROM read_csv('%1$s/instalments.csv', header = true, all_varchar = true)
        ),
        unpaid AS (
          SELECT d.loan_id, d.due_on,
            least(d.total, greatest(0, d.upto - coalesce(p.paid, 0))) AS unpaid
          FROM due d LEFT JOIN paid p ON p.loan_id = d.loan_id
          WHERE d.due_on < DATE '%2$s'
        )
        SELECT l.loan_id, l.product, l.status,
          min(u.due_on) FILTER (WHERE u.unpaid > 0) AS first_due_on,
          coalesce(DATE '%2$s' - min(u.due_on) FILTER (WHERE u.unpaid > 0), 0) AS days_past_due,
          count(*) FILTER (WHERE u.unpaid > 0) AS instalments_overdue,
          coalesce(sum(u.unpaid), 0) AS overdue
        FROM read_csv('%1$s/loans.csv', header = true, all_varchar = true) l
        LEFT JOIN unpaid u ON u.loan_id = l.loan_id
        GROUP BY l.loan_id, l.product, l.status
        ORDER BY l.loan_id
      ) TO '%3$s' (HEADER)
      """;

  private Yardsticks() {}

  /**
   * {@code bytes FOLDER}, {@code opencsv FOLDER} or {@code duckdb FOLDER DATE RESULT}.
   *
   * @throws Exception whatever stops it
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "bytes" -> System.out.println("bytes " + bytes(folder));
      case "opencsv" -> System.out.println("rows " + rows(folder));
      case "duckdb" -> duckdb(folder, arguments[2], Path.of(arguments[3]));
      default -> throw new IllegalArgumentException("bytes, opencsv or duckdb");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private static long bytes(Path folder) throws IOException {
    long sum = 0;
    byte[] buffer = new byte[BUFFER];
    for (Path each : files(folder)) {
      try (InputStream in = Files.newInputStream(each)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          sum += read;
        }
      }
    }
    return sum;
  }

  private static long rows(Path folder) throws Exception {
    long rows = 0;
    for (Path each : files(folder)) {
      try (BufferedReader in = Files.newBufferedReader(each, StandardCharsets.UTF_8);
          CSVReader csv = new CSVReader(in)) {
        while (csv.readNext() != null) {
          rows++;
        }
      }
    }
    return rows;
  }

  private static void duckdb(Path folder, String date, Path result) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '2GB'");
      statement.execute("SET preserve_insertion_order = false");
      statement.execute("SET temp_directory = '" + result.toAbsolutePath().getParent() + "'");
      statement.execute(SCRIPT.formatted(folder, date, result));
    }
    System.out.println("rows " + (Files.lines(result).count() - 1));
  }
}
