package org.xinbao.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.EvidenceChain;

/**
 * What the evidence chain tells about a span of business dates, as the auditors' workbook shows.
 */
final class AuditEntries {

  private static final int ABOUT_LENGTH = 200;

  private static final int LINES_SHOWN = 4;

  /** The entry of a run. */
  record OfRun(long number, String by, String folder, String allowed) {}

  /** What a person allowed a run beyond the ordinary, and why. */
  private static final List<String> ALLOWED =
      List.of("corrects", "rule", "skipped", "missed", "without_month", "later_export", "reason");

  private record Did(long times, Instant first, Instant last) {
    Did plus(Did other) {
      return new Did(
          times + other.times,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  private final int from;
  private final int to;
  private final Map<Long, OfRun> runs = new HashMap<>();
  private final Map<String, Instant> archived = new HashMap<>();
  private final List<List<String>> deletions = new ArrayList<>();
  private final List<String> retentionFolders = new ArrayList<>();
  private final Map<String, Map<EvidenceKind, Did>> people = new TreeMap<>(LoanCursor.ORDER);
  private long count;

  private AuditEntries(int from, int to) {
    this.from = from;
    this.to = to;
  }

  static AuditEntries gather(EvidenceChain chain, int from, int to) {
    AuditEntries all = new AuditEntries(from, to);
    chain.entries().forEachRemaining(all::take);
    return all;
  }

  private boolean isInside(EvidenceEntry entry) {
    return from <= entry.businessDate() && entry.businessDate() <= to;
  }

  private void take(EvidenceEntry entry) {
    if (!isInside(entry)) {
      return;
    }
    count++;
    EvidenceBody body = entry.statements();
    Did did = new Did(1, entry.recordedAt(), entry.recordedAt());
    people.computeIfAbsent(entry.by(), each -> new TreeMap<>()).merge(entry.kind(), did, Did::plus);
    switch (entry.kind()) {
      case RUN, IMPORT -> run(entry, body);
      case ARCHIVE -> archived.put(body.value("folder"), entry.recordedAt());
      case RECORDS_DELETED -> {
        run(entry, body);
        retentionFolders.add(body.value("folder"));
        deletion(entry, body.value("records"), body.value("loans"), "");
      }
      case FILES_DELETED -> deletion(entry, "", "", Integer.toString(body.values("file").size()));
      case CONTENTS_DELETED ->
          deletion(entry, Integer.toString(body.values("content").size()), "", "");
      default -> {}
    }
  }

  private void run(EvidenceEntry entry, EvidenceBody body) {
    runs.put(
        Long.parseLong(body.value("run")),
        new OfRun(entry.number(), entry.by(), body.value("folder"), allowed(body)));
  }

  private static String allowed(EvidenceBody body) {
    List<String> parts = new ArrayList<>();
    for (String key : ALLOWED) {
      body.values(key).forEach(each -> parts.add(key + " " + String.join(" ", each)));
    }
    return String.join("; ", parts);
  }

  private void deletion(EvidenceEntry entry, String records, String loans, String files) {
    deletions.add(
        List.of(
            Day.format(entry.businessDate()),
            entry.kind().name(),
            records,
            loans,
            files,
            entry.by(),
            moment(entry.recordedAt()),
            Long.toString(entry.number())));
  }

  Optional<OfRun> ofRun(long runId) {
    return Optional.ofNullable(runs.get(runId));
  }

  /** When the folder of a published run was archived, empty while it is not. */
  String archivedAt(String folder) {
    Instant at = archived.get(folder);
    return at == null ? "" : moment(at);
  }

  List<List<String>> deletions() {
    return List.copyOf(deletions);
  }

  /** The folders of retention runs. */
  List<String> retentionFolders() {
    return List.copyOf(retentionFolders);
  }

  /** Who did what how often, and when first and last. */
  List<List<String>> people() {
    List<List<String>> rows = new ArrayList<>();
    people.forEach(
        (by, kinds) ->
            kinds.forEach(
                (kind, did) ->
                    rows.add(
                        List.of(
                            by,
                            kind.name(),
                            Long.toString(did.times()),
                            moment(did.first()),
                            moment(did.last())))));
    return rows;
  }

  /** How many published runs the entries tell of. */
  int runs() {
    return runs.size();
  }

  long count() {
    return count;
  }

  /** The entries themselves, read again. */
  Iterator<List<String>> rows(EvidenceChain chain) {
    return Rows.of(
        chain.entries(), each -> isInside(each) ? Optional.of(row(each)) : Optional.empty());
  }

  private static List<String> row(EvidenceEntry entry) {
    String plain =
        entry
            .body()
            .lines()
            .filter(each -> !each.contains("sha256"))
            .limit(LINES_SHOWN)
            .map(each -> each.replace('\t', ' '))
            .collect(Collectors.joining("; "));
    return List.of(
        Long.toString(entry.number()),
        moment(entry.recordedAt()),
        Day.format(entry.businessDate()),
        entry.kind().name(),
        entry.by(),
        plain.substring(0, Math.min(ABOUT_LENGTH, plain.length())),
        entry.sha256());
  }

  /** A moment in UTC, to the second. */
  static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
