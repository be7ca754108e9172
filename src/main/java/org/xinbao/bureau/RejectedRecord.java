package org.xinbao.bureau;

import java.util.List;

/**
 * A record that a bureau rejected.
 *
 * @param reportDate its RptDate (epoch day)
 * @param place among the records of the loan in the file with the same type and report date, from 1
 * @param codes at least one
 */
public record RejectedRecord(int reportDate, int place, List<RejectionCode> codes) {

  public RejectedRecord {
    codes = List.copyOf(codes);
  }
}
