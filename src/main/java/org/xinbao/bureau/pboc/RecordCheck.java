package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;

/**
 * The record-level pre-check of 210: every rule that a record can be judged by alone. Holds
 * buffers, so each thread has its own.
 */
final class RecordCheck implements RecordTypeCheck {

  private static final Segment[] SEGMENTS = Segment.values();

  private static final AccountType[] TYPES = AccountType.values();
  private static final Item[] IDENTITY = {Item.ACCT_CODE, Item.RPT_DATE};

  private final RecordIdentity identity = new RecordIdentity();
  private final ItemCheck items;
  private final RecordParser parser = new RecordParser();

  RecordCheck(String providerCode, Set<String> organisations) {
    this.items = new ItemCheck(new FormCheck(providerCode.getBytes(US_ASCII)), organisations);
  }

  /** A finding about a record. */
  record Problem(PbocRule rule, String tag) {}

  /** The record last checked or read. */
  ParsedRecord record() {
    return parser.record();
  }

  @Override
  public boolean check(byte[] bytes, int from, int to, int fileDate, Problems problems) {
    if (!parser.parse(bytes, from, to, problems)) {
      return false;
    }
    ParsedRecord record = parser.record();
    if (!record.has(Segment.B)) {
      problems.add(PbocRule.BLR029, Segment.B.tag());
      return true;
    }
    Optional<AccountType> type = type(record);
    items.check(record, Segment.B, type.orElse(AccountType.D1), problems);
    base(record, fileDate, problems);
    if (type.isEmpty()) {
      return true;
    }
    for (Segment segment : SEGMENTS) {
      if (segment != Segment.B && record.has(segment)) {
        items.check(record, segment, type.get(), problems);
      }
    }
    Optional<ReportPoint> point =
        record.isIn(Item.RPT_DATE_CODE, -1, CodeLists.RPT_DATE_CODE)
            ? ReportPoint.find(Integer.parseInt(record.text(Item.RPT_DATE_CODE, -1)))
            : Optional.empty();
    if (point.isPresent()) {
      SegmentRules.check(record, type.get(), point.get(), problems);
    }
    BasicRules.check(record, type.get(), point, problems);
    GroupRules.check(record, problems);
    PerformanceRules.check(record, type.get(), point, problems);
    return true;
  }

  @Override
  public boolean read(byte[] bytes, int from, int to) {
    return parser.parse(bytes, from, to, (rule, tag) -> {});
  }

  @Override
  public RecordIdentity identity() {
    identity.clear();
    ParsedRecord record = parser.record();
    for (Item item : IDENTITY) {
      if (!record.isFilled(item)) {
        identity.clear();
        break;
      }
      identity.add(record.bytes(), record.from(item, -1), record.to(item, -1));
    }
    return identity;
  }

  @Override
  public long balance() {
    return amount(Item.ACCT_BAL) + amount(Item.J_ACCT_BAL);
  }

  @Override
  public long overdue() {
    return amount(Item.TOT_OVERD) + amount(Item.J_TOT_OVERD);
  }

  private long amount(Item item) {
    return Math.max(0, parser.record().value(item));
  }

  private static Optional<AccountType> type(ParsedRecord record) {
    for (AccountType each : TYPES) {
      if (record.is(Item.ACCT_TYPE, each.name())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static void base(ParsedRecord record, int fileDate, Problems problems) {
    if (record.isFilled(Item.INF_REC_TYPE) && !record.is(Item.INF_REC_TYPE, Pboc.RECORD_TYPE)) {
      problems.add(PbocRule.ABR000, Item.INF_REC_TYPE.tag());
    }
    if (fileDate != Day.NONE && record.value(Item.RPT_DATE) > fileDate) {
      problems.add(PbocRule.ABR001, Item.RPT_DATE.tag());
    }
    idNumber(record, problems);
  }

  /** The borrower's number against the form that its document type asks for (ABE004). */
  static void idNumber(ParsedRecord record, Problems problems) {
    boolean known =
        record.isFilled(Item.ID_NUM) && record.isIn(Item.ID_TYPE, -1, CodeLists.ID_TYPE_PERSON);
    if (known && !IdNumbers.isValid(record.text(Item.ID_TYPE, -1), record.text(Item.ID_NUM, -1))) {
      problems.add(PbocRule.ABE004, Item.ID_NUM.tag());
    }
  }
}
