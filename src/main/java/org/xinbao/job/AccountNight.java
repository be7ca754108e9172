package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.bureau.AccountRequest;
import org.xinbao.bureau.AccountResult;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.MergedLoan;
import org.xinbao.bureau.Restatement;
import org.xinbao.conf.ProductConf;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.retention.Retention;
import org.xinbao.treatment.Treatment;
import org.xinbao.treatment.TreatmentStep;

/** One merged account's night: what is sent, what is held, its row of {@code accounts.csv}. */
final class AccountNight {

  /**
   * Begins the key of an account in indexes and answers, where the accounts of loans have their
   * loan's id: a facility may have the id of a loan. It comes after all letters and digits, as the
   * records of merged accounts come after those of loans.
   */
  static final String KEY = "~";

  /** Follows a bureau's name in a facility's state, where its account is. */
  private static final String STATE = "/account";

  private final NightContext night;
  private final KeyOutput out;

  AccountNight(NightContext night, KeyOutput out) {
    this.night = night;
    this.out = out;
  }

  /** Under which name a facility's state has what a bureau was told of its account. */
  static String stateName(String bureau) {
    return bureau + STATE;
  }

  @SuppressWarnings(
      "ArrayRecordComponent") // the bytes go to the file as they are, and nowhere else
  private record Sent(String recordType, int reportDate, byte[] record, ControlFigures control) {}

  /**
   * Asks a bureau.
   *
   * @param reported what it was last told of the account
   * @param held takes what is held back
   */
  AccountResult report(
      Bureau bureau,
      String facilityId,
      Optional<FacilityRow> facility,
      List<MergedLoan> loans,
      String reported,
      List<Held> held)
      throws IOException {
    List<Sent> records = new ArrayList<>(1);
    AccountResult result =
        bureau.report(
            new AccountRequest(
                night.date(),
                night.version(),
                facilityId,
                facility,
                loans,
                reported,
                night.takenAsKnown(),
                night.accountIds()),
            (type, day, record, control) -> records.add(new Sent(type, day, record, control)));
    held.addAll(result.held());
    write(bureau.name(), facilityId, records, result);
    for (Fact each : result.facts()) {
      if (each.by() == Fact.By.CUSTOMER) {
        out.customerFact(bureau.name(), each);
      }
    }
    for (Restatement each : result.restatements()) {
      out.restatement(each);
    }
    if (result.account().isPresent()) {
      account(facilityId, result.account().get());
    }
    return result;
  }

  private void write(String bureau, String facilityId, List<Sent> records, AccountResult result)
      throws IOException {
    for (Sent each : records) {
      out.record(
          new RecordKey(bureau, each.recordType()),
          KEY + facilityId,
          each.reportDate(),
          each.record(),
          each.control());
      if (each.reportDate() != night.date()) {
        out.late("LATE", facilityId, bureau, each.reportDate());
        out.counters().add(Count.RECORDS_LATE, 1);
      }
    }
    for (int day : result.dropped()) {
      out.late("DROPPED", facilityId, bureau, day);
      out.counters().add(Count.REPORTS_DROPPED, 1);
    }
    for (Held each : result.warnings()) {
      out.late("SENT_WITH_" + each.code(), facilityId, bureau, each.reportDate());
    }
  }

  private void account(String facilityId, AccountResult.Account account) throws IOException {
    String product = account.loan().exported().row().product();
    ProductConf conf = night.products().get(product);
    TreatmentStep step =
        conf == null
            ? TreatmentStep.NONE
            : Treatment.step(
                conf.treatment(),
                account.loan().assessment().accountStatus(),
                account.loan().assessment().daysPastDue(),
                account.loan().assessment().overdueTotal());
    AssessmentCsv.write(
        out.accounts(),
        facilityId,
        product,
        account.loan().assessment(),
        Retention.latest(account.loan().adverse()),
        step,
        account.code());
    out.counters().add(Count.ACCOUNTS_MERGED, 1);
  }
}
