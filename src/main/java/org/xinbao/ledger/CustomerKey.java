package org.xinbao.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The key under which a customer is worked and remembered: 32 hex digits of SHA-256 of the {@code
 * customer_id}. Some ledgers use a person's id number as customer id, and what is kept of a
 * customer holds no personal data in clear.
 */
public final class CustomerKey {

  private static final int BYTES = 16;

  private CustomerKey() {}

  /** The key of a customer id. */
  public static String of(String customerId) {
    return of(customerId.getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] customerId) {
    MessageDigest digest = FileScan.newDigest();
    return HexFormat.of().formatHex(digest.digest(customerId), 0, BYTES);
  }
}
