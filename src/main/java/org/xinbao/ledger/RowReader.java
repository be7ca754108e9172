package org.xinbao.ledger;

/** Reads the rows of one file into the group of their loan. */
interface RowReader {

  /** Adds the present row, or its rejects, to the group. */
  void read(Row row, GroupRows group);
}
