package org.xinbao.bureau;

import java.util.List;
import org.xinbao.arrears.Assessment;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.retention.RetainedRecord;

/**
 * A loan as it stood at the close of one report date: what every bureau's record is a function of.
 *
 * @param assessment its figures at that date
 * @param adverse its adverse records that are not deleted at that date, oldest first
 */
public record BureauLoan(
    ExportedLoan exported, Assessment assessment, List<RetainedRecord> adverse) {

  public BureauLoan {
    adverse = List.copyOf(adverse);
  }
}
