package org.xinbao.treatment;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of the notice that a borrower gets before adverse information goes to a bureau (征信业管理条例
 * art. 15), with placeholders in braces.
 *
 * @param text with the placeholders
 */
public record NoticeTemplate(String text) {

  /** What a placeholder may be. */
  public static final Set<String> PLACEHOLDERS =
      Set.of(
          "borrower_name",
          "loans",
          "overdue_from",
          "overdue_total",
          "send_by",
          "bureaux",
          "business_date");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  /** The text where the institution has not written one. */
  public static final NoticeTemplate STANDARD =
      new NoticeTemplate(
          "{borrower_name}：截至{business_date}，您的贷款（{loans}）自{overdue_from}起逾期，逾期金额"
              + "{overdue_total}。如未还清，我们将按《征信业管理条例》向征信机构（{bureaux}）报送该不良信息，特此告知。"
              + "如已还清请忽略；如有异议，请与我们联系。");

  /** Checks the placeholders; throws {@link IllegalArgumentException} naming an unknown one. */
  public NoticeTemplate {
    Matcher found = PLACEHOLDER.matcher(text);
    while (found.find()) {
      if (!PLACEHOLDERS.contains(found.group(1))) {
        throw new IllegalArgumentException(
            "has the placeholder {"
                + found.group(1)
                + "}; known: "
                + String.join(", ", new TreeSet<>(PLACEHOLDERS)));
      }
    }
  }

  /** The text for one borrower; what stands in a value is never taken for a placeholder. */
  public String fill(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(each -> Matcher.quoteReplacement(values.getOrDefault(each.group(1), "")));
  }
}
