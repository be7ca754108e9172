package org.xinbao.bureau.metro2;

import org.xinbao.arrears.Day;

/**
 * What one report says of an account. Amounts in whole units, cents cut off; days are epoch days or
 * none.
 *
 * @param rating a blank where the status has none
 * @param profile the 24 months before the reported one
 * @param scheduled what is to be paid in the month
 * @param paid what was paid in the month
 * @param infoOn date of account information
 * @param dofd date of first delinquency
 * @param closedOn date closed
 * @param paidOn date of last payment
 * @param highest highest credit
 * @param chargeOff original charge-off amount, 0 without a charge-off
 * @param comment special comment, empty when none
 * @param bankruptOn the first report with the present consumer information indicator
 */
record Account(
    Status status,
    char rating,
    String profile,
    long scheduled,
    long paid,
    long balance,
    long pastDue,
    int infoOn,
    int dofd,
    int closedOn,
    int paidOn,
    long highest,
    long chargeOff,
    String comment,
    int bankruptOn) {

  /**
   * A report that deletes the account at the bureaux: number and identity count, no figure.
   *
   * @param day of the report
   */
  Account deletion(Status how, int day) {
    return new Account(
        how, ' ', profile, 0, 0, 0, 0, day, Day.NONE, Day.NONE, paidOn, highest, 0, "", bankruptOn);
  }
}
