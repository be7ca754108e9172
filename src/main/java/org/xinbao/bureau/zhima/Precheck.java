package org.xinbao.bureau.zhima;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Digest;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.JsonMember;
import org.xinbao.bureau.JsonScanner;
import org.xinbao.bureau.SubmissionFile;

/**
 * The pre-check of a feedback file, whoever wrote it and however its lines are broken. It reads
 * record by record; what grows with the file is a short digest per order that is settled or given
 * up, and the keys of one order.
 */
final class Precheck {

  private final Path file;
  private final Consumer<Finding> findings;
  private final RecordRules rules = new RecordRules();

  /** Orders after which something may not come, with the last state that was told. */
  private final Map<String, String> ended = new HashMap<>();

  private final Set<String> keys = new HashSet<>();
  private String order = "";
  private Template template = Template.V2;
  private long line = 1;
  private long records;
  private long created;
  private long overdue;

  private Precheck(Path file, Consumer<Finding> findings) {
    this.file = file;
    this.findings = findings;
  }

  static SubmissionFile file(Path file, Consumer<Finding> findings) throws IOException {
    return new Precheck(file, findings).run();
  }

  private SubmissionFile run() throws IOException {
    if (Files.size(file) > ZhimaConf.FILE_LIMIT) {
      found(ZhimaRule.ZM002, "");
    }
    String name = String.valueOf(file.getFileName());
    Optional<FeedbackName> ours = FeedbackName.find(name);
    try (JsonScanner scanner = new JsonScanner(Files.newInputStream(file))) {
      body(scanner, ours);
    }
    line = 1;
    if (records == 0) {
      found(ZhimaRule.ZM004, "");
    }
    Path request = file.resolveSibling(name.replaceFirst("\\.json$", ".request.json"));
    if (!request.equals(file) && Files.exists(request)) {
      request(request, name);
    }
    return new SubmissionFile(Zhima.NAME, Zhima.RECORD_TYPE, name, records, created, overdue);
  }

  private void body(JsonScanner scanner, Optional<FeedbackName> name) throws IOException {
    boolean inRecord = false;
    try {
      scanner.expect('{');
      word(scanner, "\"records\"");
      scanner.expect(':');
      scanner.expect('[');
      if (scanner.skipSpace() == ']') {
        scanner.take();
      } else {
        int after = ',';
        while (after == ',') {
          scanner.skipSpace();
          line = scanner.line();
          inRecord = true;
          record(scanner.object(), name);
          inRecord = false;
          after = scanner.skipSpace();
          scanner.take();
        }
        if (after != ']') {
          found(ZhimaRule.ZM001, "");
          return;
        }
      }
      scanner.expect('}');
      if (scanner.skipSpace() >= 0) {
        found(ZhimaRule.ZM001, "");
      }
    } catch (JsonScanner.Malformed e) {
      line = scanner.line();
      found(inRecord ? ZhimaRule.ZM003 : ZhimaRule.ZM001, "");
    }
  }

  private static void word(JsonScanner scanner, String word)
      throws IOException, JsonScanner.Malformed {
    scanner.expect(word.charAt(0));
    for (int i = 1; i < word.length(); i++) {
      if (scanner.peek() != word.charAt(i)) {
        throw new JsonScanner.Malformed("another word");
      }
      scanner.take();
    }
  }

  private void record(List<JsonMember> members, Optional<FeedbackName> name) {
    records++;
    if (!rules.check(members, this::found)) {
      return;
    }
    template = rules.template();
    created = Math.addExact(created, rules.cents("create_amt"));
    overdue = Math.addExact(overdue, rules.cents("overdue_amt"));
    String day = rules.value("biz_date");
    if (name.isPresent() && day.compareTo(Day.format(name.get().createdOn())) >= 0) {
      found(ZhimaRule.ZM017, "biz_date");
    }
    repeated();
    if (template == Template.V2) {
      sequence();
    }
  }

  /** Records of one order stand together, as the files of this program have them. */
  private void repeated() {
    if (!order.equals(rules.value("order_no"))) {
      order = rules.value("order_no");
      keys.clear();
    }
    String key =
        template == Template.V1
            ? String.join(
                " ",
                rules.value("pay_month"),
                rules.value("order_status"),
                rules.value("gmt_ovd_date"),
                rules.value("overdue_days"))
            : String.join(
                " ",
                rules.value("scene_type"),
                rules.value("installment_due_date"),
                rules.value("biz_date"),
                rules.value("rectify_flag"));
    if (!keys.add(key)) {
      found(ZhimaRule.ZM018, template.key().substring(template.key().indexOf(',') + 1));
    }
  }

  /** Section 4.1 of the reference: for one order_no and scene_type, in the order of the file. */
  private void sequence() {
    String key = Digest.of(16, rules.value("order_no"), rules.value("scene_type"));
    String status = rules.value("scene_status");
    switch (rules.value("rectify_flag")) {
      case "0" -> {
        String last = ended.getOrDefault(key, "");
        boolean back = status.equals("0") || status.equals("1");
        if ((last.equals("2") && back) || (last.equals("3") && (back || status.equals("2")))) {
          found(ZhimaRule.ZM019, "scene_status");
        }
        if (status.equals("2") || status.equals("3")) {
          ended.put(key, status);
        }
      }
      case "1", "2" -> ended.remove(key);
      default -> {
        // A change of one record: what it was changed from is not in the file.
      }
    }
  }

  private void request(Path path, String name) throws IOException {
    try (JsonScanner scanner = new JsonScanner(Files.newInputStream(path))) {
      Map<String, String> parameters = new HashMap<>();
      scanner.object().forEach(each -> parameters.put(each.name(), each.text()));
      agree(parameters, "file", name);
      agree(parameters, "file_charset", "UTF-8");
      agree(parameters, "columns", template.columnList());
      agree(parameters, "primary_key_columns", template.key());
      agree(parameters, "records", String.valueOf(records));
    } catch (JsonScanner.Malformed e) {
      found(ZhimaRule.ZM020, "");
    }
  }

  private void agree(Map<String, String> parameters, String name, String wanted) {
    if (!wanted.equals(parameters.get(name))) {
      found(ZhimaRule.ZM020, name);
    }
  }

  private void found(ZhimaRule rule, String column) {
    findings.accept(new Finding(line, rule.name(), column, rule.english(), rule.chinese()));
  }
}
