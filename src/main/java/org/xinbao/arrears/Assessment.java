package org.xinbao.arrears;

import java.util.List;

/**
 * Every figure of one loan at the close of a business date (contract sections 2 and 4). Amounts in
 * cents, days as epoch days ({@link Day#NONE} when empty).
 *
 * @param firstOverdueOn business date less days past due plus 1; none when not overdue
 * @param daysDelinquent days past due less the grace days where grace means {@code AGEING_ONLY}
 * @param bucket 0 to 7 for M0 to M7
 * @param principal1To30 unpaid principal of overdue instalments 1 to 30 days past due; the next
 *     four by their names
 * @param penaltyOnPrincipal accrued and unpaid penalty interest on principal (逾期本金罚息)
 * @param penaltyOnInterest accrued and unpaid penalty interest on interest (逾期利息罚息, 复利)
 * @param penaltyPaid penalty paid by repayments since disbursement, waivers not counted
 * @param penaltyWaived penalty forgiven since disbursement
 * @param lastPaidAmount the sum paid on {@code lastPaidOn}
 * @param fiveClass 1 正常 to 5 损失
 * @param fiveClassOn the day the present class was reached, the opening date at first
 * @param repaymentStatus the PBOC code, one of {@code * N 1 … 7 M D B C G}
 * @param costAnnualE6 interest, penalty and fees a year as a fraction times 10<sup>6</sup>, or -1
 *     before day 30
 * @param nothingOwedFrom the first day from which nothing at all is owed any more, or none
 * @param closingDifference what the closing tolerance treated as waived on {@code closed_on}
 *     (rulings 1)
 * @param splitDifferences repayments whose booked split differs from ours
 * @param adverseRecords oldest first
 */
public record Assessment(
    int businessDate,
    AccountStatus accountStatus,
    long principalBalance,
    int firstOverdueOn,
    int daysPastDue,
    int daysDelinquent,
    int bucket,
    int instalmentsOverdue,
    long overduePrincipal,
    long overdueInterest,
    long overdueFee,
    long principal1To30,
    long principal31To60,
    long principal61To90,
    long principal91To180,
    long principalOver180,
    long penaltyOnPrincipal,
    long penaltyOnInterest,
    long penaltyPaid,
    long penaltyWaived,
    long dueThisMonth,
    long paidThisMonth,
    int lastPaidOn,
    long lastPaidAmount,
    long unallocated,
    int fiveClass,
    int fiveClassOn,
    char repaymentStatus,
    int instalmentsRemaining,
    long costAnnualE6,
    int nothingOwedFrom,
    long closingDifference,
    List<SplitDifference> splitDifferences,
    List<AdverseRecord> adverseRecords)
    implements AssessmentOutcome {

  public Assessment {
    splitDifferences = List.copyOf(splitDifferences);
    adverseRecords = List.copyOf(adverseRecords);
  }

  /** Overdue principal, interest and fee and both unpaid penalties (逾期总额). */
  public long overdueTotal() {
    return Math.addExact(
        Math.addExact(overduePrincipal, Math.addExact(overdueInterest, overdueFee)),
        Math.addExact(penaltyOnPrincipal, penaltyOnInterest));
  }
}
