package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.conf.Convention;
import org.xinbao.conf.Conventions;
import org.xinbao.conf.ProductConf;

/**
 * Contracts do not change when a configuration file does: a published product keeps its rules
 * (rulings 8).
 */
final class RuleChanges {

  private RuleChanges() {}

  /** Throws {@link JobStopped} naming the keys that are not as they were published. */
  static void refuse(NightlyConf conf, Stores stores) {
    List<String> changed = new ArrayList<>();
    conf.products()
        .byKey()
        .forEach(
            (product, rules) -> {
              List<Convention> before = published(stores, product);
              if (!before.isEmpty()) {
                Conventions.changedKeys(before, Conventions.rulesOf(rules))
                    .forEach(key -> changed.add("products." + product + "." + key));
              }
            });
    if (!changed.isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE,
          "Rules of a product that has been published may not change: "
              + String.join(", ", changed)
              + "; restore them, and give a new convention a new product key.");
    }
  }

  /** Keeps the rules of products that are published for the first time. */
  static void record(NightRun night) {
    for (Map.Entry<String, ProductConf> each : night.products().byKey().entrySet()) {
      if (published(night.stores(), each.getKey()).isEmpty()) {
        SortedMap<String, String> rules = new TreeMap<>();
        Conventions.rulesOf(each.getValue())
            .forEach(convention -> rules.put(convention.key(), convention.value()));
        night.stores().rules().record(night.run().id(), each.getKey(), rules, "");
      }
    }
  }

  private static List<Convention> published(Stores stores, String product) {
    return stores.rules().find(product).entrySet().stream()
        .map(each -> new Convention(each.getKey(), each.getValue()))
        .toList();
  }
}
