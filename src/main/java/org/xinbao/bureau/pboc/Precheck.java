package org.xinbao.bureau.pboc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.ReportedAccounts;
import org.xinbao.bureau.SubmissionFile;

/**
 * The pre-check of a submission file: name, header, lines, and every rule that the file alone can
 * be judged by. It reads the bytes with parsers of its own, line by line; memory does not grow with
 * the file, except for 64 bits per record where records can only be compared in any order.
 */
public final class Precheck {

  private final Path file;
  private final PrecheckSettings settings;
  private final Consumer<Finding> findings;
  private final DuplicateRecords duplicates = new DuplicateRecords();
  private Optional<RecordTypeCheck> check = Optional.empty();
  private String recordType = "";
  private String provider = "";
  private long line;
  private long records;
  private long balance;
  private long overdue;
  private long orderBrokenAt = Long.MAX_VALUE;

  private Precheck(Path file, PrecheckSettings settings, Consumer<Finding> findings) {
    this.file = file;
    this.settings = settings;
    this.findings = findings;
  }

  /**
   * Checks a plain submission file of any record type; records of a type without field table (510,
   * 511, 514) are only counted, which a finding says.
   *
   * @return what its bytes add up to: number of records, sums of AcctBal and TotOverd
   */
  public static SubmissionFile file(
      Path file, PrecheckSettings settings, Consumer<Finding> findings) throws IOException {
    return new Precheck(file, settings, findings).run();
  }

  private SubmissionFile run() throws IOException {
    String fileName = String.valueOf(file.getFileName());
    line = 1;
    Optional<SubmissionName> name = HeaderCheck.name(fileName, settings, this::found);
    Optional<HeaderCheck.Header> header = Optional.empty();
    try (FileLines lines = new FileLines(file)) {
      if (lines.next()) {
        ending(lines);
        header = HeaderCheck.header(lines.bytes(), lines.from(), lines.to(), name, this::found);
        takeType(name, header);
        body(lines, header);
      } else {
        found(PbocRule.ABF002, "");
      }
    }
    if (header.isPresent() && header.get().records() != records) {
      line = 1;
      found(PbocRule.ABH005, "");
    }
    if (!duplicates.isOrdered()) {
      duplicatesInAnyOrder();
    }
    return new SubmissionFile("pboc", recordType, fileName, records, balance, overdue);
  }

  /** Takes record type and provider from the header, else from the name. */
  private void takeType(Optional<SubmissionName> name, Optional<HeaderCheck.Header> header) {
    recordType =
        header
            .map(HeaderCheck.Header::recordType)
            .or(() -> name.map(SubmissionName::recordType))
            .orElse(Pboc.RECORD_TYPE);
    provider =
        header
            .map(HeaderCheck.Header::providerCode)
            .or(() -> name.map(SubmissionName::providerCode))
            .orElse(settings.providerCode());
    check = new RecordChecks(provider, settings.organisations()).find(recordType);
  }

  private void body(FileLines lines, Optional<HeaderCheck.Header> header) throws IOException {
    int fileDate = header.map(HeaderCheck.Header::createdOn).orElse(Day.NONE);
    while (lines.next()) {
      line++;
      ending(lines);
      if (lines.from() == lines.to()) {
        found(PbocRule.ABF010, "");
        continue;
      }
      records++;
      if (records == SubmissionWriter.RECORDS_MAX + 1L) {
        found(PbocRule.ABF002, "");
      }
      if (check.isPresent() && isReadable(lines)) {
        record(check.get(), lines, fileDate);
      }
    }
    if (records == 0) {
      found(PbocRule.ABF002, "");
    } else if (check.isEmpty()) {
      line = 1;
      found(PbocRule.XBA002, "");
    }
  }

  private void ending(FileLines lines) {
    if (lines.ending() == FileLines.Ending.WRONG) {
      found(PbocRule.ABF010, "");
    }
  }

  private boolean isReadable(FileLines lines) {
    if (lines.isTooLong()) {
      found(PbocRule.ABF008, "");
      return false;
    }
    if (!Utf8.isValid(lines.bytes(), lines.from(), lines.to())) {
      found(PbocRule.ABF011, "");
      return false;
    }
    return true;
  }

  private void record(RecordTypeCheck check, FileLines lines, int fileDate) throws IOException {
    if (!check.check(lines.bytes(), lines.from(), lines.to(), fileDate, this::found)) {
      return;
    }
    if (check instanceof RecordCheck account && settings.accounts() != ReportedAccounts.NONE) {
      HistoryRules.check(account.record(), provider, settings.accounts(), this::found);
    }
    balance = Math.addExact(balance, check.balance());
    overdue = Math.addExact(overdue, check.overdue());
    if (!recordType.equals(Pboc.RECORD_TYPE)) {
      repeated(duplicates.inAnyOrder(check.identity()));
    } else if (duplicates.isOrdered()) {
      repeated(duplicates.inOrder(check.identity()));
      if (!duplicates.isOrdered()) {
        orderBrokenAt = line;
      }
    }
  }

  private void repeated(boolean repeated) {
    if (repeated) {
      found(PbocRule.ABR002, tagOfIdentity());
    }
  }

  private String tagOfIdentity() {
    return RecordLayout.find(recordType)
        .map(layout -> layout.identity().get(0).tag())
        .orElse(Item.ACCT_CODE.tag());
  }

  /** Reads the file once more; what lies before the break of order has been compared already. */
  private void duplicatesInAnyOrder() throws IOException {
    RecordTypeCheck reader = check.orElseThrow();
    try (FileLines lines = new FileLines(file)) {
      line = 1;
      boolean more = lines.next();
      while (more && lines.next()) {
        line++;
        boolean read = !lines.isTooLong() && reader.read(lines.bytes(), lines.from(), lines.to());
        if (read && duplicates.inAnyOrder(reader.identity()) && line >= orderBrokenAt) {
          found(PbocRule.ABR002, tagOfIdentity());
        }
      }
    }
  }

  private void found(PbocRule rule, String tag) {
    findings.accept(new Finding(line, rule.code(), tag, rule.english(), rule.chinese()));
  }
}
