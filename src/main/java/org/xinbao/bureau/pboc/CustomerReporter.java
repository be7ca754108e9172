package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.CustomerRequest;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.RecordSink;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.IdentityRow;

/**
 * Reports one customer: basic information (110) with the first report of a loan and whenever a
 * segment of it differs, then the validity of the document (130) and further documents (140). Holds
 * buffers, so each thread has its own.
 */
final class CustomerReporter {

  private static final String BASIC = "110";
  private static final String VALIDITY = "130";
  private static final String MERGING = "140";

  private final PbocConf conf;
  private final BureauSettings settings;
  private final String bureau;
  private final LayoutWriter writer = new LayoutWriter();
  private final RecordChecks checks;

  CustomerReporter(PbocConf conf, BureauSettings settings, String bureau) {
    this.conf = conf;
    this.settings = settings;
    this.bureau = bureau;
    this.checks = new RecordChecks(settings.providerCode(), conf.organisations());
  }

  KeyResult report(CustomerRequest request, RecordSink sink) {
    KeyHistory history = KeyHistory.parse(request.reported());
    ToldKey told = ToldKey.parse(history.last());
    boolean asked = told.isKnown() || told.isWanted() || !request.facts().isEmpty();
    if (request.borrower().isEmpty() || !(asked || request.takenAsKnown())) {
      return KeyResult.unchanged(request.reported());
    }
    return new Night(request, request.borrower().get(), history, told, sink).report();
  }

  /** One customer's night. */
  private final class Night {

    private final CustomerRequest request;
    private final BorrowerRow row;
    private final RecordSink sink;
    private final BasicInformation information;
    private final String identity;
    private final List<Held> held = new ArrayList<>();
    private KeyHistory history;
    private ToldKey told;

    Night(
        CustomerRequest request,
        BorrowerRow row,
        KeyHistory history,
        ToldKey told,
        RecordSink sink) {
      this.request = request;
      this.row = row;
      this.history = history;
      this.told = told;
      this.sink = sink;
      this.information = new BasicInformation(row, conf.borrowers());
      this.identity =
          Dossier.identity(row.name(), IdNumbers.personCode(row.idType()), row.idNumber());
    }

    KeyResult report() {
      request.facts().forEach(each -> told = told.under(each.loanId()));
      Map<String, String> hashes = information.hashes(writer);
      boolean imported = told.isContentUnknown() && told.identity().equals(identity);
      if (request.takenAsKnown() || imported) {
        told = told.told(identity, new TreeMap<>(hashes));
        identities().forEach(each -> told = told.told(identity, part(each)));
      } else if (told.isKnown() && !told.identity().equals(identity) && !isRenamed()) {
        hold(HeldCode.IDENTITY_CHANGED.name(), HeldCode.IDENTITY_CHANGED.sentence());
      } else if (basic(hashes)) {
        identities().forEach(this::identity);
      }
      return new KeyResult(history.noted(told.text()).text(), held, List.of());
    }

    /** Whether a correction has told the bureau the new name or document of a loan's borrower. */
    private boolean isRenamed() {
      return request.facts().stream().map(Fact::fields).anyMatch(LoanFacts::isRenamed);
    }

    /** Tells what is new of the basic information; says whether all of it is told. */
    private boolean basic(Map<String, String> hashes) {
      boolean first = !told.identity().equals(identity);
      SortedMap<String, String> changed = new TreeMap<>(hashes);
      if (!first) {
        changed.entrySet().removeIf(each -> told.content(each.getKey()).equals(each.getValue()));
      }
      if (changed.isEmpty()) {
        return true;
      }
      int today = request.businessDate();
      int updated = row.updatedOn() == Day.NONE ? today : Math.min(row.updatedOn(), today);
      Map<String, Integer> days = new HashMap<>();
      changed.keySet().forEach(each -> days.put(each, first ? updated : today));
      RecordValues values =
          person()
              .day("RptDate", today)
              .text("RptDateCode", first ? "10" : "20")
              .text("Cimoc", organisation())
              .text("CustomerType", conf.borrowers().customerType());
      information.fill(values, days);
      return send(
          BASIC,
          writer.write(BasicInformation.layout(), values, changed.keySet()::contains),
          changed);
    }

    private RecordValues person() {
      return new RecordValues()
          .text("Name", row.name())
          .text("IDType", IdNumbers.personCode(row.idType()))
          .text("IDNum", row.idNumber())
          .text("InfSurcCode", settings.providerCode());
    }

    private String organisation() {
      String own = conf.otherwise().managementOrg();
      return own.isEmpty() ? settings.providerCode() : own;
    }

    /** The documents of which there is something to tell. */
    private List<IdentityRow> identities() {
      return request.identities().stream()
          .filter(each -> !isMain(each) || each.validTo() != Day.NONE)
          .toList();
    }

    private boolean isMain(IdentityRow document) {
      return document.idType() == row.idType() && document.idNumber().equals(row.idNumber());
    }

    private void identity(IdentityRow document) {
      SortedMap<String, String> part = part(document);
      if (told.content(part.firstKey()).equals(part.get(part.firstKey()))) {
        return;
      }
      String type = isMain(document) ? VALIDITY : MERGING;
      RecordLayout layout = RecordLayout.find(type).orElseThrow();
      send(type, writer.write(layout, values(document)), part);
    }

    /** What is remembered of a document: which one, and what was told of it. */
    private SortedMap<String, String> part(IdentityRow document) {
      String type = IdNumbers.personCode(document.idType());
      String which = Dossier.identity(row.name(), type, document.idNumber());
      String what = Dossier.identity(days(document), document.issuer(), type);
      return new TreeMap<>(Map.of(which, isMain(document) ? what : which));
    }

    private static String days(IdentityRow document) {
      return document.validFrom() + "-" + document.validTo();
    }

    private RecordValues values(IdentityRow document) {
      RecordValues values = person().day("RptDate", request.businessDate());
      if (!isMain(document)) {
        return values
            .text("OthName", row.name())
            .text("OthIDType", IdNumbers.personCode(document.idType()))
            .text("OthIDNum", document.idNumber())
            .text("OthAssFlg", conf.borrowers().idMergeFlag());
      }
      if (document.validFrom() != Day.NONE) {
        values.day("IDEfctDate", document.validFrom());
      }
      if (!document.issuer().isEmpty()) {
        values.text("IDOrgName", document.issuer());
      }
      return values.day("IDDueDate", document.validTo()).text("Cimoc", organisation());
    }

    /** Sends a record unless the pre-check has a finding; says whether it was sent. */
    private boolean send(String type, RecordBytes record, SortedMap<String, String> parts) {
      int today = request.businessDate();
      Optional<RecordCheck.Problem> problem = checks.first(type, record);
      if (problem.isPresent()) {
        Refusal refusal = Refusal.of(problem.get());
        hold(refusal.code(), refusal.sentence());
        return false;
      }
      sink.accept(type, today, record.copy(), ControlFigures.NONE);
      ToldKey before = told;
      told = told.told(identity, parts);
      history =
          history
              .noted(before.text())
              .sent(new SentKey(today, request.version(), type, today), told.text());
      return true;
    }

    private void hold(String code, String sentence) {
      int today = request.businessDate();
      told = told.heldSince(today);
      held.add(new Held(told.loanId(), bureau, code, sentence, today, told.since()));
    }
  }
}
