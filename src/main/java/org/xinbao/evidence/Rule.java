package org.xinbao.evidence;

import java.util.List;
import java.util.Map;
import org.xinbao.conf.Conventions;
import org.xinbao.conf.ProductConf;

/**
 * A rule in force for a product.
 *
 * @param key path below the product's key, for example {@code penalty.base}
 * @param source the law, regulation or contract that it rests on
 */
record Rule(String key, String setting, String source) {

  private static final String CONTRACT = "product contract";
  private static final String INSTITUTION = "the institution's own setting";
  private static final String PENALTY =
      "product contract; 银发〔2003〕251号: overdue loans bear the contract rate + 30 % to + 50 %";
  private static final String FIVE_CLASS = "商业银行金融资产风险分类办法 (2023); cards: 商业银行信用卡业务监督管理办法 art. 92";

  /** By key, or by the key's first word. */
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("day-count", "product contract; 银发〔2005〕129号 for years of 360 days"),
          Map.entry("dpd-clock", CONTRACT),
          Map.entry("grace", CONTRACT),
          Map.entry("penalty", CONTRACT),
          Map.entry("penalty.rate-multiplier", PENALTY),
          Map.entry("penalty.annual-rate", PENALTY),
          Map.entry(
              "penalty.base",
              "银发〔2003〕251号: from the day of becoming overdue until principal and interest are"
                  + " cleared, unpaid interest bears compound interest 复利 at the penalty rate;"
                  + " product contract"),
          Map.entry(
              "allocation.order",
              "product contract; unless agreed otherwise 民法典 art. 561: costs, interest, principal"),
          Map.entry(
              "allocation.sequence",
              "product contract; 民法典 art. 560: as agreed, else due before not due, earliest first"),
          Map.entry("allocation.principal-first-after-days", CONTRACT),
          Map.entry("allocation.source", INSTITUTION),
          Map.entry("returned-payment", CONTRACT),
          Map.entry("overdue-tolerance", INSTITUTION),
          Map.entry("closing-tolerance", INSTITUTION),
          Map.entry("penalty-tolerance", INSTITUTION),
          Map.entry("buckets", INSTITUTION),
          Map.entry("five-class", FIVE_CLASS),
          Map.entry("remaining", INSTITUTION),
          Map.entry(
              "retention.years",
              "征信业管理条例 art. 16: 5 years from the end of the bad behaviour; counted by 民法典 arts."
                  + " 201 (the start day is not counted), 202 (the corresponding day, else the last"
                  + " of its month)"),
          Map.entry("retention.clock-starts", "征信业管理条例 art. 16: 自不良行为或者事件终止之日起"),
          Map.entry("retention.begins", "征信业管理条例 arts. 16, 44 (3)"),
          Map.entry("treatment", INSTITUTION),
          Map.entry(
              "cost-cap-annual", "the institution's own limit; it warns and changes no figure"));

  /** The rules of a product, sorted by key. */
  static List<Rule> of(ProductConf product) {
    return Conventions.rulesOf(product).stream()
        .map(each -> new Rule(each.key(), each.value(), source(each.key())))
        .toList();
  }

  private static String source(String key) {
    String exact = SOURCES.get(key);
    String general = SOURCES.get(key.split("\\.", 2)[0]);
    if (exact == null && general == null) {
      throw new IllegalStateException("the rule " + key + " has no source");
    }
    return exact != null ? exact : String.valueOf(general);
  }
}
