package org.xinbao.bureau.baihang;

import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.FacilityRequest;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.bureau.baihang.BaihangConf.UploadTs;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.IdType;

/**
 * One facility's night: X2 when its first receipt is told, and again when limit, status, days or
 * end of the account have changed.
 */
final class FacilityReporter {

  private final BaihangConf conf;
  private final RecordRules rules = new RecordRules();

  FacilityReporter(BaihangConf conf) {
    this.conf = conf;
  }

  KeyResult report(FacilityRequest request, RecordSink sink) {
    ToldAccount told = ToldAccount.parse(request.reported());
    if (request.facility().isEmpty() || request.facts().isEmpty()) {
      return KeyResult.unchanged(request.reported());
    }
    for (var each : request.facts()) {
      told = told.under(each.loanId());
    }
    FacilityRow row = request.facility().get();
    Draft draft = draft(request, row);
    String content = draft.digest();
    boolean isNew = told.content().isEmpty();
    if (isNew && request.takenAsKnown()) {
      return KeyResult.unchanged(told.known(content).text());
    }
    if (told.content().equals(content) && !told.isRejected()) {
      return KeyResult.unchanged(told.text());
    }
    boolean again = told.isRejected();
    ToldAccount next =
        again
            ? told.sentAgain(request.businessDate(), request.version(), content)
            : told.sent(request.businessDate(), request.version(), content);
    Optional<WhyHeld> problem = send(request, row, draft, next, again, sink);
    return problem.isEmpty()
        ? KeyResult.unchanged(next.text())
        : held(request, told, problem.get());
  }

  /** What it says, without number, operation, time and person. */
  private Draft draft(FacilityRequest request, FacilityRow row) {
    List<String> fields = request.facts().get(0).fields();
    BaihangConf.AccountCodes codes = conf.codes();
    String from = Day.format(row.effectiveOn()) + "T00:00:00";
    return new Draft(RecordType.X2)
        .text("creditAccntId", request.facilityId())
        .whole("guaranteeType", Integer.parseInt(fields.get(1)))
        .text("applyDate", from)
        .text("accountOpenDate", from)
        .day("accountExpireDate", row.expiresOn())
        .amount("creditLimit", row.creditLimit())
        .whole(
            "creditAccntStatus",
            switch (row.status()) {
              case ACTIVE -> codes.active();
              case EXPIRED -> codes.expired();
              case CANCELLED -> codes.cancelled();
            })
        .whole("accntBillingDate", row.billingDay())
        .whole("accntBillingDueDate", row.paymentDay())
        .whole("gracePeriod", Integer.parseInt(fields.get(2)));
  }

  private Optional<WhyHeld> send(
      FacilityRequest request,
      FacilityRow row,
      Draft draft,
      ToldAccount next,
      boolean again,
      RecordSink sink) {
    if (row.idType() != IdType.ID_CARD) {
      return Optional.of(HeldCode.BAIHANG_ID_TYPE.reason());
    }
    boolean opens = next.number() == 1;
    String at = Day.format(opens ? row.effectiveOn() : request.businessDate());
    String eventAt = at + (opens ? "T00:00:00" : "T23:59:59");
    boolean made = conf.uploadTs() == UploadTs.MADE;
    draft
        .text("reqID", next.reqId(request.facilityId()))
        .text("opCode", again ? "M" : "A")
        .text(
            "uploadTs", made ? Sending.madeAt(request.businessDate(), conf.reportTime()) : eventAt)
        .text("name", row.borrowerName())
        .text("pid", row.idNumber())
        .text("mobile", request.facts().get(0).fields().get(0))
        .text("loanId", request.facilityId())
        .whole("accountAction", opens ? conf.codes().actionOpen() : conf.codes().actionChange())
        .text("accountInfoUpdate", eventAt);
    Optional<WhyHeld> broken = Sending.broken(rules, draft, request.businessDate() + 1);
    if (broken.isEmpty()) {
      sink.accept(
          RecordType.X2.name(),
          next.day(),
          draft.bytes(),
          new ControlFigures(row.creditLimit(), 0));
    }
    return broken;
  }

  private static KeyResult held(FacilityRequest request, ToldAccount told, WhyHeld why) {
    int today = request.businessDate();
    String loanId = request.facts().get(0).loanId();
    Held row = new Held(loanId, Baihang.NAME, why.code(), why.sentence(), today, today);
    return new KeyResult(told.text(), List.of(row), List.of());
  }
}
