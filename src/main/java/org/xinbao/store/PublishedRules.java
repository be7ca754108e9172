package org.xinbao.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules under which each product was published (rulings 8): contracts do not change when a
 * configuration file does.
 */
public final class PublishedRules {

  private final Database database;

  public PublishedRules(Database database) {
    this.database = database;
  }

  /**
   * The rules in force of a product, value by key, as the last published run that recorded them has
   * them; empty when it was never published.
   */
  public SortedMap<String, String> find(String product) {
    SortedMap<String, String> rules = new TreeMap<>();
    database
        .sql()
        .sql(
            """
            SELECT p.rule_key, p.rule_value FROM product_rule p JOIN run r ON r.run_id = p.run_id
            WHERE p.product = ? AND r.publish_no = (
              SELECT MAX(latest.publish_no) FROM product_rule q
              JOIN run latest ON latest.run_id = q.run_id WHERE q.product = ?)
            """)
        .params(product, product)
        .query(
            row -> {
              rules.put(row.getString("rule_key"), row.getString("rule_value"));
            });
    return rules;
  }

  /**
   * Writes all rules of a product that a run is the first to publish, or that it changes; they are
   * in force once it is published.
   *
   * @param reason why they change; empty for the first publication of a product
   */
  public void record(long runId, String product, Map<String, String> rules, String reason) {
    database.inTransaction(
        () -> {
          database
              .sql()
              .sql("DELETE FROM product_rule WHERE run_id = ? AND product = ?")
              .params(runId, product)
              .update();
          return Batches.insert(
              database,
              """
              INSERT INTO product_rule (run_id, product, rule_key, rule_value, reason)
              VALUES (?, ?, ?, ?, ?)
              """,
              new TreeMap<>(rules).entrySet().iterator(),
              (each, number) ->
                  new Object[] {runId, product, each.getKey(), each.getValue(), reason});
        });
  }
}
