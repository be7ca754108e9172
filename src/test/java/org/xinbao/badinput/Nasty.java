package org.xinbao.badinput;

import java.util.List;
import java.util.Random;

/** Values that have hurt programs before. */
final class Nasty {

  private static final List<String> AMOUNTS =
      List.of(
          "0",
          "0.00",
          "-0",
          "-1.00",
          "+1.00",
          "0.001",
          "1e9",
          "1E308",
          "NaN",
          "Infinity",
          "1,00",
          "1.2.3",
          ".5",
          "5.",
          "00000000000000000000001",
          "9999999999999.99",
          "10000000000000.00",
          "10000000000000.01",
          "99999999999999999999",
          "9223372036854775807",
          "1 000.00",
          "0x10",
          "1.10",
          "12345.67",
          "\u00bd",
          "999999.99");
  private static final List<String> DATES =
      List.of(
          "0000-00-00",
          "2026-02-29",
          "2028-02-29",
          "2026-02-30",
          "2026-13-01",
          "2026-00-10",
          "1900-12-31",
          "1901-01-01",
          "2099-12-31",
          "2100-01-01",
          "9999-12-31",
          "31.10.2026",
          "2026/10/31",
          "20261031",
          "2026-1-1",
          "-2026-10-31",
          "2026-10-31T24:00:00",
          "2026-10-31T23:59:60",
          "2026-10-31T10:00",
          "2026-10-31 10:00:00",
          "2026-11-01",
          "2026-10-31",
          "2026-10-30",
          "1970-01-01",
          "2000-01-01");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\t",
          "null",
          "NULL",
          "=1+1",
          "=cmd|' /C calc'!A0",
          "@SUM(A1)",
          "-1+1",
          "../../etc/passwd",
          "${jndi:ldap://x}",
          "{}",
          "%s%n%d",
          "<script>alert(1)</script>",
          "]]>",
          "&amp;",
          "'; drop table loans; --",
          "\\",
          "\\u0000",
          "\u0000",
          "\u0001",
          "\u0007",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\u202e",
          "\ud83d\ude00",
          "e\u0301\u0301\u0301",
          "\u6d4b\u8bd5",
          "CLOSED",
          "ACTIVE",
          "WRITTEN_OFF",
          "TRANSFERRED",
          "REVERSAL",
          "WAIVER",
          "TRANSFER_OUT",
          "EXTENSION",
          "REVOLVING",
          "BULLET",
          "JIEBEI",
          "CARD",
          "USD",
          "XB00010001",
          "Z",
          "0",
          "1",
          "-1",
          "2147483648");
  private static final List<String> BYTES =
      List.of(
          "\u00ff",
          "\u00fe\u00ff",
          "\u00c0\u0080",
          "\u00ed\u00a0\u0080",
          "\u00f5\u0080\u0080\u0080",
          "\u00e6\u00b5",
          "\u0080",
          "\u00ef\u00bb\u00bf",
          "\u0000",
          "\r",
          "\n",
          "\r\n",
          "\"",
          "\"\"",
          "\",\"",
          ",",
          ",,,,",
          "\u000b",
          "\u000c",
          "\u001a",
          "'",
          ";",
          "\t");

  private Nasty() {}

  static <T> T pick(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  /** A field, as bytes. */
  static String field(Random random) {
    return Export.utf8(
        switch (random.nextInt(4)) {
          case 0 -> pick(AMOUNTS, random);
          case 1 -> pick(DATES, random);
          case 2 -> pick(TEXTS, random);
          default -> String.valueOf(random.nextLong());
        });
  }

  static String amount(Random random) {
    return Export.utf8(pick(AMOUNTS, random));
  }

  static String date(Random random) {
    return pick(DATES, random);
  }

  /** Bytes that may break an encoding or a row. */
  static String bytes(Random random) {
    return pick(BYTES, random);
  }

  /** A text of any length up to some megabytes, of one character, short ones more often. */
  static String giant(Random random) {
    int length = 1 << (8 + random.nextInt(random.nextInt(12) == 0 ? 15 : 10));
    return pick(List.of("9", "A", " ", "\u0000", "\u00ff", "\"", ",", "x\n", "\n"), random)
        .repeat(length);
  }
}
