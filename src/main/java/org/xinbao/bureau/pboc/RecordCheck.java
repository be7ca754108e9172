package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;

/**
 * The record-level pre-check of 210: every rule that a record can be judged by alone. Holds
 * buffers, so each thread has its own.
 */
final class RecordCheck {

  private static final Segment[] SEGMENTS = Segment.values();

  /** One error text of the bureau speaks of 100,000 characters: records here stay below. */
  private static final int LINE_MAX = 100_000;

  private static final AccountType[] TYPES = AccountType.values();

  private final ItemCheck items;
  private final RecordParser parser = new RecordParser();

  RecordCheck(String providerCode, Set<String> organisations) {
    this.items = new ItemCheck(new FormCheck(providerCode.getBytes(US_ASCII)), organisations);
  }

  /** A finding about a record. */
  record Problem(PbocRule rule, String tag) {}

  /** The record last checked. */
  ParsedRecord record() {
    return parser.record();
  }

  /** The first finding about the record in a buffer, whose file date is not known yet. */
  Optional<Problem> first(RecordBytes record) {
    if (record.length() >= LINE_MAX) {
      return Optional.of(new Problem(PbocRule.ABF008, ""));
    }
    Problem[] found = new Problem[1];
    check(
        record.array(),
        0,
        record.length(),
        Day.NONE,
        (rule, tag) -> {
          if (found[0] == null) {
            found[0] = new Problem(rule, tag);
          }
        });
    return Optional.ofNullable(found[0]);
  }

  /**
   * Checks a record.
   *
   * @param fileDate the creation date of its file (epoch day), or {@link Day#NONE}
   * @return whether the record could be parsed
   */
  boolean check(byte[] bytes, int from, int to, int fileDate, Problems problems) {
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
    boolean known =
        record.isFilled(Item.ID_NUM) && record.isIn(Item.ID_TYPE, -1, CodeLists.ID_TYPE_PERSON);
    if (known && !IdNumbers.isValid(record.text(Item.ID_TYPE, -1), record.text(Item.ID_NUM, -1))) {
      problems.add(PbocRule.ABE004, Item.ID_NUM.tag());
    }
  }
}
