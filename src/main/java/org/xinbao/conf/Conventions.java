package org.xinbao.conf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The rules in force, defaults included, as they are shown, hashed and compared.
 *
 * <p>They hold everything of the configuration that can move a byte of the outputs, and nothing
 * else: what differs from host to host (database, key file) or only decides how long files are kept
 * and which exit code is given is left out, so that outputs stay equal across hosts and a published
 * date does not become "other input" when such a setting changes.
 */
public final class Conventions {

  private static final String PRODUCTS = "products.";

  private Conventions() {}

  /** Every rule in force: products by key in the order of the contract, then the settings. */
  public static List<Convention> echo(Products products, Settings settings) {
    List<Convention> echo = new ArrayList<>();
    products
        .byKey()
        .forEach((key, product) -> echo.addAll(prefixed(PRODUCTS + key + ".", product)));
    echo.addAll(ConventionWriter.of(settings));
    return List.copyOf(echo);
  }

  /** The rules of one product, sorted by key, the product's own key not among them. */
  public static List<Convention> rulesOf(ProductConf product) {
    return sorted(ConventionWriter.of(product));
  }

  /**
   * The keys whose value is not the same, one side lacking it included, sorted. With rules kept
   * from an earlier run it says what has changed (rulings 8).
   */
  public static List<String> changedKeys(List<Convention> before, List<Convention> now) {
    Map<String, String> old = byKey(before);
    Map<String, String> present = byKey(now);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(present.keySet());
    keys.removeIf(
        key ->
            old.containsKey(key)
                && present.containsKey(key)
                && old.getOrDefault(key, "").equals(present.get(key)));
    return List.copyOf(keys);
  }

  /** One {@code key=value} line each, sorted by key: the form in which rules are kept. */
  public static String write(List<Convention> conventions) {
    StringBuilder text = new StringBuilder();
    for (Convention each : sorted(conventions)) {
      text.append(escape(each.key())).append('=').append(escape(each.value())).append('\n');
    }
    return text.toString();
  }

  /** Reads what {@link #write} wrote; throws {@link IllegalArgumentException} on anything else. */
  public static List<Convention> parse(String text) {
    return text.lines().map(Conventions::parseLine).toList();
  }

  /**
   * SHA-256 of the effective configuration, in hexadecimal: the rules in force and whatever the
   * caller adds for the bureaux, whatever the order, comments and layout of the files.
   */
  public static String confSha256(List<Convention> conventions) {
    byte[] text = write(conventions).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static List<Convention> prefixed(String prefix, ProductConf product) {
    return ConventionWriter.of(product).stream()
        .map(each -> new Convention(prefix + each.key(), each.value()))
        .toList();
  }

  private static List<Convention> sorted(List<Convention> conventions) {
    return conventions.stream()
        .sorted(Comparator.comparing(Convention::key).thenComparing(Convention::value))
        .toList();
  }

  private static Map<String, String> byKey(List<Convention> conventions) {
    Map<String, String> byKey = new LinkedHashMap<>();
    conventions.forEach(each -> byKey.put(each.key(), each.value()));
    return byKey;
  }

  /** Percent-encodes what would end the key or the line. */
  private static String escape(String text) {
    return text.replace("%", "%25").replace("=", "%3D").replace("\n", "%0A").replace("\r", "%0D");
  }

  private static Convention parseLine(String line) {
    int equals = line.indexOf('=');
    if (equals < 0 || line.indexOf('=', equals + 1) >= 0) {
      throw new IllegalArgumentException("not a line of kept rules");
    }
    return new Convention(
        unescape(line.substring(0, equals)), unescape(line.substring(equals + 1)));
  }

  private static String unescape(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%3D", "=").replace("%25", "%");
  }
}
