package org.xinbao.bureau.pboc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.AccountRequest;
import org.xinbao.bureau.AccountResult;
import org.xinbao.bureau.Answered;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.CustomerRequest;
import org.xinbao.bureau.FacilityRequest;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackSink;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.Imported;
import org.xinbao.bureau.ImportedAccount;
import org.xinbao.bureau.ImportedKey;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.RejectionReason;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.ShownItem;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.ConfNode;
import org.xinbao.ledger.LoanRow;

/**
 * The People's Bank of China's second-generation personal credit database (二代征信): record 210 for
 * the account types D1, R1 and R4, one account per loan or, where a product says so, one for all
 * loans of a facility (merged); basic information of borrowers and their documents (110, 130, 140)
 * and credit agreements (220).
 *
 * <p>Immutable; may be used by many threads.
 */
public final class Pboc implements Bureau {

  /** The record type of reports; 211 to 215 change what was reported. */
  static final String RECORD_TYPE = "210";

  static final String NAME = "pboc";

  private final PbocConf conf;
  private final BureauSettings settings;
  private final ThreadLocal<Reporter> reporters;
  private final ThreadLocal<AccountReporter> accounts;
  private final ThreadLocal<CustomerReporter> customers;
  private final ThreadLocal<FacilityReporter> facilities;

  private Pboc(PbocConf conf, BureauSettings settings) {
    this.conf = conf;
    this.settings = settings;
    this.reporters = ThreadLocal.withInitial(() -> new Reporter(conf, settings, NAME));
    this.accounts =
        ThreadLocal.withInitial(() -> new AccountReporter(conf, settings, NAME, reporters.get()));
    this.customers = ThreadLocal.withInitial(() -> new CustomerReporter(conf, settings, NAME));
    this.facilities = ThreadLocal.withInitial(() -> new FacilityReporter(conf, settings, NAME));
  }

  /**
   * The bureau as {@code pboc.yaml} and the institution's settings describe it; throws {@link
   * ConfException} at the first key that cannot be used.
   */
  public static Pboc of(ConfNode pbocYaml, BureauSettings settings) {
    return new Pboc(PbocConf.of(pbocYaml, settings), settings);
  }

  @Override
  public List<String> warnings() {
    return conf.warnings();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "中国人民银行金融信用信息基础数据库";
  }

  @Override
  public List<String> recordTypes() {
    return List.of("110", "130", "140", "220", RECORD_TYPE, "211", "212", "213", "214", "215");
  }

  @Override
  public List<String> recordTypes(Fact.By by) {
    return by == Fact.By.CUSTOMER ? List.of("110", "130", "140") : List.of("220");
  }

  @Override
  public Set<Fact.By> secondPass() {
    return Set.of(Fact.By.values());
  }

  @Override
  public KeyResult report(CustomerRequest request, RecordSink sink) {
    return customers.get().report(request, sink);
  }

  @Override
  public KeyResult report(FacilityRequest request, RecordSink sink) {
    return facilities.get().report(request, sink);
  }

  @Override
  public Optional<String> mergedUnder(String reported) {
    return MergedMark.find(reported).map(MergedMark::facilityId);
  }

  @Override
  public AccountResult report(AccountRequest request, RecordSink sink) {
    return accounts.get().report(request, sink);
  }

  @Override
  public String answeredAccount(String reported, int businessDate, List<FileAnswer> answers) {
    MergedText before = MergedText.parse(reported);
    Answered taken = answered(before.history(), businessDate, answers);
    SortedMap<Integer, QueuedReport> queue = new TreeMap<>();
    before.queue().forEach(each -> queue.put(each.reportDate(), each));
    for (QueuedReport each : taken.repeats()) {
      QueuedReport queued = queue.getOrDefault(each.reportDate(), each);
      int since = Math.min(queued.since(), each.since());
      queue.put(each.reportDate(), new QueuedReport(each.reportDate(), since, each.code()));
    }
    return new MergedText(before.endedSince(), List.copyOf(queue.values()), taken.reported())
        .text();
  }

  @Override
  public String answeredKey(String reported, List<FileAnswer> answers) {
    return KeyHistory.parse(reported).answered(answers).text();
  }

  @Override
  public String forgotten(String reported, Predicate<String> loans) {
    return KeyHistory.parse(reported).without(loans).text();
  }

  @Override
  public ReportResult report(ReportRequest request, RecordSink sink) {
    Optional<String> facility = facility(request);
    if (facility.isPresent()) {
      return new ReportResult(
          MergedMark.of(facility.get(), request.today()).text(),
          List.of(),
          List.of(),
          request.queue().stream().map(QueuedReport::reportDate).toList());
    }
    return reporters.get().report(request, sink);
  }

