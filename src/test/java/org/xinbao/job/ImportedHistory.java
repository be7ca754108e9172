package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinbao.job.PbocFiles.Sent;

/**
 * A reporting history as another system would hand it over, made from nothing but the files of
 * published dates.
 */
final class ImportedHistory {

  private static final String PROVIDER = "TEST0000000001";
  private static final List<String> CLOSING = List.of("20", "32");

  private final Path folder;

  /** The last record of each account, and of it the last one that counts for TotOverd. */
  final Map<String, Sent> last = new LinkedHashMap<>();

  private ImportedHistory(Path folder) {
    this.folder = folder;
  }

  /** Writes the history of some published folders, the last of them having the register. */
  static ImportedHistory of(Path folder, List<Path> published) throws IOException {
    Files.createDirectories(folder);
    ImportedHistory history = new ImportedHistory(folder);
    history.accounts(published);
    history.register(published.get(published.size() - 1));
    history.facilities(published);
    return history;
  }

  Path folder() {
    return folder;
  }

  void write(String file, List<String> lines) throws IOException {
    Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
  }

  /** The lines of one of its files. */
  List<String> lines(String file) throws IOException {
    return new ArrayList<>(Trees.lines(folder.resolve(file)));
  }

  private void accounts(List<Path> published) throws IOException {
    Map<String, String> overdue = new LinkedHashMap<>();
    Map<String, String> months = new LinkedHashMap<>();
    Map<String, String> classes = new LinkedHashMap<>();
    List<String> specials = new ArrayList<>(List.of("loan_id,kind,on"));
    for (Path each : published) {
      for (Sent sent : PbocFiles.records(each)) {
        last.put(sent.loanId(), sent);
        classes.put(sent.loanId(), sent.item("FiveCateAdjDate"));
        if (!sent.point().equals("40")) {
          months.put(sent.loanId(), sent.item("Month"));
          if (!CLOSING.contains(sent.point())) {
            overdue.put(sent.loanId(), sent.item("TotOverd"));
          }
        }
        specials(sent, specials);
      }
    }
    List<String> rows =
        new ArrayList<>(
            List.of(
                "loan_id,bureau,account_code,account_type,last_report_date,last_report_code,"
                    + "last_month,last_overdue_total,last_five_class_on,closed"));
    last.forEach(
        (loan, sent) ->
            rows.add(
                String.join(
                    ",",
                    loan,
                    "pboc",
                    PROVIDER + loan,
                    sent.item("AcctType"),
                    sent.reportDate(),
                    sent.point(),
                    months.getOrDefault(loan, ""),
                    overdue.getOrDefault(loan, "0"),
                    classes.getOrDefault(loan, ""),
                    CLOSING.contains(sent.point()) ? "1" : "0")));
    write("reported.csv", rows);
    write("reported_special.csv", specials);
  }

  private static void specials(Sent sent, List<String> rows) {
    for (String group : sent.text().split("<CagOfTrdInf>", -1)) {
      if (group.startsWith("<ChanTranType>")) {
        rows.add(
            String.join(
                ",",
                sent.loanId(),
                PbocFiles.item(group, "ChanTranType"),
                PbocFiles.item(group, "TranDate")));
      }
    }
  }

  private void register(Path published) throws IOException {
    List<String> rows =
        new ArrayList<>(
            List.of(
                "loan_id,overdue_from,settled_on,worst_days_past_due,worst_overdue_total,product"));
    Map<String, String> products = new LinkedHashMap<>();
    for (Map<String, String> row : Csv.rows(published.resolve("assessments.csv"))) {
      products.put(row.get("loan_id"), row.get("product"));
    }
    for (Map<String, String> row : Csv.rows(published.resolve("episodes.csv"))) {
      rows.add(
          String.join(
              ",",
              row.get("loan_id"),
              row.get("overdue_from"),
              row.get("settled_on"),
              row.get("worst_days_past_due"),
              row.get("worst_overdue_total"),
              products.getOrDefault(row.get("loan_id"), "")));
    }
    write("adverse.csv", rows);
  }

  private void facilities(List<Path> published) throws IOException {
    List<String> rows =
        new ArrayList<>(List.of("facility_id,bureau,name,id_type,id_number,closed"));
    for (Path each : published) {
      for (String text : PbocFiles.texts(each, "220")) {
        rows.add(
            String.join(
                ",",
                PbocFiles.item(text, "ContractCode").substring(PROVIDER.length()),
                "pboc",
                PbocFiles.item(text, "Name"),
                "ID_CARD",
                PbocFiles.item(text, "IDNum"),
                PbocFiles.item(text, "ConStatus").equals("2") ? "1" : "0"));
      }
    }
    write("facility_reported.csv", rows);
  }
}
