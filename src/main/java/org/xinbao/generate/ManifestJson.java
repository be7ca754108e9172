package org.xinbao.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;

/** The {@code manifest.json} of a made-up export. */
final class ManifestJson {
  private final StringBuilder json = new StringBuilder(2000);
  private boolean anyFile;

  ManifestJson(int date, long openLoans) {
    json.append("{\n  \"contract_version\": \"1\",\n  \"institution\": \"TEST0000000001\",\n");
    json.append("  \"business_date\": \"").append(Day.format(date)).append("\",\n");
    json.append("  \"scope\": \"WINDOW\",\n  \"open_loans\": ").append(openLoans).append(",\n");
    json.append("  \"files\": [");
  }

  /** Lists a file without totals. */
  void file(CsvFile file) {
    begin(file);
    json.append('}');
  }

  /** Lists a file with the total of a column, cents. */
  void file(CsvFile file, String column, long total) {
    begin(file);
    json.append(", \"totals\": {");
    total(column, total);
    json.append("}}");
  }

  /** Lists a file with the totals of two columns, cents. */
  void file(CsvFile file, String column1, long total1, String column2, long total2) {
    begin(file);
    json.append(", \"totals\": {");
    total(column1, total1);
    json.append(", ");
    total(column2, total2);
    json.append("}}");
  }

  private void begin(CsvFile file) {
    json.append(anyFile ? ",\n    " : "\n    ");
    anyFile = true;
    json.append("{\"name\": \"").append(file.name()).append("\", \"rows\": ").append(file.rows());
    json.append(", \"sha256\": \"").append(file.sha256Hex()).append('"');
  }

  private void total(String column, long cents) {
    Cents.append(json.append('"').append(column).append("\": \""), cents).append('"');
  }

  void writeTo(Path folder) throws IOException {
    json.append("\n  ]\n}\n");
    Files.writeString(folder.resolve("manifest.json"), json);
  }
}
