package org.xinbao.bureau.ferry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.Permission;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.conf.ConfNode;

/**
 * The Ferry Credit Register: on the day of the month that {@code ferry.yaml} names, a line for each
 * open loan, and a last one for a loan that was told of and is closed.
 */
final class Ferry implements Bureau {

  static final String NAME = "ferry";
  private static final String OPEN = "open";

  private final int dayOfMonth;
  private final Permission permission;

  private Ferry(int dayOfMonth, Permission permission) {
    this.dayOfMonth = dayOfMonth;
    this.permission = permission;
  }

  static Ferry of(ConfNode file, BureauSettings settings) {
    Ferry ferry =
        new Ferry(
            file.integer("day-of-month", 1, 31),
            Permission.read(file, Permission.Dispute.MARK, settings, NAME));
    file.refuseUnknownKeys();
    return ferry;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> recordTypes() {
    return List.of("M");
  }

  @Override
  public boolean answersFiles() {
    return false;
  }

  @Override
  public boolean isSettlementDay(int day) {
    return java.time.LocalDate.ofEpochDay(day).getDayOfMonth() == dayOfMonth;
  }

  @Override
  public ReportResult report(ReportRequest request, RecordSink sink) {
    Assessment a = request.today().assessment();
    int date = request.businessDate();
    boolean closed = a.accountStatus() == AccountStatus.CLOSED;
    if (!isSettlementDay(date) || (closed && !request.reported().equals(OPEN))) {
      return new ReportResult(request.reported(), request.queue(), List.of(), List.of());
    }
    String loanId = request.today().exported().loanId();
    Optional<Permission.Reason> refusal = permission.refusal(request, a.firstOverdueOn(), date);
    if (refusal.isPresent()) {
      Held held = refusal.get().held(loanId, NAME, date, date);
      return new ReportResult(request.reported(), List.of(), List.of(held), List.of());
    }
    ControlFigures sums = new ControlFigures(a.principalBalance(), a.overdueTotal());
    String line = loanId + "," + Day.format(date) + "," + sums.balance() + "," + sums.overdue();
    sink.accept("M", date, line.getBytes(StandardCharsets.US_ASCII), sums);
    return new ReportResult(closed ? "closed" : OPEN, List.of(), List.of(), List.of());
  }

  @Override
  public List<SubmissionFile> assemble(
      int createdOn, String recordType, int firstSerial, List<Path> parts, Path folder)
      throws IOException {
    return List.of(FerryFile.write(createdOn, firstSerial, parts, folder));
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return FerryFile.check(file, findings);
  }
}
