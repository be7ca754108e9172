package org.xinbao.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The column names of a file, in its own order. */
record Header(List<String> columns) {

  Header {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the header from the first record of a file.
   *
   * @throws ExportRefused when there is none, when it cannot be read, when a column occurs twice or
   *     when a mandatory one is missing
   */
  static Header read(String file, FieldSplitter fields, List<String> mandatory)
      throws ExportRefused {
    if (fields.count < 1) {
      throw new ExportRefused(
          ExportRefused.Reason.COLUMN_MISSING,
          file + " has no readable header row; export it again with its column names.");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < fields.count; i++) {
      names.add(fields.text(i));
    }
    for (String column : mandatory) {
      if (!names.contains(column)) {
        throw new ExportRefused(
            ExportRefused.Reason.COLUMN_MISSING,
            file + " has no column " + column + "; export it again with that column.");
      }
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        // By its number: what stands there may be a value when the header row was left out.
        throw new ExportRefused(
            ExportRefused.Reason.COLUMN_REPEATED,
            file + " has the column name of field " + (i + 1) + " twice; export it with it once.");
      }
    }
    return new Header(names);
  }

  /** The position of a column, or -1. */
  int position(String column) {
    return columns.indexOf(column);
  }
}
