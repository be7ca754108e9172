package org.xinbao.bureau.pboc;

import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.RateChange;
import org.xinbao.arrears.Split;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.ledger.ExportedLoan;

/**
 * A 64-bit digest of everything that a loan's figures up to a day depend on: its terms, its whole
 * schedule, and its movements and changes of rate up to that day. While it is the same, no figure
 * that was reported for that day or an earlier one can have changed, and none is recomputed.
 *
 * <p>A rule of the product is not part of it: published rules do not change (rulings 8). A reversal
 * counts from its own value date: a run for an earlier date counts the payment (contract section
 * 2).
 */
final class PastDigest {

  private long hash = 0xcbf29ce484222325L;

  private PastDigest() {}

  /** The digest in base 36; of a merged account over those of its loans opened by then. */
  static String of(BureauLoan loan, int until) {
    if (loan.members().isEmpty()) {
      return of(loan.exported(), until);
    }
    PastDigest digest = new PastDigest();
    for (BureauLoan.Member each : loan.members()) {
      ExportedLoan exported = each.loan().exported();
      if (exported.loan().openedOn() <= until) {
        digest.text(of(exported, until));
      }
    }
    return Long.toUnsignedString(digest.hash, Character.MAX_RADIX);
  }

  private static String of(ExportedLoan exported, int until) {
    PastDigest digest = new PastDigest();
    digest.terms(exported, until);
    for (Instalment each : exported.loan().schedule()) {
      digest.add(each.seq()).add(each.dueOn()).add(each.principal());
      digest.add(each.interest()).add(each.fee());
    }
    for (Movement each : exported.loan().movements()) {
      if (each.valueDate() > until) {
        break;
      }
      digest.movement(each);
    }
    for (RateChange each : exported.loan().rates()) {
      if (each.from() <= until) {
        digest.add(each.from()).add(each.hashCode());
      }
    }
    return Long.toUnsignedString(digest.hash, Character.MAX_RADIX);
  }

  private void terms(ExportedLoan exported, int until) {
    Loan loan = exported.loan();
    add(loan.openedOn()).add(loan.principal()).add(loan.annualRateE10());
    text(exported.row().repaymentMethod().name());
    boolean ended = loan.status() != LoanStatus.ACTIVE && loan.closedOn() <= until;
    text(ended ? loan.status().name() : "").add(ended ? loan.closedOn() : Day.NONE);
  }

  private void movement(Movement each) {
    text(each.txnId()).add(each.valueDate()).text(each.bookedAt()).text(each.type().name());
    add(each.amount()).text(each.reverses());
    Split booked = each.booked();
    add(booked.principal()).add(booked.interest()).add(booked.penalty()).add(booked.fee());
  }

  private PastDigest add(long number) {
    hash = (hash ^ number) * 0xd6e8feb86659fd93L;
    hash ^= hash >>> 32;
    return this;
  }

  private PastDigest text(String text) {
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return add(text.length());
  }
}
