package org.xinbao.bureau;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.retention.RetainedRecord;

/**
 * A loan as it stood at the close of one report date: what every bureau's record is a function of.
 * A merged account looks like a loan, too: its figures are those of its loans taken together.
 *
 * @param assessment its figures at that date
 * @param adverse its adverse records that are not deleted at that date, oldest first
 * @param instalments where each instalment stood at that close, computed when asked for
 * @param members the loans of a merged account at that date, in the order of loans; none of a loan
 */
public record BureauLoan(
    ExportedLoan exported,
    Assessment assessment,
    List<RetainedRecord> adverse,
    Supplier<List<InstalmentPosition>> instalments,
    List<Member> members) {

  /**
   * A loan of a merged account.
   *
   * @param asOf the same loan at the close of another day; throws {@link NotAssessable} when its
   *     rows contradict each other there
   */
  public record Member(BureauLoan loan, IntFunction<BureauLoan> asOf) {}

  /** A loan that is an account of its own. */
  public BureauLoan(
      ExportedLoan exported,
      Assessment assessment,
      List<RetainedRecord> adverse,
      Supplier<List<InstalmentPosition>> instalments) {
    this(exported, assessment, adverse, instalments, List.of());
  }

  /** A loan for bureaux that are told nothing of single instalments. */
  public BureauLoan(ExportedLoan exported, Assessment assessment, List<RetainedRecord> adverse) {
    this(exported, assessment, adverse, List::of, List.of());
  }

  public BureauLoan {
    adverse = List.copyOf(adverse);
    members = List.copyOf(members);
  }
}
