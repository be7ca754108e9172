package org.xinbao.job;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a reporting history that another system leaves (rulings 6). */
enum HistoryFile {
  REPORTED(
      "reported.csv",
      "loan_id,bureau,account_code,account_type,last_report_date,last_report_code,last_month,"
          + "last_overdue_total,last_five_class_on,closed"),
  REPORTED_SPECIAL("reported_special.csv", "loan_id,kind,on"),
  ADVERSE("adverse.csv", "loan_id,overdue_from,settled_on,worst_days_past_due,worst_overdue_total"),
  IDENTITY_REPORTED("identity_reported.csv", "customer_id,name,id_type,id_number"),
  FACILITY_REPORTED("facility_reported.csv", "facility_id,name,id_type,id_number,status");

  /** Of a bureau that is not served. */
  static final List<String> NOT_SERVED = List.of("metro2_history.csv", "zhima_status.csv");

  private static final int PROBLEMS_MAX = 1_000;

  private final String fileName;
  private final String columns;

  HistoryFile(String fileName, String columns) {
    this.fileName = fileName;
    this.columns = columns;
  }

  String fileName() {
    return fileName;
  }

  /** What is done with each row. */
  @FunctionalInterface
  interface Use {
    void row(HistoryRow row) throws IOException;
  }

  /**
   * Reads the file of a folder, if it has one, and returns the number of its rows.
   *
   * @param problems takes what is wrong; reading ends when there is too much
   */
  long read(Path folder, List<String> problems, Use use) throws IOException {
    Path file = folder.resolve(fileName);
    if (!Files.exists(file)) {
      return 0;
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (CSVReader reader =
        new CSVReaderBuilder(new InputStreamReader(Files.newInputStream(file), decoder))
            .withCSVParser(new RFC4180ParserBuilder().build())
            .build()) {
      return rows(reader, problems, use);
    } catch (CharacterCodingException e) {
      problems.add(fileName + " is not UTF-8");
    } catch (CsvException e) {
      problems.add(fileName + " cannot be read as CSV");
    }
    return 0;
  }

  private long rows(CSVReader reader, List<String> problems, Use use)
      throws IOException, CsvException {
    String @Nullable [] header = reader.readNext();
    List<String> names = header == null ? List.of() : List.of(header);
    List<String> missing = new ArrayList<>(List.of(columns.split(",", -1)));
    missing.removeAll(names);
    if (!missing.isEmpty()) {
      problems.add(fileName + " lacks the columns " + String.join(", ", missing));
      return 0;
    }
    long rows = 0;
    for (String @Nullable [] each = reader.readNext();
        each != null && problems.size() < PROBLEMS_MAX;
        each = reader.readNext()) {
      rows++;
      if (each.length != names.size()) {
        problems.add(fileName + ", line " + reader.getLinesRead() + ": another number of fields");
        continue;
      }
      Map<String, String> fields = new HashMap<>();
      for (int i = 0; i < each.length; i++) {
        fields.put(names.get(i), each[i]);
      }
      use.row(new HistoryRow(fileName, reader.getLinesRead(), fields, problems));
    }
    return rows;
  }
}
