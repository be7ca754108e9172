package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was published about a loan, as part of the JSON of its explanation. */
final class PublicationJson {

  private PublicationJson() {}

  static Map<String, Object> of(Publication publication) {
    Map<String, Object> map = new LinkedHashMap<>();
    Publication.Night night = publication.night();
    map.put("business_date", night.businessDate());
    map.put("version", night.version());
    map.put("published_at", night.publishedAt());
    map.put("by", night.by());
    map.put("program", night.program());
    map.put("rules_sha256", night.rulesSha256());
    map.put("manifest_sha256", night.manifestSha256());
    map.put("evidence_entry", night.entry());
    map.put("read_from", publication.source());
    map.put("compared", publication.compared());
    map.put("not_used", publication.rejected());
    List<Map<String, Object>> held = new ArrayList<>();
    for (Publication.HeldBack each : publication.held()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("bureau", each.bureau());
      one.put("code", each.code());
      one.put("message", each.message());
      one.put("report_date", each.reportDate());
      one.put("since", each.since());
      held.add(one);
    }
    map.put("held", held);
    map.put("reports", publication.reports().stream().map(PublicationJson::report).toList());
    map.put("not_kept", publication.notKept());
    List<Map<String, Object>> deleted = new ArrayList<>();
    for (Publication.Deleted each : publication.deleted()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("overdue_from", each.overdueFrom());
      one.put("because", each.sentence());
      deleted.add(one);
    }
    map.put("deleted_since", deleted);
    return map;
  }

  private static Map<String, Object> report(Publication.Report report) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("when", report.when().name());
    map.put("bureau", report.bureau());
    map.put("record_type", report.recordType());
    map.put("report_date", report.reportDate());
    map.put("night", report.sentBy());
    map.put("file", report.file());
    map.put("line", report.line());
    map.put("record_sha256", report.sha256());
    List<Map<String, Object>> values = new ArrayList<>();
    for (Publication.Value each : report.values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("item", each.item());
      one.put("value", each.value());
      values.add(one);
    }
    map.put("values", values);
    map.put("hand_over", report.handedOver());
    map.put("answer", answer(report.answer()));
    return map;
  }

  private static Map<String, Object> answer(Publication.Answer answer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("state", answer.state());
    map.put("on", answer.on());
    map.put("file", answer.file());
    map.put("taken_in_at", answer.takenInAt());
    List<Map<String, Object>> reasons = new ArrayList<>();
    for (Publication.Reason each : answer.reasons()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("code", each.code());
      one.put("item", each.item());
      one.put("meaning", each.meaning());
      one.put("repair", each.repair());
      reasons.add(one);
    }
    map.put("reasons", reasons);
    return map;
  }
}
