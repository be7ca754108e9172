package org.xinbao.bureau.pboc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Cents;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.FacilityRequest;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.RecordSink;
import org.xinbao.ledger.FacilityRow;

/**
 * Reports one credit agreement (授信协议, record 220): its start with the first account under it, a
 * changed limit, and its end, after which the bureau takes nothing more. Holds buffers, so each
 * thread has its own.
 */
final class FacilityReporter {

  private static final String RECORD_TYPE = "220";
  private static final String LIMIT = "CreditLimSgmt";
  private static final String STATUS = "status";
  private static final String VALID = "1";
  private static final String ENDED = "2";

  private final PbocConf conf;
  private final BureauSettings settings;
  private final String bureau;
  private final LayoutWriter writer = new LayoutWriter();
  private final RecordChecks checks;

  FacilityReporter(PbocConf conf, BureauSettings settings, String bureau) {
    this.conf = conf;
    this.settings = settings;
    this.bureau = bureau;
    this.checks = new RecordChecks(settings.providerCode(), conf.organisations());
  }

  /** What is remembered of an agreement of which only its end is known. */
  static Map<String, String> endedContents() {
    return Map.of(STATUS, ENDED);
  }

  KeyResult report(FacilityRequest request, RecordSink sink) {
    KeyHistory history = KeyHistory.parse(request.reported());
    ToldKey told = ToldKey.parse(history.last());
    boolean asked = told.isKnown() || told.isWanted() || !request.facts().isEmpty();
    if (request.facility().isEmpty() || !(asked || request.takenAsKnown())) {
      return KeyResult.unchanged(request.reported());
    }
    ToldKey now = told;
    for (var each : request.facts()) {
      now = now.under(each.loanId());
    }
    return report(request, request.facility().get(), history, now, sink);
  }

  private KeyResult report(
      FacilityRequest request, FacilityRow row, KeyHistory history, ToldKey told, RecordSink sink) {
    String identity =
        Dossier.identity(row.borrowerName(), IdNumbers.personCode(row.idType()), row.idNumber());
    String status = row.status() == FacilityRow.Status.ACTIVE ? VALID : ENDED;
    RecordValues values = values(request, row, status);
    SortedMap<String, String> contents = new TreeMap<>();
    contents.put(LIMIT, writer.digest(layout(), LIMIT, values));
    contents.put(STATUS, status);
    boolean imported = told.isContentUnknown() && told.identity().equals(identity);
    if (request.takenAsKnown() || (imported && status.equals(VALID))) {
      return result(history.noted(told.told(identity, contents).text()));
    }
    Optional<Refusal> refusal = refusal(told, identity, status);
    boolean same = told.identity().equals(identity) && told.contents().equals(contents);
    boolean over = told.content(STATUS).equals(ENDED);
    if (refusal.isEmpty() && (same || over)) {
      return result(history.noted(told.text()));
    }
    RecordBytes record = writer.write(layout(), values.text("RptDateCode", point(told, status)));
    refusal = refusal.or(() -> checks.first(RECORD_TYPE, record).map(Refusal::of));
    if (refusal.isPresent()) {
      return held(request, history, told, refusal.get());
    }
    int today = request.businessDate();
    sink.accept(RECORD_TYPE, today, record.copy(), ControlFigures.NONE);
    SentKey key = new SentKey(today, request.version(), RECORD_TYPE, today);
    return result(history.noted(told.text()).sent(key, told.told(identity, contents).text()));
  }

  private KeyResult held(
      FacilityRequest request, KeyHistory history, ToldKey told, Refusal refusal) {
    int today = request.businessDate();
    ToldKey held = told.heldSince(today);
    Held row =
        new Held(held.loanId(), bureau, refusal.code(), refusal.sentence(), today, held.since());
    return new KeyResult(history.noted(held.text()).text(), List.of(row), List.of());
  }

  private static KeyResult result(KeyHistory history) {
    return new KeyResult(history.text(), List.of(), List.of());
  }

  /** Why nothing may be told: another borrower, or valid again after its end (BCR001). */
  private static Optional<Refusal> refusal(ToldKey told, String identity, String status) {
    if (!told.isKnown()) {
      return Optional.empty();
    }
    if (!told.identity().equals(identity)) {
      return Optional.of(Refusal.of(HeldCode.IDENTITY_CHANGED));
    }
    boolean reopened = told.content(STATUS).equals(ENDED) && status.equals(VALID);
    return reopened ? Optional.of(Refusal.of(HeldCode.REOPENED)) : Optional.empty();
  }

  /** 10 start, 20 expired or void, 30 limit changed. */
  private static String point(ToldKey told, String status) {
    if (!told.isKnown()) {
      return "10";
    }
    return status.equals(ENDED) ? "20" : "30";
  }

  private static RecordLayout layout() {
    return RecordLayout.find(RECORD_TYPE).orElseThrow();
  }

  private RecordValues values(FacilityRequest request, FacilityRow row, String status) {
    String own = row.orgCode().isEmpty() ? conf.otherwise().managementOrg() : row.orgCode();
    return new RecordValues()
        .text("ContractCode", settings.providerCode() + row.facilityId())
        .day("RptDate", request.businessDate())
        .text("Name", row.borrowerName())
        .text("IDType", IdNumbers.personCode(row.idType()))
        .text("IDNum", row.idNumber())
        .text("MngmtOrgCode", own.isEmpty() ? settings.providerCode() : own)
        .text("CreditLimType", limitType(row))
        .text("LimLoopFlg", row.revolving() ? "1" : "0")
        .number("CreditLim", Cents.toYuan(row.creditLimit()))
        .text("Cy", row.currency())
        .day("ConEffDate", row.effectiveOn())
        .day("ConExpDate", row.expiresOn())
        .text("ConStatus", status);
  }

  private static String limitType(FacilityRow row) {
    return switch (row.kind()) {
      case LOAN -> row.revolving() ? "10" : "20";
      case CARD_SHARED -> "30";
      case CARD_OWN -> "31";
    };
  }
}
