package org.xinbao.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The product rules of {@code products.yaml} (contract section 2), checked completely.
 *
 * <p>No convention is assumed: a missing key is an error that names it. Only the keys that the
 * rulings add are optional: {@code closing-tolerance} ("1.00"), {@code penalty-tolerance} ("0.00"),
 * {@code allocation.source} (COMPUTED), {@code retention.begins} (PAST_DUE), {@code
 * treatment.reassess-after-days} (0), {@code remaining} (NOT_DUE).
 *
 * @param byKey rules by product key, sorted by key whatever the order of the file
 * @param warnings settings that are allowed but outside a rule that the warning names
 */
public record Products(Map<String, ProductConf> byKey, List<String> warnings) {

  /** The file's name in the configuration folder. */
  public static final String FILE = "products.yaml";

  /** The form of a product key. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  public Products {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
    warnings = List.copyOf(warnings);
  }

  /** The rules of a product, if the file has it. */
  public Optional<ProductConf> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * Reads and checks the file; throws {@link ConfException} naming the first key at fault and what
   * to do.
   */
  public static Products read(Path confFolder) {
    ConfNode file = ConfNode.read(confFolder.resolve(FILE));
    ConfNode products = file.node("products");
    file.refuseUnknownKeys();
    if (products.keys().isEmpty()) {
      throw file.error("products", "names no product; add one");
    }
    List<String> warnings = new ArrayList<>();
    Map<String, ProductConf> byKey = new LinkedHashMap<>();
    for (String key : new TreeSet<>(products.keys())) {
      if (!KEY.matcher(key).matches()) {
        throw products.error(
            key, "is not a product key; use 1 to 32 letters, digits, underscores or hyphens");
      }
      byKey.put(key, ProductReader.read(key, products.node(key), warnings));
    }
    return new Products(byKey, warnings);
  }
}
