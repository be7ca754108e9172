package org.xinbao.bureau.pboc;

/**
 * A special transaction (特殊交易) of segment K.
 *
 * @param type ChanTranType
 * @param on TranDate, epoch day
 * @param amount TranAmt, cents
 * @param months DueTranMon, months by which the due date moves
 * @param detail DetInfo, empty when none
 */
record Special(int type, int on, long amount, int months, String detail) {}
