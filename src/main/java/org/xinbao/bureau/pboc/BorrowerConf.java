package org.xinbao.bureau.pboc;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinbao.conf.ConfNode;

/**
 * The institution's choices for basic information (records 110 and 140) in {@code pboc.yaml}.
 *
 * @param customerType CustomerType 客户资料类型
 * @param idMergeFlag OthAssFlg of record 140
 * @param unknown the code written where the export has none, by tag
 */
record BorrowerConf(String customerType, String idMergeFlag, Map<String, String> unknown) {

  /** Tag, key of the configuration below {@code unknown}, and the code list's word for unknown. */
  private static final String[][] UNKNOWN = {
    {"Sex", "sex", "9"},
    {"MariStatus", "marital-status", "99"},
    {"EduLevel", "education", "99"},
    {"AcaDegree", "degree", "9"},
    {"EmpStatus", "employment", "99"},
    {"CpnType", "employer-type", "99"},
    {"Industry", "industry", "9"},
    {"Occupation", "occupation", "Z"},
    {"Title", "job-title", "9"},
    {"TechTitle", "technical-title", "9"},
    {"ResiStatus", "residence-status", "9"},
  };

  private static final String NATION = "Nation";

  BorrowerConf {
    unknown = Map.copyOf(unknown);
  }

  /** Reads the node {@code borrowers}; throws at the first code that is not in its list. */
  static BorrowerConf read(ConfNode root) {
    Optional<ConfNode> node = root.findNode("borrowers");
    Optional<ConfNode> codes = node.flatMap(each -> each.findNode("unknown"));
    Map<String, String> unknown = new TreeMap<>();
    for (String[] each : UNKNOWN) {
      CodeList list = CodeLists.list(each[0]);
      unknown.put(each[0], code(codes, each[1], each[2], list));
    }
    unknown.put(NATION, codes.map(each -> each.text("nationality", "CHN")).orElse("CHN"));
    String type = code(node, "customer-type", "11", CodeLists.list("CustomerType"));
    String flag = node.map(each -> each.text("id-merge-flag", "1")).orElse("1");
    codes.ifPresent(ConfNode::refuseUnknownKeys);
    node.ifPresent(ConfNode::refuseUnknownKeys);
    return new BorrowerConf(type, flag, unknown);
  }

  private static String code(Optional<ConfNode> node, String key, String otherwise, CodeList list) {
    String code = node.map(each -> each.text(key, otherwise)).orElse(otherwise);
    if (!list.contains(code)) {
      throw node.orElseThrow().error(key, "must be a code of the list " + list.name());
    }
    return code;
  }

  /** The code of the export, or the one for unknown. */
  String code(String tag, String exported) {
    return exported.isEmpty() ? unknown.getOrDefault(tag, "") : exported;
  }
}
