package org.xinbao.evidence;

import static org.xinbao.arrears.Cents.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Journal;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.Part;
import org.xinbao.evidence.PenaltyAccount.Block;
import org.xinbao.retention.Hold;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An explanation as JSON. Amounts, rates and days are strings as in the contract's files, empty
 * where there is none; exact amounts also as a fraction of cents.
 */
final class ExplanationJson {

  private final Explanation explanation;
  private final Facts facts;

  ExplanationJson(Explanation explanation) {
    this.explanation = explanation;
    this.facts = explanation.facts();
  }

  String write() {
    return text(root());
  }

  String write(Publication publication) {
    Map<String, Object> root = root();
    root.put("publication", PublicationJson.of(publication));
    return text(root);
  }

  static String without(String reason, Publication publication) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("loan_id", publication.loanId());
    root.put("business_date", publication.night().businessDate());
    root.put("not_explained", reason);
    root.put("publication", PublicationJson.of(publication));
    return text(root);
  }

  private Map<String, Object> root() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("loan_id", facts.loan().loanId());
    root.put("business_date", Day.format(facts.date()));
    root.put("product", facts.rules().product());
    root.put("rules", rules());
    root.put("loan", loan());
    root.put("instalments", instalments());
    root.put("movements", movements());
    root.put("nothing_owed", nothingOwed());
    root.put("penalties", penalties());
    root.put("figures", figures());
    root.put("adverse_records", adverse());
    root.put("holds", holds());
    return root;
  }

  private static String text(Map<String, Object> root) {
    return new String(mapper().writeValueAsBytes(root), StandardCharsets.UTF_8).concat("\n");
  }

  private static JsonMapper mapper() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .defaultPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent))
        .build();
  }

  private List<Map<String, Object>> rules() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Rule each : explanation.rules()) {
      Map<String, Object> rule = new LinkedHashMap<>();
      rule.put("key", each.key());
      rule.put("setting", each.setting());
      rule.put("source", each.source());
      list.add(rule);
    }
    return list;
  }

  private Map<String, Object> loan() {
    Loan loan = facts.loan();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("opened_on", Day.format(loan.openedOn()));
    map.put("matures_on", Day.format(loan.maturesOn()));
    map.put("principal", format(loan.principal()));
    map.put("annual_rate", Words.rate(loan.annualRateE10()));
    List<Map<String, Object>> rates = new ArrayList<>();
    loan.rates()
        .forEach(
            each -> {
              Map<String, Object> rate = new LinkedHashMap<>();
              rate.put("from", Day.format(each.from()));
              rate.put("annual_rate", Words.rate(each.annualRateE10()));
              rate.put(
                  "penalty_annual_rate",
                  each.penaltyAnnualRateE10() < 0 ? "" : Words.rate(each.penaltyAnnualRateE10()));
              rates.add(rate);
            });
    map.put("rate_changes", rates);
    map.put("status", facts.status().name());
    map.put("closed_on", loan.closedOn() <= facts.date() ? Day.format(loan.closedOn()) : "");
    return map;
  }

  private List<Map<String, Object>> instalments() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (ItemTrace each : facts.replay().items()) {
      Map<String, Object> item = item(each.item());
      if (each.validFrom() != Instalment.ALWAYS) {
        item.put("valid_from", Day.format(each.validFrom()));
      }
      item.put("principal", format(each.scheduled(Part.PRINCIPAL)));
      item.put("interest", format(each.scheduled(Part.INTEREST)));
      item.put("fee", format(each.scheduled(Part.FEE)));
      item.put("unpaid_principal", format(each.unpaid(Part.PRINCIPAL, facts.date())));
      item.put("unpaid_interest", format(each.unpaid(Part.INTEREST, facts.date())));
      item.put("unpaid_fee", format(each.unpaid(Part.FEE, facts.date())));
      list.add(item);
    }
    return list;
  }

  private static Map<String, Object> item(Journal.Item item) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("seq", item.seq());
    map.put("due_on", Day.format(item.dueOn()));
    map.put("owed_again", item.restored());
    return map;
  }

  private List<Map<String, Object>> movements() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (MovementTrace each : facts.replay().movements()) {
      Map<String, Object> movement = new LinkedHashMap<>();
      movement.put("txn_id", each.movement().txnId());
      movement.put("value_date", Day.format(each.movement().valueDate()));
      movement.put("type", each.movement().type().name());
      movement.put("amount", format(each.movement().amount()));
      movement.put("notes", each.notes());
      List<Map<String, Object>> applied = new ArrayList<>();
      for (MovementTrace.Applied one : each.applied()) {
        Map<String, Object> map = item(one.item());
        map.put("part", one.part().name());
        map.put("amount", format(one.amount()));
        applied.add(map);
      }
      movement.put("applied", applied);
      movement.put("unallocated", format(each.unallocated()));
      list.add(movement);
    }
    return list;
  }

  private List<Map<String, Object>> nothingOwed() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Recorder.Cleared each : facts.replay().cleared()) {
      Map<String, Object> cleared = new LinkedHashMap<>();
      cleared.put("from_close_of", Day.format(each.day()));
      cleared.put("amount", format(each.amount()));
      list.add(cleared);
    }
    return list;
  }

  private List<Map<String, Object>> penalties() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (PenaltyNote each : PenaltyNote.of(facts)) {
      Map<String, Object> penalty = item(each.item().item());
      penalty.put("part", each.part().name());
      penalty.put("amounts", each.blocks().stream().map(this::block).toList());
      penalty.put("grace", each.gate());
      penalty.put("charged", format(each.charged()));
      penalty.put("restored", format(each.restored()));
      penalty.put("paid", format(each.paid()));
      penalty.put("waived", format(each.waived()));
      penalty.put("no_longer_owed", format(each.noLongerOwed()));
      penalty.put("unpaid", format(each.unpaid()));
      list.add(penalty);
    }
    return list;
  }

  private Map<String, Object> block(Block block) {
    List<Map<String, Object>> stretches = new ArrayList<>();
    for (Charge each : block.charges()) {
      Map<String, Object> stretch = new LinkedHashMap<>();
      stretch.put("from", Day.format(each.from()));
      stretch.put("to", Day.format(each.to()));
      stretch.put("days", each.days());
      stretch.put("base", format(each.base()));
      stretch.put("annual_rate", Words.rate(each.rate()));
      stretch.put("of_a_year", each.yearShare(facts.rules().dayCount()));
      stretch.put("exact", each.exact().yuan());
      stretch.put("exact_cents", each.exact().cents());
      stretches.add(stretch);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("stretches", stretches);
    map.put("exact", block.exact().yuan());
    map.put("exact_cents", block.exact().cents());
    map.put("rounded", format(block.amount()));
    map.put("running", block.running());
    return map;
  }

  private Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Figure each : explanation.figures()) {
      Map<String, Object> figure = new LinkedHashMap<>();
      figure.put("value", each.value());
      figure.put("because", each.because());
      List<Map<String, Object>> terms = new ArrayList<>();
      for (Figure.Term term : each.terms()) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("of", term.label());
        map.put("amount", format(term.amount()));
        terms.add(map);
      }
      figure.put("terms", terms);
      figures.put(each.key(), figure);
    }
    return figures;
  }

  private List<Map<String, Object>> adverse() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (AdverseNote each : explanation.adverse()) {
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("state", each.state());
      record.put("overdue_from", each.overdueFrom());
      record.put("settled_on", each.settledOn());
      record.put("worst_days_past_due", each.worstDaysPastDue());
      record.put("worst_overdue_total", each.worstOverdueTotal());
      record.put("retain_until", each.retainUntil());
      record.put("because", each.because());
      list.add(record);
    }
    return list;
  }

  private List<Map<String, Object>> holds() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Hold each : facts.holds()) {
      Map<String, Object> hold = new LinkedHashMap<>();
      hold.put("from", Day.format(each.from()));
      hold.put("to", each.to() == Hold.OPEN_END ? "" : Day.format(each.to()));
      list.add(hold);
    }
    return list;
  }
}
