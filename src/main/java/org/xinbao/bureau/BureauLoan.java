package org.xinbao.bureau;

import java.util.List;
import java.util.function.Supplier;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.retention.RetainedRecord;

/**
 * A loan as it stood at the close of one report date: what every bureau's record is a function of.
 *
 * @param assessment its figures at that date
 * @param adverse its adverse records that are not deleted at that date, oldest first
 * @param instalments where each instalment stood at that close, computed when asked for
 */
public record BureauLoan(
    ExportedLoan exported,
    Assessment assessment,
    List<RetainedRecord> adverse,
    Supplier<List<InstalmentPosition>> instalments) {

  /** A loan for bureaux that are told nothing of single instalments. */
  public BureauLoan(ExportedLoan exported, Assessment assessment, List<RetainedRecord> adverse) {
    this(exported, assessment, adverse, List::of);
  }

  public BureauLoan {
    adverse = List.copyOf(adverse);
  }
}
