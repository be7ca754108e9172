package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Permission;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.ConfNode;

/**
 * The file {@code pboc.yaml}, checked: the institution's settings for this bureau and its choices
 * per product.
 *
 * @param permission what must be given before anything is told
 * @param borrowers the choices for basic information
 * @param organisations the organisation codes that MngmtOrgCode may have; empty for any
 * @param products the choices for every product of {@code products.yaml}
 * @param otherwise the choices of {@code defaults}
 * @param warnings entries that have no effect, one sentence each
 */
record PbocConf(
    Permission permission,
    boolean borrowersKnown,
    Transfer transfer,
    BorrowerConf borrowers,
    Set<String> organisations,
    Map<String, PbocProduct> products,
    PbocProduct otherwise,
    List<String> warnings) {

  /** How a transferred loan leaves the bureau. */
  enum Transfer {
    CLOSE_G,
    EVENT_21
  }

  /** Reads the file; throws {@link ConfException} at the first key that cannot be used. */
  static PbocConf of(ConfNode root, BureauSettings settings) {
    ConfNode defaults = root.node("defaults");
    List<String> warnings = new ArrayList<>();
    PbocProduct otherwise = ProductReader.read(defaults, defaults, settings, warnings);
    PbocConf conf =
        new PbocConf(
            Permission.read(root, Permission.Dispute.MARK, settings, Pboc.NAME),
            root.flag("borrowers-known-to-bureau", false),
            root.choice("transfer", Transfer.class, Transfer.CLOSE_G),
            BorrowerConf.read(root),
            organisations(root, settings),
            products(root, defaults, settings, otherwise, warnings),
            otherwise,
            warnings);
    root.refuseUnknownKeys();
    return conf;
  }

  PbocConf {
    organisations = Set.copyOf(organisations);
    products = Map.copyOf(products);
    warnings = List.copyOf(warnings);
  }

  private static Set<String> organisations(ConfNode root, BureauSettings settings) {
    Set<String> codes = new LinkedHashSet<>();
    if (root.has("organisations")) {
      codes.add(settings.providerCode());
      for (String each : root.texts("organisations")) {
        if (!Text.isLettersAndDigits(each) || each.length() != 14) {
          throw root.error("organisations", "must be codes of 14 letters and digits");
        }
        codes.add(each);
      }
    }
    return codes;
  }

  private static Map<String, PbocProduct> products(
      ConfNode root,
      ConfNode defaults,
      BureauSettings settings,
      PbocProduct otherwise,
      List<String> warnings) {
    Map<String, PbocProduct> products = new TreeMap<>();
    Optional<ConfNode> named = root.findNode("products");
    Set<String> keys =
        named.isPresent() ? new LinkedHashSet<>(named.get().keys()) : Set.<String>of();
    for (String key : keys) {
      ConfNode node = named.orElseThrow().node(key);
      if (settings.products().contains(key)) {
        products.put(key, ProductReader.read(node, defaults, settings, warnings));
      } else {
        warnings.add(
            "pboc.yaml: products." + key + " is ignored, products.yaml has no such product.");
      }
    }
    for (String key : new TreeSet<>(settings.products())) {
      products.putIfAbsent(key, otherwise);
    }
    return products;
  }

  /** The choices for a product. */
  PbocProduct product(String key) {
    return products.getOrDefault(key, otherwise);
  }
}
