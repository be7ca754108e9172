package org.xinbao.bureau.metro2;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Permission;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.ConfNode;

/**
 * The file {@code metro2.yaml}, checked.
 *
 * @param identificationNumber the bureaux' id of the furnisher
 * @param currency that of the loans that are reported
 * @param lineEnd after each record
 * @param employment whether the employer is reported (N1)
 * @param products the choices for every product that is named
 * @param otherwise the choices of {@code defaults}
 * @param warnings entries that have no effect, one sentence each
 */
record Metro2Conf(
    String identificationNumber,
    Header header,
    String currency,
    LineEnd lineEnd,
    boolean employment,
    boolean autoCorrect,
    Permission permission,
    Map<String, Product> products,
    Product otherwise,
    List<String> warnings) {

  /** What ends a record. */
  enum LineEnd {
    LF("\n"),
    CRLF("\r\n");

    private final String text;

    LineEnd(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** Who reports; a program id that a bureau has not given is empty. */
  record Header(
      String innovisId,
      String equifaxId,
      String experianId,
      String transUnionId,
      String name,
      String address,
      String telephone) {}

  /**
   * What a product's accounts are.
   *
   * @param frequency terms frequency; empty when it is not told
   * @param interestType F, V or empty
   * @param balloon whether the last instalment is a balloon payment (K4)
   * @param purchaser who buys claims of the product (K2); empty when unknown
   * @param soldComment special comment of a claim that was sold
   * @param originalCreditor whose claims these were first (K1); empty when they are our own
   * @param creditorClass the code of that creditor's business
   * @param purchasedFrom from whom the claims were bought (K2); empty when they are our own
   */
  record Product(
      Portfolio portfolio,
      String accountType,
      String frequency,
      String interestType,
      boolean balloon,
      String purchaser,
      String soldComment,
      String originalCreditor,
      int creditorClass,
      String purchasedFrom) {}

  Metro2Conf {
    products = Map.copyOf(products);
    warnings = List.copyOf(warnings);
  }

  /** Reads the file; throws {@link ConfException} at the first key that cannot be used. */
  static Metro2Conf of(ConfNode root, BureauSettings settings) {
    List<String> warnings = new ArrayList<>();
    ConfNode defaults = root.node("defaults");
    Product otherwise = product(defaults, defaults);
    Metro2Conf conf =
        new Metro2Conf(
            identification(root),
            header(root.node("header")),
            ascii(root, "currency", 3),
            root.choice("line-end", LineEnd.class, LineEnd.LF),
            root.flag("employment", false),
            settings.autoCorrect(),
            Permission.read(root, Permission.Dispute.MARK, settings, Metro2.NAME),
            products(root, defaults, settings, warnings),
            otherwise,
            warnings);
    root.refuseUnknownKeys();
    return conf;
  }

  private static String identification(ConfNode root) {
    String number = ascii(root, "identification-number", 20);
    if (!number.matches("[A-Z0-9]{5,20}") || number.matches("0+|9+")) {
      throw root.error(
          "identification-number",
          "must be 5 to 20 capital letters and digits, not all zeros or nines");
    }
    return number;
  }

  private static Header header(ConfNode node) {
    Header header =
        new Header(
            optional(node, "innovis-id", 10),
            optional(node, "equifax-id", 10),
            optional(node, "experian-id", 5),
            optional(node, "transunion-id", 10),
            ascii(node, "reporter-name", 40),
            ascii(node, "reporter-address", 96),
            node.text("reporter-telephone", ""));
    String ids = header.innovisId + header.equifaxId + header.experianId + header.transUnionId;
    if (ids.isEmpty()) {
      throw node.error(
          "equifax-id", "or another bureau's id must be given; the bureaux assign them");
    }
    if (!header.telephone.matches("|[0-9]{10}")) {
      throw node.error("reporter-telephone", "must be 10 digits");
    }
    node.refuseUnknownKeys();
    return header;
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
              "metro2.yaml: products." + key + " is ignored, products.yaml has no such product.");
        }
      }
    }
    return products;
  }

  private static Product product(ConfNode own, ConfNode defaults) {
    ConfNode portfolioFrom = own.has("portfolio") ? own : defaults;
    Product product =
        new Product(
            portfolioFrom.choice("portfolio", Portfolio.class),
            code(own, defaults, "account-type", Codes.ACCOUNT_TYPES, false),
            code(own, defaults, "terms-frequency", Codes.FREQUENCIES, true),
            code(own, defaults, "interest-type", Codes.INTEREST_TYPES, true),
            own.flag("balloon", defaults.flag("balloon", false)),
            optional(from(own, defaults, "purchaser"), "purchaser", 30),
            code(own, defaults, "sold-comment", Codes.SPECIAL_COMMENTS, true),
            optional(from(own, defaults, "original-creditor"), "original-creditor", 30),
            from(own, defaults, "creditor-classification")
                .integer("creditor-classification", 1, 15, 12),
            optional(from(own, defaults, "purchased-from"), "purchased-from", 30));
    if (product.portfolio == Portfolio.LINE_OF_CREDIT
        && !Codes.LINES_OF_CREDIT.contains(product.accountType)) {
      throw own.error("account-type", "must be one of a line of credit: 15 43 47 89 7A 9B");
    }
    own.refuseUnknownKeys();
    return product;
  }

  private static ConfNode from(ConfNode own, ConfNode defaults, String key) {
    return own.has(key) ? own : defaults;
  }

  private static String code(
      ConfNode own, ConfNode defaults, String key, Set<String> codes, boolean mayBeEmpty) {
    ConfNode node = from(own, defaults, key);
    String code = mayBeEmpty ? node.text(key, "") : node.text(key);
    if (!codes.contains(code) && !(mayBeEmpty && code.isEmpty())) {
      throw node.error(key, "is not a code of the format; see the list in the documentation");
    }
    return code;
  }

  private static String optional(ConfNode node, String key, int length) {
    return node.text(key, "").isEmpty() ? "" : ascii(node, key, length);
  }

  private static String ascii(ConfNode node, String key, int length) {
    String text = node.text(key);
    boolean printable = text.chars().allMatch(each -> each >= ' ' && each <= '~');
    if (text.isEmpty() || text.length() > length || !printable) {
      throw node.error(key, "must be 1 to " + length + " printable ASCII characters");
    }
    return text;
  }

  /** The choices for a product. */
  Product product(String key) {
    return products.getOrDefault(key, otherwise);
  }
}
