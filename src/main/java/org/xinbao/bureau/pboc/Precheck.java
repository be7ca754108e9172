package org.xinbao.bureau.pboc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.SubmissionFile;

/**
 * The pre-check of a submission file: name, header, lines, and for record 210 every rule that the
 * file alone can be judged by. It reads the bytes with a parser of its own, line by line; memory
 * does not grow with the file.
 */
public final class Precheck {

  private final Path file;
  private final PrecheckSettings settings;
  private final Consumer<Finding> findings;
  private final DuplicateRecords duplicates = new DuplicateRecords();
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
   * Checks a plain submission file of any record type; records of a type other than 210 are only
   * counted, which a finding says.
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
        body(lines, header);
      } else {
        found(PbocRule.ABF002, "");
      }
    }
    if (header.isPresent() && header.get().records() != records) {
      line = 1;
      found(PbocRule.ABH005, "");
    }
    String recordType = header.map(HeaderCheck.Header::recordType).orElse("");
    if (!duplicates.isOrdered()) {
      duplicatesInAnyOrder();
    }
    return new SubmissionFile("pboc", recordType, fileName, records, balance, overdue);
  }

  private void body(FileLines lines, Optional<HeaderCheck.Header> header) throws IOException {
    String type = header.map(HeaderCheck.Header::recordType).orElse(Pboc.RECORD_TYPE);
    boolean checked = type.equals(Pboc.RECORD_TYPE);
    int fileDate = header.map(HeaderCheck.Header::createdOn).orElse(Day.NONE);
    RecordCheck check = recordCheck(header);
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
      if (checked && isReadable(lines)) {
        record(check, lines, fileDate);
      }
    }
    if (records == 0) {
      found(PbocRule.ABF002, "");
    } else if (!checked) {
      line = 1;
      found(PbocRule.XBA002, "");
    }
  }

  private RecordCheck recordCheck(Optional<HeaderCheck.Header> header) {
    String provider = header.map(HeaderCheck.Header::providerCode).orElse(settings.providerCode());
    return new RecordCheck(provider, settings.organisations());
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

  private void record(RecordCheck check, FileLines lines, int fileDate) {
    if (!check.check(lines.bytes(), lines.from(), lines.to(), fileDate, this::found)) {
      return;
    }
    ParsedRecord record = check.record();
    balance = Math.addExact(balance, amount(record, Item.ACCT_BAL, Item.J_ACCT_BAL));
    overdue = Math.addExact(overdue, amount(record, Item.TOT_OVERD, Item.J_TOT_OVERD));
    if (!duplicates.isOrdered()) {
      return;
    }
    if (duplicates.inOrder(record)) {
      found(PbocRule.ABR002, Item.ACCT_CODE.tag());
    } else if (!duplicates.isOrdered()) {
      orderBrokenAt = line;
    }
  }

  private static long amount(ParsedRecord record, Item monthly, Item other) {
    return Math.max(0, record.value(monthly)) + Math.max(0, record.value(other));
  }

  /** Reads the file once more; what lies before the break of order has been compared already. */
  private void duplicatesInAnyOrder() throws IOException {
    RecordParser parser = new RecordParser();
    ItemCheck items = new ItemCheck(new FormCheck(new byte[0]), Set.of());
    try (FileLines lines = new FileLines(file)) {
      line = 1;
      boolean more = lines.next();
      while (more && lines.next()) {
        line++;
        if (lines.isTooLong()
            || !parser.parse(lines.bytes(), lines.from(), lines.to(), (rule, tag) -> {})) {
          continue;
        }
        items.check(parser.record(), Segment.B, AccountType.D1, (rule, tag) -> {});
        if (duplicates.inAnyOrder(parser.record()) && line >= orderBrokenAt) {
          found(PbocRule.ABR002, Item.ACCT_CODE.tag());
        }
      }
    }
  }

  private void found(PbocRule rule, String tag) {
    findings.accept(new Finding(line, rule.code(), tag, rule.english(), rule.chinese()));
  }
}
