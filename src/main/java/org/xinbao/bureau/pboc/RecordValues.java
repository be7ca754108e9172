package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;

/**
 * The values of a record about to be written by {@link LayoutWriter}, by tag. The record type, the
 * numbers of groups, and items whose condition does not hold need not be given.
 *
 * <pre>{@code
 * RecordValues values = new RecordValues()
 *     .text("ContractCode", "TEST0000000001LIMIT0001")
 *     .day("RptDate", rptDate)
 *     .number("CreditLim", 50_000);
 * values.group("CtrctCertRel").text("BrerType", "1").text("CertRelName", "测试乙");
 * }</pre>
 */
final class RecordValues {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, List<RecordValues>> groups = new LinkedHashMap<>();
  private Optional<byte[]> embedded = Optional.empty();

  /** Sets a value as it is; an empty one where there is none. */
  RecordValues text(String tag, String value) {
    values.put(tag, value);
    return this;
  }

  /** Sets a whole number of at least 0. */
  RecordValues number(String tag, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(tag + " below zero");
    }
    return text(tag, Long.toString(value));
  }

  /** Sets a date {@code yyyy-MM-dd}; {@link Day#NONE} is empty. */
  RecordValues day(String tag, int epochDay) {
    return text(tag, epochDay == Day.NONE ? "" : Day.format(epochDay));
  }

  /** Sets a month {@code yyyy-MM} from the number yyyymm. */
  RecordValues month(String tag, int yyyymm) {
    return text(tag, new String(new RecordBytes().month(yyyymm).copy(), US_ASCII));
  }

  /** Adds a repeated group and returns its values. */
  RecordValues group(String groupTag) {
    RecordValues group = new RecordValues();
    groups.computeIfAbsent(groupTag, any -> new ArrayList<>()).add(group);
    return group;
  }

  /** Sets the bytes of the segment that records 212 and 222 hold, its tags included. */
  RecordValues embed(byte[] segment) {
    embedded = Optional.of(segment.clone());
    return this;
  }

  Optional<String> find(String tag) {
    return Optional.ofNullable(values.get(tag));
  }

  List<RecordValues> groups(String groupTag) {
    return groups.getOrDefault(groupTag, List.of());
  }

  Optional<byte[]> embedded() {
    return embedded;
  }

  /** The tags that have a value, groups left out. */
  Set<String> tags() {
    return values.keySet();
  }

  /** The tags of the groups that were added. */
  Set<String> groupTags() {
    return groups.keySet();
  }
}
