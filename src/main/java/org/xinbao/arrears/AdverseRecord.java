package org.xinbao.arrears;

/**
 * An adverse record (不良信息): one stretch of being overdue, from the first day on which an instalment
 * is overdue to the first day at whose close none is overdue and no penalty is unpaid.
 *
 * @param overdueFrom its first day (epoch day)
 * @param endedOn its end, or {@link Day#NONE} while it is open (also when it was open at a
 *     transfer: this lender cannot know when it is paid)
 * @param worstDaysPastDue the most days past due at any close of day of the record up to the
 *     business date
 * @param worstOverdueTotal the largest overdue total at any close of day of the record up to the
 *     business date, cents
 */
public record AdverseRecord(
    int overdueFrom, int endedOn, int worstDaysPastDue, long worstOverdueTotal) {}
