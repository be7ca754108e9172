package org.xinbao.conf;

import java.util.HashSet;
import java.util.List;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.arrears.ProductRules.Allocation;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.ProductRules.DayCount;
import org.xinbao.arrears.ProductRules.DpdClock;
import org.xinbao.arrears.ProductRules.FiveClass;
import org.xinbao.arrears.ProductRules.Grace;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.Penalty;
import org.xinbao.arrears.ProductRules.PenaltyBase;
import org.xinbao.arrears.ProductRules.Remaining;
import org.xinbao.arrears.ProductRules.ReturnedPayment;
import org.xinbao.arrears.ProductRules.RoundingMode;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.arrears.ProductRules.Sequence;
import org.xinbao.arrears.ProductRules.Source;
import org.xinbao.retention.RetentionRule;
import org.xinbao.retention.RetentionRule.ClockStart;
import org.xinbao.treatment.TreatmentRules;

/** Reads one product of {@code products.yaml}. */
final class ProductReader {

  /** More days than any loan is past due in 27 years; a typing error beyond it. */
  static final int DAYS_MAX = 9_999;

  /** Longer than two months is no grace but another due date. */
  static final int GRACE_DAYS_MAX = 60;

  /** Five years of cure; the longest asked for is 12 months. */
  static final int CURE_MONTHS_MAX = 60;

  /** Longer than any rule on credit records asks. */
  static final int RETENTION_YEARS_MAX = 30;

  /** A tolerance forgives small change, not instalments: 1,000.00. */
  static final long TOLERANCE_MAX = 1_000_00;

  /** The claim from which legal review is due may be large: 1,000,000,000.00. */
  static final long LEGAL_TOTAL_MAX = 1_000_000_000_00L;

  /** The number of bucket edges, M1 to M6. */
  private static final int EDGES = 6;

  private static final long E10 = 10_000_000_000L;

  /** Tolerance of a loan exported as closed, unless the product says otherwise: 1.00. */
  private static final long CLOSING_TOLERANCE = 1_00;

  private final ConfNode conf;
  private final List<String> warnings;

  private ProductReader(ConfNode conf, List<String> warnings) {
    this.conf = conf;
    this.warnings = warnings;
  }

  static ProductConf read(String key, ConfNode conf, List<String> warnings) {
    ProductReader reader = new ProductReader(conf, warnings);
    RetentionRule retention = reader.retention();
    ProductRules rules = reader.rules(key);
    ProductConf product = new ProductConf(rules, retention, reader.treatment());
    conf.refuseUnknownKeys();
    return product;
  }

  private ProductRules rules(String key) {
    return new ProductRules(
        key,
        conf.choice("day-count", DayCount.class),
        conf.choice("dpd-clock", DpdClock.class),
        grace(),
        penalty(),
        allocation(),
        conf.choice("returned-payment", ReturnedPayment.class),
        conf.centsUpTo("overdue-tolerance", TOLERANCE_MAX),
        conf.centsUpTo("closing-tolerance", TOLERANCE_MAX, CLOSING_TOLERANCE),
        conf.centsUpTo("penalty-tolerance", TOLERANCE_MAX, 0),
        buckets(),
        fiveClass(),
        adverseBegins(),
        conf.choice("remaining", Remaining.class, Remaining.NOT_DUE),
        conf.fractionE10("cost-cap-annual", "0", "10"));
  }

  private Grace grace() {
    ConfNode node = conf.node("grace");
    Grace grace =
        new Grace(
            node.integer("days", 0, GRACE_DAYS_MAX), node.choice("meaning", GraceMeaning.class));
    node.refuseUnknownKeys();
    return grace;
  }

  private Penalty penalty() {
    ConfNode node = conf.node("penalty");
    boolean multiplied = node.has("rate-multiplier");
    if (multiplied == node.has("annual-rate")) {
      throw conf.error(
          "penalty",
          multiplied
              ? "gives both rate-multiplier and annual-rate; keep one of them"
              : "gives neither rate-multiplier nor annual-rate; state one of them");
    }
    long multiplier = multiplied ? node.fractionE10("rate-multiplier", "0", "10") : -1;
    if (multiplied && (multiplier < 13 * E10 / 10 || multiplier > 15 * E10 / 10)) {
      warnings.add(
          node.warning(
              "rate-multiplier",
              "is outside 1.3 to 1.5, the band for overdue loans of 银发〔2003〕251号"));
    }
    ConfNode rounding = node.node("rounding");
    Penalty penalty =
        new Penalty(
            multiplier,
            multiplied ? -1 : node.fractionE10("annual-rate", "0", "1"),
            node.choice("base", PenaltyBase.class),
            rounding.choice("when", RoundingMoment.class),
            rounding.choice("mode", RoundingMode.class));
    rounding.refuseUnknownKeys();
    node.refuseUnknownKeys();
    return penalty;
  }

