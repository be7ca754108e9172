package org.xinbao.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinbao.arrears.Day;

/** A small export written by a test, with a right manifest unless the test changes it. */
final class ExportFolder {

  static final int DATE = Day.of(2026, 10, 31);
  static final LedgerSettings SETTINGS =
      new LedgerSettings("TEST0000000001", Set.of("JIEBEI", "CARD"), Set.of("CNY"));
  static final String LOAN_COLUMNS =
      "loan_id,customer_id,borrower_name,id_type,id_number,product,facility_id,opened_on,"
          + "matures_on,currency,principal,annual_rate,repayment_method,terms,status,closed_on";
  static final String INSTALMENT_COLUMNS = "loan_id,seq,due_on,principal,interest,fee";
  static final String TRANSACTION_COLUMNS =
      "loan_id,txn_id,value_date,booked_at,type,amount,reverses,principal,interest,penalty,fee";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> totals = new LinkedHashMap<>();

  /** An export without a loan. */
  static ExportFolder empty() {
    ExportFolder folder = new ExportFolder();
    folder.file("loans.csv", LOAN_COLUMNS);
    folder.file("instalments.csv", INSTALMENT_COLUMNS);
    folder.file("transactions.csv", TRANSACTION_COLUMNS);
    return folder;
  }

  /** An export with the loan L1 of 200.00 in two instalments, of which one is paid. */
  static ExportFolder oneLoan() {
    ExportFolder folder = empty();
    folder.file("loans.csv", LOAN_COLUMNS, loan("L1"));
    folder.file("instalments.csv", INSTALMENT_COLUMNS, instalments("L1"));
    folder.file("transactions.csv", TRANSACTION_COLUMNS, transactions("L1"));
    return folder;
  }

  static String loan(String id) {
    return id
        + ",C"
        + id
        + ",测试甲,ID_CARD,990101190101010007,JIEBEI,,2026-08-01,2026-10-01,CNY,200.00,0.1825,"
        + "EQUAL_PRINCIPAL,2,ACTIVE,";
  }

  static String instalments(String id) {
    return id + ",1,2026-09-01,100.00,3.10,\n" + id + ",2,2026-10-01,100.00,1.50,0.50";
  }

  static String transactions(String id) {
    return id
        + ",T1,2026-08-01,2026-08-01,DISBURSEMENT,200.00,,,,,\n"
        + id
        + ",T2,2026-09-01,2026-09-01T10:00:00,REPAYMENT,103.10,,100.00,3.10,0,0";
  }

  ExportFolder file(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  ExportFolder bytes(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  ExportFolder without(String name) {
    files.remove(name);
    return this;
  }

  String text(String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  /** Replaces the first occurrence of {@code from} in a file. */
  ExportFolder replace(String name, String from, String to) {
    String text = text(name);
    int at = text.indexOf(from);
    if (at < 0) {
      throw new IllegalArgumentException("not in " + name + ": " + from);
    }
    String changed = text.substring(0, at) + to + text.substring(at + from.length());
    return bytes(name, changed.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets the JSON of the control totals of a file. */
  ExportFolder totals(String name, String json) {
    totals.put(name, json);
    return this;
  }

  /** The manifest that fits the files; rows are counted as physical lines without blank ones. */
  String manifest() {
    List<String> entries = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      entries.add(entry(file.getKey(), file.getValue(), rows(file.getValue())));
    }
    return "{\"contract_version\":\"1\",\"institution\":\"TEST0000000001\","
        + "\"business_date\":\"2026-10-31\",\"files\":["
        + String.join(",", entries)
        + "]}";
  }

  private String entry(String name, byte[] content, long rows) {
    String hash = HexFormat.of().formatHex(FileScan.newDigest().digest(content));
    String total = totals.containsKey(name) ? ",\"totals\":" + totals.get(name) : "";
    return "{\"name\":\""
        + name
        + "\",\"rows\":"
        + rows
        + ",\"sha256\":\""
        + hash
        + "\""
        + total
        + "}";
  }

  private static long rows(byte[] content) {
    TestRecords records = TestRecords.of(content);
    return Math.max(0, records.count() - 1);
  }

  /** Writes the export with its manifest. */
  Path write(Path folder) {
    return write(folder, manifest());
  }

  Path write(Path folder, String manifest) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
      Files.writeString(folder.resolve("manifest.json"), manifest);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all groups of an export in one range. */
  static List<LoanGroup> readAll(LedgerExport export) throws IOException {
    List<LoanGroup> groups = new ArrayList<>();
    try (LoanReader reader = export.read(LoanRange.ALL)) {
      for (var group = reader.next(); group.isPresent(); group = reader.next()) {
        groups.add(group.get());
      }
    }
    return groups;
  }
}
