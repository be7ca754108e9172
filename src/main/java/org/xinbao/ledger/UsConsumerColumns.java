package org.xinbao.ledger;

import java.util.List;
import org.xinbao.ledger.Row.Need;

/** Reads the columns of {@link UsConsumer} from a file that may have them. */
final class UsConsumerColumns {

  private static final List<String> COLUMNS =
      List.of(
          "surname",
          "first_name",
          "middle_name",
          "generation",
          "ssn",
          "phone",
          "address1",
          "address2",
          "city",
          "state",
          "zip",
          "country",
          "address_indicator",
          "residence_code");

  private final int[] positions;
  private final boolean present;

  UsConsumerColumns(Row header) {
    positions = COLUMNS.stream().mapToInt(header::position).toArray();
    present = COLUMNS.stream().anyMatch(each -> header.position(each) >= 0);
  }

  UsConsumer read(Row row) {
    if (!present) {
      return UsConsumer.NONE;
    }
    UsConsumer read =
        new UsConsumer(
            text(row, 0),
            text(row, 1),
            text(row, 2),
            text(row, 3),
            text(row, 4),
            text(row, 5),
            text(row, 6),
            text(row, 7),
            text(row, 8),
            text(row, 9),
            text(row, 10),
            text(row, 11),
            text(row, 12),
            text(row, 13));
    return read.equals(UsConsumer.NONE) ? UsConsumer.NONE : read;
  }

  private String text(Row row, int column) {
    return row.text(positions[column], Limits.NAME_LENGTH, Need.OPTIONAL);
  }
}
