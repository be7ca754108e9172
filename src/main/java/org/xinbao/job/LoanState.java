package org.xinbao.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Day;

/**
 * What the next night must know of a loan: a row of the snapshot. Holds no personal data in clear.
 *
 * @param open whether the loan is open at the close of the date
 * @param openedOn epoch day, none when only a reporting history knows the loan (rulings 6)
 * @param customerHash 16 hex digits that change with the customer; empty likewise
 * @param principalBalance last known, cents
 * @param product last known
 * @param currency last known
 * @param closedOn the day it was closed (epoch day), none while it is open
 * @param reported per bureau what it was last told
 */
record LoanState(
    boolean open,
    int openedOn,
    String customerHash,
    long principalBalance,
    String product,
    String currency,
    int closedOn,
    SortedMap<String, String> reported) {

  private static final int FIXED_FIELDS = 7;

  LoanState {
    reported = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(reported));
  }

  /**
   * A loan of which only what bureaux were told is known (rulings 6); the first night that has it
   * in its export fills in the rest.
   *
   * @param open whether a bureau has an account of it that is not closed
   */
  static LoanState imported(
      boolean open, int closedOn, String product, SortedMap<String, String> reported) {
    return new LoanState(open, Day.NONE, "", 0, product, "", closedOn, reported);
  }

  /** Whether opening date and customer are not known yet. */
  boolean isImported() {
    return openedOn == Day.NONE;
  }

  /** The same loan after bureaux were told something. */
  LoanState with(SortedMap<String, String> told) {
    return new LoanState(
        open, openedOn, customerHash, principalBalance, product, currency, closedOn, told);
  }

  /** The row's payload. */
  byte[] toBytes() {
    StringBuilder text = new StringBuilder(128);
    text.append(open ? '1' : '0').append('\t').append(openedOn).append('\t').append(customerHash);
    text.append('\t')
        .append(principalBalance)
        .append('\t')
        .append(product)
        .append('\t')
        .append(currency)
        .append('\t')
        .append(Day.format(closedOn));
    for (Map.Entry<String, String> each : reported.entrySet()) {
      if (!each.getValue().isEmpty()) {
        text.append('\t').append(each.getKey()).append('=').append(each.getValue());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a payload that {@link #toBytes} wrote. */
  static LoanState parse(byte[] payload) {
    List<String> fields = List.of(new String(payload, StandardCharsets.UTF_8).split("\t", -1));
    if (fields.size() < FIXED_FIELDS) {
      throw new IllegalStateException("a row of the state snapshot is damaged");
    }
    SortedMap<String, String> reported = new TreeMap<>();
    for (String each : fields.subList(FIXED_FIELDS, fields.size())) {
      int equals = each.indexOf('=');
      reported.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return new LoanState(
        fields.get(0).equals("1"),
        Integer.parseInt(fields.get(1)),
        fields.get(2),
        Long.parseLong(fields.get(3)),
        fields.get(4),
        fields.get(5),
        fields.get(6).isEmpty() ? Day.NONE : Day.parse(fields.get(6)),
        reported);
  }

  /** The same loan when the bureaux were told something else. */
  LoanState withReported(SortedMap<String, String> other) {
    return new LoanState(
        open, openedOn, customerHash, principalBalance, product, currency, closedOn, other);
  }

  /** Hex digits of {@link #hash}. */
  static final int HASH_LENGTH = 16;

  /** The hash that stands for a customer id: the beginning of its {@code CustomerKey}. */
  static String hash(String customerId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(customerId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
