package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code lists of the collection tool, read once from {@code code-lists.txt}. District codes
 * (GB/T 2260 with its history) are checked by form only: six digits.
 */
final class CodeLists {

  private static final Map<String, CodeList> ALL = read();

  static final CodeList RECORD_TYPE = list("RecordType");
  static final CodeList ACCT_TYPE = list("AcctType");
  static final CodeList RPT_DATE_CODE = list("RptDateCode");
  static final CodeList FIVE_CATE = list("FiveCate");
  static final CodeList BUSI_LINES = list("BusiLines");
  static final CodeList REPAY_FREQCY = list("RepayFreqcy");
  static final CodeList GUAR_MODE = list("GuarMode");
  static final CodeList OTH_REPY_GUAR_WAY = list("OthRepyGuarWay");
  static final CodeList ASSET_TRAND_FLAG = list("AssetTrandFlag");
  static final CodeList FUND_SOU = list("FundSou");
  static final CodeList LOAN_FORM = list("LoanForm");
  static final CodeList FLAG = list("Flag");
  static final CodeList FIRST_HOU_LOAN_FLAG = list("FirstHouLoanFlag");
  static final CodeList ID_TYPE_PERSON = list("IDType-person");
  static final CodeList ID_TYPE_ORGANISATION = list("IDType-organisation");
  static final CodeList INFO_ID_TYPE = list("InfoIDType");
  static final CodeList ARLP_TYPE = list("ArlpType");
  static final CodeList WARTY_SIGN = list("WartySign");
  static final CodeList CHAN_TRAN_TYPE = list("ChanTranType");
  static final CodeList ORIG_DBT_CATE = list("OrigDbtCate");
  static final CodeList INIT_RPY_STS = list("InitRpySts");
  static final CodeList CURRENCY = list("Cy");

  /** Every BusiDtlLines, whatever its BusiLines. */
  static final CodeList BUSI_DTL_LINES = union("BusiDtlLines-");

  /** Every RepayMode, whatever the account type. */
  static final CodeList REPAY_MODE = union("RepayMode-");

  private CodeLists() {}

  /** The list of that name; there is one for every name of the resource. */
  static CodeList list(String name) {
    CodeList found = ALL.get(name);
    if (found == null) {
      throw new IllegalStateException("no code list " + name);
    }
    return found;
  }

  /** The names of all lists in their order. */
  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** 账户状态 of an account type. */
  static CodeList acctStatus(AccountType type) {
    return switch (type) {
      case D1, R4 -> list("AcctStatus-D1-R4");
      case R1 -> list("AcctStatus-R1");
      case R2, R3 -> list("AcctStatus-R2-R3");
      case C1 -> list("AcctStatus-C1");
    };
  }

  /** 当前还款状态 of an account type other than C1. */
  static CodeList rpyStatus(AccountType type) {
    return list(
        type == AccountType.R2 || type == AccountType.R3
            ? "RpyStatus-R2-R3"
            : "RpyStatus-D1-R1-R4");
  }

  /** 还款方式 of D1, R1 or R4. */
  static CodeList repayMode(AccountType type) {
    return list("RepayMode-" + type.name());
  }

  /** 借贷业务种类细分 under a 借贷业务大类, which must be in its list. */
  static CodeList busiDtlLines(String busiLines) {
    return list("BusiDtlLines-" + busiLines);
  }

  private static CodeList union(String prefix) {
    return new CodeList(
        prefix,
        ALL.values().stream()
            .filter(each -> each.name().startsWith(prefix))
            .flatMap(each -> each.codes().stream())
            .distinct()
            .toList());
  }

  private static Map<String, CodeList> read() {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    try (InputStream in = CodeLists.class.getResourceAsStream("code-lists.txt")) {
      if (in == null) {
        throw new IllegalStateException("code-lists.txt is missing from the program");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
      for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          current = new ArrayList<>();
          codes.put(line.substring(1, line.length() - 1), current);
        } else if (!line.isEmpty() && !codes.isEmpty()) {
          current.add(line.substring(0, line.indexOf(' ')));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, CodeList> lists = new LinkedHashMap<>();
    codes.forEach((name, each) -> lists.put(name, new CodeList(name, each)));
    return lists;
  }
}
