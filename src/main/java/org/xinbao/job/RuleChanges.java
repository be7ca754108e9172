package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xinbao.conf.Conventions;
import org.xinbao.conf.ProductConf;

/**
 * Contracts do not change when a configuration file does: a published product keeps its rules
 * (rulings 8).
 */
final class RuleChanges {

  private RuleChanges() {}

  /**
   * The changed rules that a person has accepted, by key.
   *
   * @throws JobStopped naming the keys that are not as they were published and not accepted, or
   *     what was accepted but has not changed
   */
  static List<RuleChange> check(NightlyConf conf, Stores stores, Allowed allowed) {
    List<RuleChange> changes = new ArrayList<>();
    conf.products()
        .byKey()
        .forEach((product, rules) -> changes.addAll(changes(stores, product, rules)));
    List<String> refused =
        changes.stream().map(RuleChange::key).filter(each -> !allowed.acceptsRule(each)).toList();
    if (!refused.isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE,
          "Rules of a product that has been published may not change: "
              + String.join(", ", refused)
              + "; restore them, and give a new convention a new product key; a mistake in them is"
              + " put right with --accept-rules KEY --reason TEXT.");
    }
    for (String each : allowed.rules()) {
      if (changes.stream().noneMatch(change -> covers(each, change))) {
        throw new JobStopped(
            ExitCode.USAGE,
            "--accept-rules names "
                + each
                + ", which has not changed since its product was published: name a changed key.");
      }
    }
    return changes;
  }

  private static boolean covers(String accepted, RuleChange change) {
    return change.key().equals(accepted) || change.key().startsWith(accepted + ".");
  }

  private static List<RuleChange> changes(Stores stores, String product, ProductConf conf) {
    Map<String, String> before = stores.rules().find(product);
    if (before.isEmpty()) {
      return List.of();
    }
    Map<String, String> now = rules(conf);
    SortedSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    return keys.stream()
        .map(
            key ->
                new RuleChange(
                    path(product, key), before.getOrDefault(key, ""), now.getOrDefault(key, "")))
        .filter(each -> !each.before().equals(each.now()))
        .toList();
  }

  /** Keeps the rules of products that are published for the first time or with accepted changes. */
  static void record(NightRun night) {
    for (Map.Entry<String, ProductConf> each : night.products().byKey().entrySet()) {
      boolean changed = night.ruleChanges().stream().anyMatch(one -> one.isOf(each.getKey()));
      if (changed || night.stores().rules().find(each.getKey()).isEmpty()) {
        String reason = changed ? night.arguments().allowed().reason() : "";
        night
            .stores()
            .rules()
            .record(night.run().id(), each.getKey(), rules(each.getValue()), reason);
      }
    }
  }

  /** A rule's full path. */
  static String path(String product, String key) {
    return "products." + product + "." + key;
  }

  private static SortedMap<String, String> rules(ProductConf conf) {
    SortedMap<String, String> rules = new TreeMap<>();
    Conventions.rulesOf(conf).forEach(each -> rules.put(each.key(), each.value()));
    return rules;
  }
}
