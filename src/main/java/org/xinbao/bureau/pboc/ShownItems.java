package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinbao.bureau.ShownItem;

/**
 * What a record says of an account or an agreement, without whose it is: names, document numbers
 * and free text are left out. Records about persons (110 to 149) hold little else and are not
 * shown.
 */
final class ShownItems {

  private static final Pattern ITEM = Pattern.compile("<([A-Za-z0-9_]+)>([^<]*)</\\1>");

  private static final Set<String> HIDDEN =
      Set.of(
          "Name",
          "IDNum",
          "ArlpName",
          "ArlpCertNum",
          "CertRelName",
          "CertRelIDNum",
          "InitCredName",
          "DetInfo");

  private ShownItems() {}

  static List<ShownItem> of(String recordType, String record) {
    List<ShownItem> items = new ArrayList<>();
    if (!recordType.startsWith("2")) {
      return items;
    }
    for (Matcher each = ITEM.matcher(record); each.find(); ) {
      if (!HIDDEN.contains(each.group(1))) {
        items.add(new ShownItem(each.group(1), each.group(2)));
      }
    }
    return items;
  }
}
