package org.xinbao.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the plain CSV files of an export; none of their fields has quotes. */
public final class Exports {
  private Exports() {}

  /** The rows of a file, each by column name. */
  public static List<Map<String, String>> rows(Path folder, String file) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    String[] columns = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      if (fields.length != columns.length) {
        throw new AssertionError(file + " has a row of another width: " + line);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], fields[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The value of a column that a row must have. */
  public static String get(Map<String, String> row, String column) {
    String value = row.get(column);
    if (value == null) {
      throw new AssertionError("no column " + column);
    }
    return value;
  }

  /** An amount as cents, 0 when empty. */
  public static long cents(Map<String, String> row, String column) {
    String value = get(row, column);
    return value.isEmpty() ? 0 : Long.parseLong(value.replace(".", ""));
  }

  /** The rows of a loan's file by loan id. */
  public static Map<String, List<Map<String, String>>> byLoan(Path folder, String file)
      throws IOException {
    Map<String, List<Map<String, String>>> loans = new LinkedHashMap<>();
    for (Map<String, String> row : rows(folder, file)) {
      loans.computeIfAbsent(get(row, "loan_id"), id -> new ArrayList<>()).add(row);
    }
    return loans;
  }

  /** The SHA-256 of a file, hexadecimal. */
  public static String sha256(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether the 18th sign of an id number follows from the others (GB 11643: sum mod 11 is 1). */
  public static boolean checkDigitIsRight(String idNumber) {
    int sum = 0;
    int weight = 1;
    for (int i = 17; i >= 0; i--) {
      byte sign = idNumber.getBytes(StandardCharsets.US_ASCII)[i];
      sum += weight * (sign == 'X' ? 10 : sign - '0');
      weight = weight * 2 % 11;
    }
    return idNumber.length() == 18 && sum % 11 == 1;
  }
}
