package org.xinbao.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.xinbao.bureau.RejectionCode;

/** Codes as one column: {@code BLE019:TotOverd;ABE004:IDNum}. */
final class RejectionCodes {

  private RejectionCodes() {}

  static String format(List<RejectionCode> codes) {
    return codes.stream()
        .map(each -> each.code() + ":" + each.tag())
        .collect(Collectors.joining(";"));
  }

  static List<RejectionCode> parse(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(text.split(";", -1))
        .map(each -> each.split(":", 2))
        .map(each -> new RejectionCode(each[0], each[1]))
        .toList();
  }
}
