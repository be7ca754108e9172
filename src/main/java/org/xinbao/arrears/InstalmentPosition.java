package org.xinbao.arrears;

import java.util.List;

/**
 * Where one instalment stands at the close of a day: for bureaux that are told of single
 * instalments. Amounts in cents, days as epoch days.
 *
 * @param seq the number of the scheduled instalment that it is, or comes from
 * @param overdueFrom the first day at whose close it is overdue unless it is paid by then
 * @param restored whether a returned payment made it ({@link
 *     ProductRules.ReturnedPayment#RETURN_DATE})
 * @param planned what was to be paid: principal, interest and fee
 * @param unpaid what is left of that
 * @param penalty penalty interest accrued on it and unpaid
 * @param paidOn the day from which no more than the overdue tolerance is unpaid, paid or waived;
 *     {@link Day#NONE} while more is
 * @param payments what movements took off it, penalty included, in their order; a payment taken
 *     back is below zero
 */
public record InstalmentPosition(
    int seq,
    int dueOn,
    int overdueFrom,
    boolean restored,
    long planned,
    long unpaid,
    long penalty,
    int paidOn,
    List<Payment> payments) {

  public InstalmentPosition {
    payments = List.copyOf(payments);
  }

  /** What one movement took off an instalment. */
  public record Payment(Movement movement, long amount) {}

  /** Whether it is overdue at the close of {@code day}, which is the day of this position. */
  public boolean isOverdue(int day) {
    return paidOn == Day.NONE && overdueFrom <= day;
  }
}
