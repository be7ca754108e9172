package org.xinbao.bureau.baihang;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Permission;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.ConfNode;

/**
 * The file {@code baihang.yaml}, checked.
 *
 * @param company the full company name, as it stands in file names
 * @param uploadTs what {@code uploadTs} is
 * @param deletion whether operation D may be sent
 * @param remaining what {@code remainingAmount} adds up
 * @param target what {@code targetRepayment} adds up
 * @param overdue what {@code overdueAmount} adds up
 * @param overdueDays from when the days of {@code overdueStatus} count
 * @param creditUsage what {@code creditUsage} is
 * @param trackDays days between two reports after the last due date while unpaid; 0 for none
 * @param fileRecords the largest number of records in a file
 * @param answersFiles whether every file is answered
 * @param codes of the revolving account
 * @param reportTime the time at which records are made, the day after the business date
 * @param products the choices for every product that is named
 * @param otherwise the choices of {@code defaults}
 * @param warnings entries that have no effect, one sentence each
 */
record BaihangConf(
    String company,
    UploadTs uploadTs,
    Deletion deletion,
    Remaining remaining,
    Penalty target,
    Penalty overdue,
    OverdueDays overdueDays,
    CreditUsage creditUsage,
    int trackDays,
    int fileRecords,
    boolean answersFiles,
    AccountCodes codes,
    LocalTime reportTime,
    boolean autoCorrect,
    Permission permission,
    Map<String, Product> products,
    Product otherwise,
    List<String> warnings) {

  /** What {@code uploadTs} is. */
  enum UploadTs {
    /** The time of the business event. */
    EVENT,
    /** The time at which the record was made. */
    MADE
  }

  /** Whether the bureau takes operation D. */
  enum Deletion {
    SEND,
    HOLD
  }

  /** What is still to be paid. */
  enum Remaining {
    PRINCIPAL,
    ALL
  }

  /** Whether penalty interest counts. */
  enum Penalty {
    WITH_PENALTY,
    WITHOUT_PENALTY
  }

  /** From when days overdue count. */
  enum OverdueDays {
    /** {@code days_past_due} of the assessment. */
    PAST_DUE,
    /** From the earliest unpaid due date to the day after the business date. */
    RUN_DAY
  }

  /** What a receipt's {@code creditUsage} is. */
  enum CreditUsage {
    BALANCE,
    DRAWN
  }

  /** How a product is reported. */
  enum Family {
    /** D2, D3, D4. */
    INSTALMENT,
    /** X2, CL1, CL2. */
    REVOLVING
  }

  /** How due dates are told. */
  enum RepayDates {
    /** One by one ({@code targetRepayDateType} 2). */
    LIST,
    /** By the days of a term ({@code targetRepayDateType} 1). */
    CYCLE
  }

  /** Codes of X2 that the reference does not list. */
  record AccountCodes(int actionOpen, int actionChange, int active, int expired, int cancelled) {}

  /**
   * What a product's records carry.
   *
   * @param guaranteeType where {@code loans.guarantee_mode} is empty
   * @param loanPurpose where {@code loans.purpose} is empty
   * @param accountGuaranteeType of the limit
   * @param gracePeriod days
   * @param termPeriod days of a term, for {@link RepayDates#CYCLE}
   */
  record Product(
      Family family,
      int guaranteeType,
      int loanPurpose,
      int accountGuaranteeType,
      int gracePeriod,
      RepayDates repayDates,
      int termPeriod) {}

  private static final int DAYS_MAX = 366;
  private static final int RECORDS_MAX = 1_000_000;
  private static final int RECORDS = 100_000;
  private static final int CODE_MAX = 99;
  private static final int COMPANY_MAX = 60;

  BaihangConf {
    products = Map.copyOf(products);
    warnings = List.copyOf(warnings);
  }

  /** Reads the file; throws {@link ConfException} at the first key that cannot be used. */
  static BaihangConf of(ConfNode root, BureauSettings settings) {
    List<String> warnings = new ArrayList<>();
    ConfNode defaults = root.node("defaults");
    Product otherwise = product(defaults, defaults);
    BaihangConf conf =
        new BaihangConf(
            company(root),
            root.choice("upload-ts", UploadTs.class, UploadTs.MADE),
            root.choice("deletion", Deletion.class, Deletion.SEND),
            root.choice("remaining-amount", Remaining.class, Remaining.PRINCIPAL),
            root.choice("target-repayment", Penalty.class, Penalty.WITH_PENALTY),
            root.choice("overdue-amount", Penalty.class, Penalty.WITH_PENALTY),
            root.choice("overdue-days", OverdueDays.class, OverdueDays.PAST_DUE),
            root.choice("credit-usage", CreditUsage.class, CreditUsage.BALANCE),
            root.integer("track-days", 0, DAYS_MAX, 31),
            root.integer("file-records", 1, RECORDS_MAX, RECORDS),
            root.flag("answers-files", false),
            codes(root),
            settings.reportTime(),
            settings.autoCorrect(),
            Permission.read(root, Permission.Dispute.MARK, settings, Baihang.NAME),
            products(root, defaults, settings, warnings),
            otherwise,
            warnings);
    root.refuseUnknownKeys();
    return conf;
  }

  private static String company(ConfNode root) {
    String name = root.text("company-name");
    if (name.isBlank() || name.length() > COMPANY_MAX || name.matches(".*[\\p{Cntrl}/\\\\_\"].*")) {
      throw root.error(
          "company-name",
          "must be the full company name: 1 to 60 characters without _, quotes and slashes");
    }
    if (!isFileName(name)) {
      throw root.error(
          "company-name",
          "cannot be the name of a file under this job's character set; set LC_ALL=C.UTF-8");
    }
    return name;
  }

  private static boolean isFileName(String name) {
    try {
      return Path.of(name).getNameCount() == 1;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static AccountCodes codes(ConfNode root) {
    ConfNode node = root.node("account-codes");
    AccountCodes codes =
        new AccountCodes(
            node.integer("action-open", 0, CODE_MAX, 1),
            node.integer("action-change", 0, CODE_MAX, 2),
            node.integer("status-active", 0, CODE_MAX, 1),
            node.integer("status-expired", 0, CODE_MAX, 2),
            node.integer("status-cancelled", 0, CODE_MAX, 3));
    node.refuseUnknownKeys();
    return codes;
  }

  private static Map<String, Product> products(
      ConfNode root, ConfNode defaults, BureauSettings settings, List<String> warnings) {
    Map<String, Product> products = new TreeMap<>();
    Optional<ConfNode> named = root.findNode("products");
    if (named.isPresent()) {
      for (String key : new LinkedHashSet<>(named.get().keys())) {
        Product product = product(named.get().node(key), defaults);
        if (settings.products().contains(key)) {
          products.put(key, product);
        } else {
          warnings.add(
              "baihang.yaml: products." + key + " is ignored, products.yaml has no such product.");
        }
      }
    }
    return products;
  }

  private static Product product(ConfNode node, ConfNode defaults) {
    Product product =
        new Product(
            where(node, defaults, "family").choice("family", Family.class, Family.INSTALMENT),
            where(node, defaults, "guarantee-type").integer("guarantee-type", 1, 6, 1),
            purpose(where(node, defaults, "loan-purpose")),
            where(node, defaults, "account-guarantee-type")
                .integer("account-guarantee-type", 1, 4, 1),
            where(node, defaults, "grace-period").integer("grace-period", 0, DAYS_MAX, 0),
            where(node, defaults, "repay-dates")
                .choice("repay-dates", RepayDates.class, RepayDates.LIST),
            where(node, defaults, "term-period").integer("term-period", 1, DAYS_MAX, 30));
    node.refuseUnknownKeys();
    return product;
  }

  private static ConfNode where(ConfNode node, ConfNode defaults, String key) {
    return node.has(key) ? node : defaults;
  }

  private static int purpose(ConfNode node) {
    int purpose = node.integer("loan-purpose", 1, CODE_MAX, CODE_MAX);
    if (purpose > 13 && purpose != CODE_MAX) {
      throw node.error("loan-purpose", "must be 1 to 13 or 99");
    }
    return purpose;
  }

  /** The choices for a product. */
  Product product(String key) {
    return products.getOrDefault(key, otherwise);
  }
}
