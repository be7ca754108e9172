package org.xinbao.job;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of a reporting history (rulings 6). */
enum ImportFile {
  /** What each bureau was last told of each account. */
  REPORTED(
      "reported.csv",
      "loan_id,bureau,account_code,account_type,last_report_date,last_report_code,last_month,"
          + "last_overdue_total,last_five_class_on,closed"),
  /** The special transactions told; without the file those up to the last report count as told. */
  SPECIALS("reported_special.csv", "loan_id,kind,on"),
  /** The register of adverse records. */
  ADVERSE("adverse.csv", "loan_id,overdue_from,settled_on,worst_days_past_due,worst_overdue_total"),
  /** The borrowers that bureaux were told of. */
  IDENTITIES("identity_reported.csv", "customer_id,bureau,name,id_type,id_number"),
  /** The credit agreements that bureaux were told of. */
  FACILITIES("facility_reported.csv", "facility_id,bureau,name,id_type,id_number,closed");

  private final String fileName;

  // List.copyOf: the checker knows only Guava's types to be immutable.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> columns;

  ImportFile(String fileName, String columns) {
    this.fileName = fileName;
    this.columns = List.of(columns.split(",", -1));
  }

  static Optional<ImportFile> find(String name) {
    return Arrays.stream(values()).filter(each -> each.fileName.equals(name)).findFirst();
  }

  String fileName() {
    return fileName;
  }

  /** The mandatory columns. */
  List<String> columns() {
    return columns;
  }
}