  /**
   * The facility under whose account a loan is reported; none for a loan that was reported by
   * itself before.
   */
  private Optional<String> facility(ReportRequest request) {
    Optional<String> before = mergedUnder(request.reported());
    LoanRow row = request.today().exported().row();
    boolean begins =
        request.reported().isEmpty()
            && conf.product(row.product()).merged()
            && !row.facilityId().isEmpty();
    return before.isPresent() || !begins ? before : Optional.of(row.facilityId());
  }

  @Override
  public boolean lacksNotice(ReportRequest request) {
    return reporters.get().lacksNotice(request);
  }

  @Override
  public ReportResult reportAbsent(AbsentRequest request, RecordSink sink) {
    if (mergedUnder(request.reported()).isPresent()) {
      return new ReportResult(request.reported(), request.queue(), List.of(), List.of());
    }
    return reporters.get().reportAbsent(request, sink);
  }

  @Override
  public Answered answered(String reported, int businessDate, List<FileAnswer> answers) {
    if (mergedUnder(reported).isPresent()) {
      return new Answered(reported, List.of());
    }
    SentAnswers taken = SentHistory.answered(reported, answers);
    List<QueuedReport> repeats = new ArrayList<>();
    for (SentAnswers.Rejection each : taken.rejected()) {
      if (each.key().recordType().equals(RECORD_TYPE)) {
        String code = HeldCode.REJECTED.name() + "_" + each.codes().get(0).code();
        repeats.add(new QueuedReport(each.key().rptDate(), businessDate, code));
      }
    }
    for (SentKey each : taken.newDoubts()) {
      if (each.recordType().equals(RECORD_TYPE)) {
        String code = HeldCode.AWAITING_ANSWER.name();
        repeats.add(new QueuedReport(each.rptDate(), businessDate, code));
      }
    }
    return new Answered(taken.toText(), repeats);
  }

  @Override
  public boolean isSettlementDay(int day) {
    return new TreeSet<>(settings.products())
        .stream().anyMatch(each -> conf.product(each).settlementOf(day) == day);
  }

  @Override
  public List<SubmissionFile> assemble(
      int createdOn, String recordType, int firstSerial, List<Path> parts, Path folder)
      throws IOException {
    return new SubmissionWriter(settings, createdOn, recordType, folder).write(firstSerial, parts);
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    String provider =
        known.providerCode().isEmpty() ? settings.providerCode() : known.providerCode();
    return Precheck.file(
        file,
        new PrecheckSettings(provider, conf.organisations(), known.isUsedName(), known.accounts()),
        findings);
  }

  @Override
  public boolean isFeedback(String fileName) {
    return FeedbackName.find(fileName).isPresent();
  }

  @Override
  public void readFeedback(Path file, FeedbackSink sink) throws FeedbackRefused, IOException {
    new FeedbackReader(settings.providerCode(), sink).read(file);
  }

  @Override
  public List<ShownItem> shown(String recordType, String record) {
    return ShownItems.of(recordType, record);
  }

  @Override
  public Imported imported(ImportedAccount account) {
    return AccountImport.of(account, settings.providerCode());
  }

  @Override
  public Imported imported(ImportedKey key) {
    return KeyImport.of(key);
  }

  @Override
  public RejectionReason reason(RejectionCode code) {
    return Repair.reason(code);
  }

  /**
   * The text for {@link ReportRequest#reported} of an account that another system reported before
   * (a row of {@code reported.csv}, rulings 6).
   *
   * @param accountType D1, R1 or R4
   * @param lastReportDate epoch day
   * @param lastReportCode RptDateCode
   * @param lastMonth any day of the last Month reported, or {@link Day#NONE}
   * @param lastOverdueYuan TotOverd of the last record that is not a 20, 32 or 40
   * @param lastFiveClassOn FiveCateAdjDate last reported, or {@link Day#NONE}
   * @param closed whether the last record closed the account
   */
  public static String imported(
      AccountType accountType,
      int lastReportDate,
      int lastReportCode,
      int lastMonth,
      long lastOverdueYuan,
      int lastFiveClassOn,
      boolean closed) {
    return known(
            accountType,
            lastReportDate,
            lastReportCode,
            lastMonth,
            lastOverdueYuan,
            lastFiveClassOn,
            closed)
        .toText();
  }

  private static ReportedState known(
      AccountType accountType,
      int lastReportDate,
      int lastReportCode,
      int lastMonth,
      long lastOverdueYuan,
      int lastFiveClassOn,
      boolean closed) {
    ReportedState known = ReportedState.known(accountType, lastReportDate + 1);
    return new ReportedState(
        known.type(),
        lastReportDate,
        lastReportCode,
        Dates.month(lastMonth),
        lastOverdueYuan,
        closed,
        lastReportCode == ReportPoint.RECOVERED.code() ? Dates.month(lastReportDate) : 0,
        lastFiveClassOn,
        known.digests(),
        known.specialsFrom(),
        List.of(),
        known.dossier());
  }
}
