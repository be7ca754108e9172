package org.xinbao.treatment;

import java.time.LocalTime;

/**
 * How often and when a debtor may be reached (GB/T 45251-2025; 中国银行业协会 《金融机构个人消费类贷款催收工作指引（试行）》 of
 * 2026-01-30): lender and agencies together, the debtor only.
 *
 * @param connectedPerDay contacts with the debtor a day, whatever the loan and the way
 * @param triesPerDay tries a day that nobody answered, for each way
 * @param from the first time of day at which contact is allowed
 * @param to the time of day from which it is not
 */
public record ContactLimits(int connectedPerDay, int triesPerDay, LocalTime from, LocalTime to) {

  /** What the standard and the guideline say: 3 contacts, 6 tries, from 8:00 to 22:00. */
  public static final ContactLimits STANDARD =
      new ContactLimits(3, 6, LocalTime.of(8, 0), LocalTime.of(22, 0));

  public ContactLimits {
    if (connectedPerDay < 0 || triesPerDay < 0 || !from.isBefore(to)) {
      throw new IllegalArgumentException("contact limits must not be negative, hours not empty");
    }
  }

  /** Whether the debtor may be reached at a time of day. */
  public boolean allows(LocalTime time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
