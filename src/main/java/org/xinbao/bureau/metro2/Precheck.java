package org.xinbao.bureau.metro2;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Digest;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.ReportedAccounts;
import org.xinbao.bureau.SubmissionFile;

/**
 * The pre-check of a file, whoever wrote it. It reads record by record; what grows with the file is
 * a number for each account, and a digest for each consumer who is reported as deceased.
 */
final class Precheck {

  private final Path file;
  private final ReportedAccounts known;
  private final Consumer<Finding> findings;
  private final Recount recount = new Recount();
  private final LongSet accounts = new LongSet();
  private final Set<String> deceased = new HashSet<>();
  private long number;
  private int activityOn = Day.NONE;
  private long balance;
  private long pastDue;

  private Precheck(Path file, PrecheckKnown known, Consumer<Finding> findings) {
    this.file = file;
    this.known = known.accounts();
    this.findings = findings;
  }

  static SubmissionFile file(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return new Precheck(file, known, findings).run();
  }

  private SubmissionFile run() throws IOException {
    collectDeceased();
    boolean ended = false;
    try (RecordFile in = RecordFile.open(file)) {
      for (Optional<byte[]> next = in.next(); next.isPresent(); next = in.next()) {
        number = in.number();
        byte[] bytes = next.get();
        Segment kind = ReadRecord.kind(bytes);
        if (ended) {
          found(Metro2Rule.M002, "");
        }
        if ((number == 1) != (kind == Segment.HEADER)) {
          found(Metro2Rule.M001, "");
        }
        Optional<ReadRecord> record = ReadRecord.read(bytes, this::found);
        if (record.isPresent()) {
          take(record.get());
        }
        ended |= kind == Segment.TRAILER;
      }
    }
    if (!ended) {
      found(Metro2Rule.M002, "");
    }
    if (recount.baseRecords() == 0) {
      found(Metro2Rule.M005, "");
    }
    String name = String.valueOf(file.getFileName());
    return new SubmissionFile(
        Metro2.NAME, Metro2.RECORD_TYPE, name, recount.baseRecords(), balance, pastDue);
  }

  /** Who is deceased on one account is so on all, which may stand before it. */
  private void collectDeceased() throws IOException {
    try (RecordFile in = RecordFile.open(file)) {
      for (Optional<byte[]> next = in.next(); next.isPresent(); next = in.next()) {
        ReadRecord.read(next.get(), (rule, field) -> {})
            .filter(each -> each.first().segment() == Segment.BASE)
            .map(ReadRecord::first)
            .filter(each -> each.value("ECOA").equals("X"))
            .filter(each -> ConsumerRules.isKnown(each.value("SSN")))
            .ifPresent(each -> deceased.add(digest(each)));
      }
    }
  }

  private static String digest(ReadSegment base) {
    return Digest.of(16, base.value("SSN"));
  }

  private void take(ReadRecord record) throws IOException {
    ReadSegment first = record.first();
    switch (first.segment()) {
      case HEADER -> header(first);
      case TRAILER -> {
        if (FieldRules.check(first, this::found)) {
          recount.compare(first, this::found);
        }
      }
      default -> account(record);
    }
  }

  private void header(ReadSegment header) {
    if (!FieldRules.check(header, this::found)) {
      return;
    }
    activityOn = header.day("ACTIVITY_DATE");
    boolean nobody =
        header.isBlank("INNOVIS_ID")
            && header.isBlank("EQUIFAX_ID")
            && header.isBlank("EXPERIAN_ID")
            && header.isBlank("TRANSUNION_ID");
    RecordRules.require(!nobody, Metro2Rule.M008, "HEADER EQUIFAX_ID", this::found);
    RecordRules.require(
        activityOn <= header.day("DATE_CREATED"),
        Metro2Rule.M009,
        "HEADER ACTIVITY_DATE",
        this::found);
  }

  private void account(ReadRecord record) throws IOException {
    recount.add(record);
    ReadSegment base = record.first();
    balance = Math.addExact(balance, base.number("CURRENT_BALANCE"));
    pastDue = Math.addExact(pastDue, base.number("AMOUNT_PAST_DUE"));
    RecordRules.check(record, activityOn, this::found);
    String account = base.value("ACCOUNT_NUMBER");
    String day = base.value("DATE_ACCOUNT_INFORMATION") + base.value("CORRECTION_INDICATOR");
    boolean isNew = accounts.add(Long.parseUnsignedLong(Digest.of(16, account, day), 16));
    RecordRules.require(isNew, Metro2Rule.M045, "BASE ACCOUNT_NUMBER", this::found);
    boolean dead = !deceased.isEmpty() && deceased.contains(digest(base));
    RecordRules.require(
        !dead || base.value("ECOA").equals("X"), Metro2Rule.M046, "BASE ECOA", this::found);
    if (known != ReportedAccounts.NONE) {
      String reported = known.find(account);
      MovementRules.check(base, Told.parse(reported), this::found);
    }
  }

  private void found(Metro2Rule rule, String field) {
    findings.accept(new Finding(number, rule.name(), field, rule.english(), rule.chinese()));
  }
}
