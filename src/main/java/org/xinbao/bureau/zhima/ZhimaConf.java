package org.xinbao.bureau.zhima;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Permission;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.ConfNode;

/**
 * The file {@code zhima.yaml}, checked.
 *
 * @param api which interface the request parameters are for
 * @param sceneCode of the newer interface
 * @param fileLimit the largest file in bytes
 * @param ovdDate what {@code gmt_ovd_date} is
 * @param overdueAmt what {@code overdue_amt} adds up
 * @param prepaid when an instalment that is paid before its due date is told as performed
 * @param rectifyDate what {@code biz_date} of flags 2 and 3 is
 * @param products the choices for every product that is named
 * @param otherwise the choices of {@code defaults}
 * @param warnings entries that have no effect, one sentence each
 */
record ZhimaConf(
    Template template,
    Api api,
    String sceneCode,
    long fileLimit,
    OvdDate ovdDate,
    OverdueAmt overdueAmt,
    Prepaid prepaid,
    RectifyDate rectifyDate,
    boolean autoCorrect,
    Permission permission,
    Map<String, Product> products,
    Product otherwise,
    List<String> warnings) {

  static final long FILE_LIMIT = 52_428_800;

  /** The interface a file is uploaded by. */
  enum Api {
    /** {@code zhima.data.batch.feedback}. */
    BATCH_FEEDBACK,
    /** {@code zhima.merchant.closeloop.data.upload}. */
    CLOSELOOP_UPLOAD
  }

  /** When a default begins. */
  enum OvdDate {
    DUE_DATE,
    DAY_AFTER
  }

  /** What is in default. */
  enum OverdueAmt {
    PRINCIPAL_INTEREST,
    WITH_PENALTY
  }

  /** When an early payment counts. */
  enum Prepaid {
    WHEN_PAID,
    WHEN_DUE
  }

  /** The day that a rectification carries. */
  enum RectifyDate {
    ORIGINAL,
    CURRENT
  }

  /** What a product's records carry. */
  record Product(String linkedMerchantId, String sceneType, String sceneDesc) {}

  ZhimaConf {
    products = Map.copyOf(products);
    warnings = List.copyOf(warnings);
  }

  /** Reads the file; throws {@link ConfException} at the first key that cannot be used. */
  static ZhimaConf of(ConfNode root, BureauSettings settings) {
    requireContract(root);
    List<String> warnings = new ArrayList<>();
    ConfNode defaults = root.node("defaults");
    Product otherwise = product(defaults, defaults);
    ZhimaConf conf =
        new ZhimaConf(
            root.choice("template", Template.class, Template.V2),
            root.choice("interface", Api.class, Api.BATCH_FEEDBACK),
            root.text("scene-code", "8"),
            root.integer("file-limit-bytes", 10_000, (int) FILE_LIMIT, (int) FILE_LIMIT),
            root.choice("gmt-ovd-date", OvdDate.class, OvdDate.DUE_DATE),
            root.choice("overdue-amt", OverdueAmt.class, OverdueAmt.PRINCIPAL_INTEREST),
            root.choice("prepaid", Prepaid.class, Prepaid.WHEN_PAID),
            root.choice("rectify-biz-date", RectifyDate.class, RectifyDate.ORIGINAL),
            settings.autoCorrect(),
            Permission.read(root, Permission.Dispute.HOLD, settings, Zhima.NAME),
            products(root, defaults, settings, warnings),
            otherwise,
            warnings);
    root.refuseUnknownKeys();
    return conf;
  }

  /** Nobody reports to a bureau without licence by accident: the owner says since when he may. */
  private static void requireContract(ConfNode root) {
    try {
      Day.parse(root.text("contract-confirmed-on"));
    } catch (DateTimeParseException e) {
      throw root.error(
          "contract-confirmed-on",
          "must be the date (yyyy-MM-dd) on which the institution confirmed that a current contract"
              + " and the law allow reporting to Zhima Credit");
    }
  }

  private static Map<String, Product> products(
      ConfNode root, ConfNode defaults, BureauSettings settings, List<String> warnings) {
    Map<String, Product> products = new TreeMap<>();
    Optional<ConfNode> named = root.findNode("products");
    if (named.isPresent()) {
      for (String key : new LinkedHashSet<>(named.get().keys())) {
        if (settings.products().contains(key)) {
          products.put(key, product(named.get().node(key), defaults));
        } else {
          warnings.add(
              "zhima.yaml: products." + key + " is ignored, products.yaml has no such product.");
        }
      }
    }
    return products;
  }

  private static Product product(ConfNode node, ConfNode defaults) {
    Product product =
        new Product(
            text(node, defaults, "linked-merchant-id"),
            text(node, defaults, "scene-type"),
            text(node, defaults, "scene-desc"));
    node.refuseUnknownKeys();
    return product;
  }

  private static String text(ConfNode node, ConfNode defaults, String key) {
    String text = node.has(key) ? node.text(key) : defaults.text(key);
    if (text.isEmpty() || text.length() > 64 || text.chars().anyMatch(each -> each < ' ')) {
      throw node.error(key, "must be a text of 1 to 64 characters");
    }
    return text;
  }

  /** The choices for a product. */
  Product product(String key) {
    return products.getOrDefault(key, otherwise);
  }
}
