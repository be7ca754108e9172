package org.xinbao.bureau.metro2;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinbao.arrears.Instalment;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.FacilityRow;

/** Builds the characters of an account's record: base segment and what is appended to it. */
final class RecordBuilder {

  private final Metro2Conf conf;
  private final Metro2Conf.Product product;
  private final BureauLoan loan;
  private final ExportedLoan exported;

  RecordBuilder(Metro2Conf conf, BureauLoan loan) {
    this.conf = conf;
    this.loan = loan;
    this.exported = loan.exported();
    this.product = conf.product(exported.row().product());
  }

  /**
   * What stands in a record beside the account's figures.
   *
   * @param number the account number
   * @param next the number that it changes to, or empty
   * @param replaces whether it replaces the latest report for its period
   * @param condition compliance condition code, or empty
   * @param period the last day of the period
   */
  record Cover(String number, String next, boolean replaces, String condition, int period) {}

  byte[] build(Account account, BorrowerRow borrower, Cover cover) throws Unwritable {
    SegmentText base = base(account, cover);
    Consumers consumers = new Consumers(exported);
    consumers.base(base, borrower, exported.row().options().bankruptcyCode());
    List<SegmentText> all = new ArrayList<>(consumers.others(borrower));
    all.addAll(creditors(account));
    if (!cover.next().isEmpty()) {
      all.add(
          new SegmentText(Segment.L1)
              .number("CHANGE_INDICATOR", 1)
              .text("NEW_ACCOUNT_NUMBER", cover.next()));
    }
    if (conf.employment() && isWritable(borrower.work().employer())) {
      all.add(employment(borrower));
    }
    return join(base, all);
  }

  private static byte[] join(SegmentText base, List<SegmentText> appended) throws Unwritable {
    int length = base.bytes().length;
    for (SegmentText each : appended) {
      length += each.bytes().length;
    }
    base.number("RDW", length);
    ByteArrayOutputStream out = new ByteArrayOutputStream(length);
    out.writeBytes(base.bytes());
    appended.forEach(each -> out.writeBytes(each.bytes()));
    return out.toByteArray();
  }

  private SegmentText base(Account account, Cover cover) throws Unwritable {
    return new SegmentText(Segment.BASE)
        .number("PROCESSING_INDICATOR", 1)
        .endOf("TIME_STAMP", cover.period())
        .number("CORRECTION_INDICATOR", cover.replaces() ? 1 : 0)
        .text("IDENTIFICATION_NUMBER", conf.identificationNumber())
        .text("ACCOUNT_NUMBER", cover.number())
        .text("PORTFOLIO_TYPE", product.portfolio().code())
        .text("ACCOUNT_TYPE", product.accountType())
        .day("DATE_OPENED", exported.loan().openedOn())
        .number("CREDIT_LIMIT", limit())
        .number("HIGHEST_CREDIT", account.highest())
        .text("TERMS_DURATION", product.portfolio().duration(exported.row().terms()))
        .text("TERMS_FREQUENCY", product.frequency())
        .number("SCHEDULED_PAYMENT", account.scheduled())
        .number("ACTUAL_PAYMENT", account.paid())
        .text("ACCOUNT_STATUS", account.status().code())
        .text("PAYMENT_RATING", String.valueOf(account.rating()))
        .text("PAYMENT_HISTORY", account.profile())
        .text("SPECIAL_COMMENT", account.comment())
        .text("COMPLIANCE_CONDITION", cover.condition())
        .number("CURRENT_BALANCE", account.balance())
        .number("AMOUNT_PAST_DUE", account.pastDue())
        .number("ORIGINAL_CHARGE_OFF", account.chargeOff())
        .day("DATE_ACCOUNT_INFORMATION", account.infoOn())
        .day("DATE_FIRST_DELINQUENCY", account.dofd())
        .day("DATE_CLOSED", account.closedOn())
        .day("DATE_LAST_PAYMENT", account.paidOn())
        .text("INTEREST_TYPE", product.interestType());
  }

  /** Whether a limit is needed and the export lacks it. */
  boolean lacksLimit() {
    return product.portfolio().isRevolving() && exported.facility().isEmpty();
  }

  private long limit() {
    boolean has = product.portfolio().isRevolving() || product.portfolio() == Portfolio.OPEN;
    return has
        ? exported.facility().map(FacilityRow::creditLimit).map(AccountFigures::whole).orElse(0L)
        : 0;
  }

  /** Original creditor, seller or buyer, and balloon payment. */
  private List<SegmentText> creditors(Account account) throws Unwritable {
    List<SegmentText> all = new ArrayList<>();
    if (!product.originalCreditor().isEmpty()) {
      all.add(
          new SegmentText(Segment.K1)
              .text("ORIGINAL_CREDITOR", product.originalCreditor())
              .number("CREDITOR_CLASSIFICATION", product.creditorClass()));
    }
    boolean sold = account.status() == Status.TRANSFERRED;
    if (sold || !product.purchasedFrom().isEmpty()) {
      all.add(
          new SegmentText(Segment.K2)
              .number("PURCHASED_INDICATOR", sold ? 2 : 1)
              .text("PURCHASED_NAME", sold ? product.purchaser() : product.purchasedFrom()));
    }
    if (product.balloon() && !account.status().isFinal()) {
      all.add(balloon());
    }
    return all;
  }

  private SegmentText balloon() throws Unwritable {
    Instalment last =
        exported.loan().scheduleAt(loan.assessment().businessDate()).stream()
            .max(Comparator.comparingInt(Instalment::dueOn))
            .orElseThrow();
    return new SegmentText(Segment.K4)
        .number("PAYMENT_INDICATOR", 1)
        .day("BALLOON_DUE", last.dueOn())
        .number("BALLOON_AMOUNT", AccountFigures.whole(last.total()));
  }

  /** The employer is no duty: one in Chinese is left out. */
  private static boolean isWritable(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> each >= ' ' && each <= '~');
  }

  private static SegmentText employment(BorrowerRow borrower) throws Unwritable {
    SegmentText text = new SegmentText(Segment.N1).text("EMPLOYER", borrower.work().employer());
    String address = borrower.work().employerAddress();
    int line = Segment.N1.field("EMPLOYER_ADDRESS_1").length();
    if (isWritable(address)) {
      text.text("EMPLOYER_ADDRESS_1", address.substring(0, Math.min(line, address.length())));
      if (address.length() > line) {
        text.text("EMPLOYER_ADDRESS_2", address.substring(line));
      }
    }
    return isWritable(borrower.work().jobTitle())
        ? text.text("OCCUPATION", borrower.work().jobTitle())
        : text;
  }
}