  private Allocation allocation() {
    ConfNode node = conf.node("allocation");
    List<Component> order = node.choices("order", Component.class);
    int components = Component.values().length;
    if (order.size() != components || new HashSet<>(order).size() != components) {
      throw node.error("order", "must name FEE, PENALTY, INTEREST and PRINCIPAL, each once");
    }
    Allocation allocation =
        new Allocation(
            order,
            node.choice("sequence", Sequence.class),
            node.integerOrNone("principal-first-after-days", 0, DAYS_MAX, -1),
            node.choice("source", Source.class, Source.COMPUTED));
    node.refuseUnknownKeys();
    return allocation;
  }

  private List<Integer> buckets() {
    List<Integer> edges = conf.integers("buckets", 1, DAYS_MAX);
    if (edges.size() != EDGES) {
      throw conf.error("buckets", "must have exactly six edges, the upper ones of M1 to M6");
    }
    for (int i = 1; i < EDGES; i++) {
      if (edges.get(i) <= edges.get(i - 1)) {
        throw conf.error("buckets", "must rise from each edge to the next");
      }
    }
    return edges;
  }

  private FiveClass fiveClass() {
    ConfNode node = conf.node("five-class");
    FiveClass classes =
        new FiveClass(
            node.integer("attention", 1, DAYS_MAX),
            node.integer("substandard", 1, DAYS_MAX),
            node.integer("doubtful", 1, DAYS_MAX),
            node.integer("loss", 1, DAYS_MAX),
            node.integer("cure-months", 0, CURE_MONTHS_MAX));
    node.refuseUnknownKeys();
    requireAbove(node, "substandard", classes.substandard(), "attention", classes.attention());
    requireAbove(node, "doubtful", classes.doubtful(), "substandard", classes.substandard());
    requireAbove(node, "loss", classes.loss(), "doubtful", classes.doubtful());
    return classes;
  }

  private static void requireAbove(ConfNode node, String key, int value, String below, int least) {
    if (value <= least) {
      throw node.error(key, "must be above " + below + " (" + least + ")");
    }
  }

  private AdverseBegins adverseBegins() {
    return conf.node("retention").choice("begins", AdverseBegins.class, AdverseBegins.PAST_DUE);
  }

  private RetentionRule retention() {
    ConfNode node = conf.node("retention");
    RetentionRule rule =
        new RetentionRule(
            node.integer("years", 1, RETENTION_YEARS_MAX),
            node.choice("clock-starts", ClockStart.class));
    node.has("begins");
    node.refuseUnknownKeys();
    if (rule.years() != 5) {
      warnings.add(
          node.warning("years", "is not 5, the years that 征信业管理条例 art. 16 gives a credit bureau"));
    }
    return rule;
  }

  private TreatmentRules treatment() {
    ConfNode node = conf.node("treatment");
    ConfNode legal = node.node("legal-review");
    int remind = fromDays(node, "remind", 1, "");
    int call = fromDays(node, "call", remind, "remind");
    int restrict = fromDays(node, "restrict", call, "call");
    int review = legal.integer("from-days", 1, DAYS_MAX);
    if (review < restrict) {
      throw legal.error("from-days", "must not be below that of restrict (" + restrict + ")");
    }
    TreatmentRules rules =
        new TreatmentRules(
            remind,
            call,
            restrict,
            review,
            legal.centsUpTo("from-overdue-total", LEGAL_TOTAL_MAX),
            node.integer("reassess-after-days", 0, DAYS_MAX, 0));
    legal.refuseUnknownKeys();
    node.refuseUnknownKeys();
    return rules;
  }

  private static int fromDays(ConfNode treatment, String step, int least, String before) {
    ConfNode node = treatment.node(step);
    int days = node.integer("from-days", 1, DAYS_MAX);
    if (days < least) {
      throw node.error("from-days", "must not be below that of " + before + " (" + least + ")");
    }
    node.refuseUnknownKeys();
    return days;
  }
}
