package org.xinbao.bureau.pboc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks the items of a segment by themselves: present or absent as declared, filled when
 * mandatory, of their form; then the groups with their counter. Numbers and dates that are well
 * formed are kept in the record for the rules.
 */
final class LayoutItemCheck {

  private static final int PERSON_ID_MAX = 20;

  private final RecordLayout layout;
  private final FormCheck forms;
  private final Set<String> organisations;

  LayoutItemCheck(RecordLayout layout, FormCheck forms, Set<String> organisations) {
    this.layout = layout;
    this.forms = forms;
    this.organisations = Set.copyOf(organisations);
  }

  /**
   * Checks what stands in a segment or directly in the record.
   *
   * @param required the items whose tag must be there when their flag says so
   */
  void check(
      LayoutRecord record,
      List<LayoutNode> nodes,
      Predicate<LayoutItem> required,
      Problems problems) {
    for (LayoutNode node : nodes) {
      if (node instanceof LayoutItem item) {
        item(record, record.top(), item, required, problems);
      } else if (node instanceof LayoutElement element
          && element.kind() == LayoutElement.Kind.GROUP) {
        groups(record, element, problems);
      }
    }
  }

  private void groups(LayoutRecord record, LayoutElement group, Problems problems) {
    List<LayoutRecord.Row> rows = record.groups(group);
    for (LayoutRecord.Row row : rows) {
      for (LayoutNode node : group.children()) {
        if (node instanceof LayoutItem item) {
          item(record, row, item, any -> true, problems);
        }
      }
    }
    LayoutItem counter = layout.item(group.counter());
    if (record.top().hasValue(counter) && record.top().value(counter) != rows.size()) {
      problems.add(PbocRule.ABE010, counter.tag());
    } else if (rows.isEmpty() && record.top().has(counter)) {
      problems.add(PbocRule.ABD000, group.tag());
    }
    if (hasDuplicate(record, group, rows)) {
      problems.add(PbocRule.ABE011, group.keys().get(group.keys().size() - 1));
    }
  }

  private boolean hasDuplicate(
      LayoutRecord record, LayoutElement group, List<LayoutRecord.Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        LayoutRecord.Row row = rows.get(i);
        LayoutRecord.Row earlier = rows.get(j);
        if (group.keys().stream()
            .map(layout::item)
            .allMatch(key -> record.isSame(row, key, earlier, key))) {
          return true;
        }
      }
    }
    return false;
  }

  private void item(
      LayoutRecord record,
      LayoutRecord.Row row,
      LayoutItem item,
      Predicate<LayoutItem> required,
      Problems problems) {
    boolean present = row.has(item);
    switch (item.presence()) {
      case ALWAYS -> {
        if (!present && required.test(item)) {
          problems.add(PbocRule.ABD000, item.tag());
        }
      }
      case WHEN -> item.condition().ifPresent(each -> condition(record, row, item, each, problems));
      case MAY -> {}
    }
    if (!present) {
      return;
    }
    if (row.isFilled(item)) {
      form(record, row, item, problems);
    } else if (item.isMandatory()) {
      problems.add(PbocRule.ABE000, item.tag());
    }
  }

  private void condition(
      LayoutRecord record,
      LayoutRecord.Row row,
      LayoutItem item,
      LayoutItem.Condition condition,
      Problems problems) {
    LayoutItem decides = layout.item(condition.tag());
    if (!row.isFilled(decides)) {
      return;
    }
    boolean holds = condition.values().contains(record.text(row, decides));
    if (holds != row.has(item)) {
      problems.add(condition.otherwise(), item.tag());
    }
  }

  private void form(LayoutRecord record, LayoutRecord.Row row, LayoutItem item, Problems problems) {
    Optional<PbocRule> broken =
        forms.check(item.form(), record.bytes(), row.from(item), row.to(item));
    row.setValue(item, forms.value());
    if (broken.isPresent()) {
      problems.add(broken.get(), item.tag());
    } else if (item.isOrganisation()
        && !organisations.isEmpty()
        && !organisations.contains(record.text(row, item))) {
      problems.add(PbocRule.ABE003, item.tag());
    } else if (item.document().isPresent()) {
      document(record, row, item, item.document().get(), problems);
    }
  }

  private void document(
      LayoutRecord record,
      LayoutRecord.Row row,
      LayoutItem item,
      LayoutItem.Document document,
      Problems problems) {
    boolean person = true;
    if (!document.kindTag().isEmpty()) {
      String kind = record.text(row, layout.item(document.kindTag()));
      person = kind.equals("1");
      if (!person && !kind.equals("2")) {
        return;
      }
    }
    String value = record.text(row, item);
    if (document.typeTag().isEmpty()) {
      CodeList types = person ? CodeLists.ID_TYPE_PERSON : CodeLists.ID_TYPE_ORGANISATION;
      if (!types.contains(value)) {
        problems.add(PbocRule.ABE001, item.tag());
      }
    } else if (person) {
      number(record.text(row, layout.item(document.typeTag())), value, item, problems);
    }
  }

  /** A person's number: ABE001 when it is too long for one, ABE004 when its type forbids it. */
  private static void number(String type, String value, LayoutItem item, Problems problems) {
    if (Text.characters(value) > PERSON_ID_MAX) {
      problems.add(PbocRule.ABE001, item.tag());
    } else if (CodeLists.ID_TYPE_PERSON.contains(type) && !IdNumbers.isValid(type, value)) {
      problems.add(PbocRule.ABE004, item.tag());
    }
  }
}
