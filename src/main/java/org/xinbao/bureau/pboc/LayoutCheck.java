package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;

/**
 * The pre-check of a record other than 210: what its {@link RecordLayout} says about segments,
 * items and groups, then the rules of its type.
 */
final class LayoutCheck implements RecordTypeCheck {

  private final RecordLayout layout;
  private final LayoutParser parser;
  private final LayoutItemCheck items;
  private final LayoutRules rules;
  private final LayoutItem recordType;
  private final Optional<LayoutItem> rptDate;
  private final RecordIdentity identity = new RecordIdentity();

  LayoutCheck(RecordLayout layout, String providerCode, Set<String> organisations) {
    FormCheck forms = new FormCheck(providerCode.getBytes(US_ASCII));
    this.layout = layout;
    this.parser = new LayoutParser(layout);
    this.items = new LayoutItemCheck(layout, forms, organisations);
    this.rules = LayoutRules.of(layout, forms, organisations);
    this.recordType = layout.item("InfRecType");
    this.rptDate = layout.findItem("RptDate");
  }

  @Override
  public boolean check(byte[] bytes, int from, int to, int fileDate, Problems problems) {
    if (!parser.parse(bytes, from, to, problems)) {
      return false;
    }
    LayoutRecord record = parser.record();
    items.check(record, layout.children(), any -> true, problems);
    for (LayoutNode node : layout.children()) {
      if (node instanceof LayoutElement segment) {
        segment(record, segment, problems);
      }
    }
    if (record.top().isFilled(recordType)
        && !record.text(record.top(), recordType).equals(layout.recordType())) {
      problems.add(PbocRule.ABR000, recordType.tag());
    }
    rptDate.ifPresent(date -> dates(record, date, fileDate, problems));
    rules.check(record, problems);
    return true;
  }

  private void segment(LayoutRecord record, LayoutElement segment, Problems problems) {
    if (record.has(segment)) {
      items.check(record, segment.children(), any -> true, problems);
    } else if (segment.kind() == LayoutElement.Kind.REQUIRED) {
      problems.add(segment.missing(), segment.tag());
    }
  }

  private void dates(LayoutRecord record, LayoutItem date, int fileDate, Problems problems) {
    if (!record.top().hasValue(date)) {
      return;
    }
    long reported = record.top().value(date);
    if (fileDate != Day.NONE && reported > fileDate) {
      problems.add(PbocRule.ABR001, date.tag());
    }
    for (LayoutItem item : layout.items()) {
      if (item.isPast() && record.top().hasValue(item) && record.top().value(item) > reported) {
        problems.add(PbocRule.ABE007, item.tag());
      }
    }
  }

  @Override
  public boolean read(byte[] bytes, int from, int to) {
    return parser.parse(bytes, from, to, (rule, tag) -> {});
  }

  @Override
  public RecordIdentity identity() {
    identity.clear();
    LayoutRecord record = parser.record();
    for (LayoutItem item : layout.identity()) {
      if (!record.top().isFilled(item)) {
        identity.clear();
        break;
      }
      identity.add(record.bytes(), record.top().from(item), record.top().to(item));
    }
    return identity;
  }
}
