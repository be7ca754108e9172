package org.xinbao.bureau.pboc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.conf.ConfNode;

/** Reads one product's section of {@code pboc.yaml}; a key that it lacks is taken from defaults. */
final class ProductReader {

  private final ConfNode node;
  private final ConfNode defaults;

  private ProductReader(ConfNode node, ConfNode defaults) {
    this.node = node;
    this.defaults = defaults;
  }

  /**
   * The product's choices, every code checked against its list and against the account type.
   *
   * @param warnings takes a sentence for a choice that is only partly supported
   */
  static PbocProduct read(
      ConfNode node, ConfNode defaults, BureauSettings settings, List<String> warnings) {
    ProductReader reader = new ProductReader(node, defaults);
    PbocProduct product = reader.read(settings);
    node.refuseUnknownKeys();
    if (product.flag().equals("2") && !product.merged()) {
      warnings.add(
          "pboc.yaml: "
              + node.at("flag")
              + " is 2, but merged is not FACILITY: each loan is reported as an account.");
    }
    return product;
  }

  private PbocProduct read(BureauSettings settings) {
    AccountType type = accountType();
    String busiLines = code("business-line", CodeLists.BUSI_LINES);
    Optional<String> repayMode =
        has("repay-mode")
            ? Optional.of(code("repay-mode", CodeLists.repayMode(type)))
            : Optional.empty();
    if (type == AccountType.R1 && repayMode.isEmpty()) {
      throw node.error("repay-mode", "is missing; an R1 account needs it");
    }
    String frequency = code("repay-frequency", CodeLists.REPAY_FREQCY);
    if (repayMode.equals(Optional.of("90")) && !frequency.equals("03")) {
      throw at("repay-frequency").error("repay-frequency", "must be \"03\" with repay-mode 90");
    }
    return new PbocProduct(
        type,
        type == AccountType.D1 ? code("flag", CodeLists.FLAG) : noFlag(),
        busiLines,
        businessDetail(type, busiLines),
        code("fund-source", CodeLists.FUND_SOU),
        code("loan-form", CodeLists.LOAN_FORM),
        code("other-guarantee", CodeLists.OTH_REPY_GUAR_WAY),
        code("guarantee-mode", CodeLists.GUAR_MODE),
        repayMode,
        frequency,
        has("settlement-day") ? at("settlement-day").integer("settlement-day", 1, 31) : 0,
        managementOrg(settings),
        transferTransaction(),
        prepaymentFrom(),
        isMerged(type, repayMode));
  }

  /** What merging means in the bureau's codes (reference section 5.4). */
  private boolean isMerged(AccountType type, Optional<String> repayMode) {
    if (!has("merged") || at("merged").choice("merged", Merged.class) == Merged.NONE) {
      return false;
    }
    if (type == AccountType.R4) {
      throw node.error("merged", "does not fit account-type R4, which has an account a drawdown");
    }
    if (type == AccountType.D1 && !code("flag", CodeLists.FLAG).equals("2")) {
      throw node.error("flag", "must be \"2\" with merged FACILITY");
    }
    if (type == AccountType.D1 && !repayMode.equals(Optional.of("90"))) {
      throw node.error("repay-mode", "must be \"90\" with merged FACILITY");
    }
    return true;
  }

  /** What one account of the bureau is made of. */
  private enum Merged {
    NONE,
    FACILITY
  }

  private String noFlag() {
    if (has("flag") && node.has("flag")) {
      throw node.error("flag", "is for account-type D1 only; remove it");
    }
    return "";
  }

  private AccountType accountType() {
    String text = code("account-type", CodeLists.ACCT_TYPE);
    AccountType type = AccountType.valueOf(text);
    if (!type.isWritten()) {
      throw at("account-type")
          .error("account-type", "must be one of D1, R1, R4; the other types are not written");
    }
    return type;
  }

  private String businessDetail(AccountType type, String busiLines) {
    if (busiLines.equals("2") || busiLines.equals("5") || busiLines.equals("6")) {
      throw at("business-line").error("business-line", "does not fit account-type " + type);
    }
    return code("business-detail", CodeLists.busiDtlLines(busiLines));
  }

  private String managementOrg(BureauSettings settings) {
    if (!has("management-org")) {
      return settings.providerCode();
    }
    String code = at("management-org").text("management-org");
    if (!Text.isLettersAndDigits(code) || code.length() != 14) {
      throw at("management-org").error("management-org", "must be 14 letters and digits");
    }
    return code;
  }

  private int transferTransaction() {
    return has("transfer-transaction")
        ? at("transfer-transaction").integer("transfer-transaction", 12, 13)
        : 13;
  }

  private long prepaymentFrom() {
    if (!has("prepayment-from")
        || at("prepayment-from").text("prepayment-from").equals("INSTALMENT")) {
      return -1;
    }
    return at("prepayment-from").cents("prepayment-from");
  }

  private String code(String key, CodeList list) {
    String text = at(key).text(key);
    if (!list.contains(text)) {
      throw at(key)
          .error(
              key,
              String.format(
                  Locale.ROOT,
                  "must be one of %s (in quotes where the code begins with 0)",
                  String.join(", ", list.codes())));
    }
    return text;
  }

  private boolean has(String key) {
    return node.has(key) || defaults.has(key);
  }

  private ConfNode at(String key) {
    return node.has(key) ? node : defaults;
  }
}
