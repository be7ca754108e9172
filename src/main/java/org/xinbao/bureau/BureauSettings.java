package org.xinbao.bureau;

import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings of the institution that {@code pboc.yaml} does not hold, because they concern every
 * bureau.
 *
 * @param providerCode the data-provider code (数据提供机构区段码): 14 letters and digits
 * @param products the products of {@code products.yaml}
 * @param reportTime the time of day, on the day after the business date, that file names and
 *     headers carry as their creation
 * @param differenceHold the difference to the ledger's own figures, in cents, above which a loan's
 *     records are held; -1 for none (rulings 2)
 * @param autoCorrect whether reported months that today's data show otherwise are corrected without
 *     a decision (rulings 7)
 */
public record BureauSettings(
    String providerCode,
    Set<String> products,
    LocalTime reportTime,
    long differenceHold,
    boolean autoCorrect) {

  private static final Pattern PROVIDER_CODE = Pattern.compile("[A-Za-z0-9]{14}");

  /** Without corrections that no decision asks for. */
  public BureauSettings(
      String providerCode, Set<String> products, LocalTime reportTime, long differenceHold) {
    this(providerCode, products, reportTime, differenceHold, false);
  }

  /** Checks the provider code's form. */
  public BureauSettings {
    if (!PROVIDER_CODE.matcher(providerCode).matches()) {
      throw new IllegalArgumentException("the provider code must be 14 letters and digits");
    }
    products = Set.copyOf(new TreeSet<>(products));
  }

  /** With report time 03:00:00 and no hold for differences. */
  public static BureauSettings of(String providerCode, Set<String> products) {
    return new BureauSettings(providerCode, products, LocalTime.of(3, 0), -1);
  }
}
