package org.xinbao.bureau.metro2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xinbao.arrears.Day;

/**
 * What the bureaux were told of an account: the state that makes payment history and date of first
 * delinquency independent of what the ledger still has. No personal data.
 *
 * @param account the account number in use; empty while it is the loan id
 * @param next the number that the next report changes it to; empty when none
 * @param period the last period reported, by its last day, or none
 * @param status code of the last report; empty when never reported
 * @param rating of the last report, a blank when it had none
 * @param profile the payment history of the last report
 * @param dofd date of first delinquency of the last report, or none
 * @param infoOn date of account information of the last report, or none
 * @param balance whole units of the last report
 * @param pastDue likewise
 * @param highest highest credit reported, whole units
 * @param chargeOff original charge-off amount, whole units; 0 before a charge-off
 * @param condition compliance condition code last sent; empty when none
 * @param bankruptOn the first report with the present consumer information indicator, or none
 * @param pastOn the rows up to this day are those of {@code past}, or none
 * @param past digest of the loan's rows, see {@link org.xinbao.bureau.PastRows}
 * @param done digests of decisions that were carried out
 */
record Told(
    String account,
    String next,
    int period,
    String status,
    char rating,
    String profile,
    int dofd,
    int infoOn,
    long balance,
    long pastDue,
    long highest,
    long chargeOff,
    String condition,
    int bankruptOn,
    int pastOn,
    String past,
    List<String> done) {

  static final Told NOTHING =
      new Told(
          "",
          "",
          Day.NONE,
          "",
          ' ',
          History.NONE,
          Day.NONE,
          Day.NONE,
          0,
          0,
          0,
          0,
          "",
          Day.NONE,
          Day.NONE,
          "",
          List.of());

  private static final String VERSION = "M1";
  private static final int PARTS = 18;

  Told {
    done = List.copyOf(done);
  }

  static Told parse(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    String[] part = text.split(" ", -1);
    if (part.length != PARTS || !part[0].equals(VERSION)) {
      throw new IllegalArgumentException("a state of the bureau metro2 that cannot be read");
    }
    return new Told(
        part[1],
        part[2],
        day(part[3]),
        part[4],
        part[5].isEmpty() ? ' ' : part[5].charAt(0),
        part[6].isEmpty() ? History.NONE : part[6],
        day(part[7]),
        day(part[8]),
        Long.parseLong(part[9]),
        Long.parseLong(part[10]),
        Long.parseLong(part[11]),
        Long.parseLong(part[12]),
        part[13],
        day(part[14]),
        day(part[15]),
        part[16],
        part[17].isEmpty() ? List.of() : Arrays.asList(part[17].split(",", -1)));
  }

  String text() {
    return String.join(
        " ",
        VERSION,
        account,
        next,
        Day.format(period),
        status,
        rating == ' ' ? "" : String.valueOf(rating),
        profile.equals(History.NONE) ? "" : profile,
        Day.format(dofd),
        Day.format(infoOn),
        String.valueOf(balance),
        String.valueOf(pastDue),
        String.valueOf(highest),
        String.valueOf(chargeOff),
        condition,
        Day.format(bankruptOn),
        Day.format(pastOn),
        past,
        String.join(",", done));
  }

  private static int day(String text) {
    return text.isEmpty() ? Day.NONE : Day.parse(text);
  }

  boolean isReported() {
    return !status.isEmpty();
  }

  /** Whether nothing is to follow what was reported. */
  boolean isEnded() {
    return Status.of(status).map(Status::isFinal).orElse(false);
  }

  boolean isDeleted() {
    return Status.of(status).map(Status::isDeletion).orElse(false);
  }

  /** The account number of a loan. */
  String accountOf(String loanId) {
    return account.isEmpty() ? loanId : account;
  }

  /** After a record of a period. */
  Told reported(int on, Account now, String conditionSent) {
    return new Told(
        next.isEmpty() ? account : next,
        "",
        Math.max(period, on),
        now.status().code(),
        now.rating(),
        now.profile(),
        now.dofd(),
        now.infoOn(),
        now.balance(),
        now.pastDue(),
        now.highest(),
        now.chargeOff(),
        conditionSent.isEmpty() ? condition : conditionSent,
        now.bankruptOn(),
        pastOn,
        past,
        done);
  }

  Told withPast(int on, String digest) {
    return new Told(
        account,
        next,
        period,
        status,
        rating,
        profile,
        dofd,
        infoOn,
        balance,
        pastDue,
        highest,
        chargeOff,
        condition,
        bankruptOn,
        on,
        digest,
        done);
  }

  Told withProfile(String text) {
    return new Told(
        account,
        next,
        period,
        status,
        rating,
        text,
        dofd,
        infoOn,
        balance,
        pastDue,
        highest,
        chargeOff,
        condition,
        bankruptOn,
        pastOn,
        past,
        done);
  }

  /** The next report changes the account number. */
  Told withNext(String number) {
    return new Told(
        account,
        number,
        period,
        status,
        rating,
        profile,
        dofd,
        infoOn,
        balance,
        pastDue,
        highest,
        chargeOff,
        condition,
        bankruptOn,
        pastOn,
        past,
        done);
  }

  /** An account that is renamed before its first report simply has another number. */
  Told withAccount(String number) {
    return new Told(
        number,
        "",
        period,
        status,
        rating,
        profile,
        dofd,
        infoOn,
        balance,
        pastDue,
        highest,
        chargeOff,
        condition,
        bankruptOn,
        pastOn,
        past,
        done);
  }

  Told withDone(String decision) {
    List<String> all = new ArrayList<>(done);
    all.add(decision);
    return new Told(
        account,
        next,
        period,
        status,
        rating,
        profile,
        dofd,
        infoOn,
        balance,
        pastDue,
        highest,
        chargeOff,
        condition,
        bankruptOn,
        pastOn,
        past,
        all);
  }

  /** After the account was deleted at the bureaux: only that is remembered. */
  Told deleted(Status how) {
    return new Told(
        account,
        "",
        period,
        how.code(),
        ' ',
        History.NONE,
        Day.NONE,
        Day.NONE,
        0,
        0,
        0,
        0,
        "",
        Day.NONE,
        Day.NONE,
        "",
        done);
  }
}
