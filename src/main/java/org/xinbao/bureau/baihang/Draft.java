package org.xinbao.bureau.baihang;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Digest;
import org.xinbao.bureau.JsonMember;
import org.xinbao.bureau.JsonRecord;

/**
 * A record in the making: a value for its members, null for those that get none. For one thread.
 */
final class Draft {

  private final RecordType type;
  private final Map<String, JsonMember> values = new HashMap<>();

  Draft(RecordType type) {
    this.type = type;
  }

  RecordType type() {
    return type;
  }

  /** A text; empty for null. */
  Draft text(String name, String value) {
    return value.isEmpty() ? this : put(name, JsonMember.Kind.STRING, value);
  }

  /** A day, {@link Day#NONE} for null. */
  Draft day(String name, int day) {
    return text(name, Day.format(day));
  }

  Draft whole(String name, long value) {
    return put(name, JsonMember.Kind.NUMBER, String.valueOf(value));
  }

  /** An amount in cents. */
  Draft amount(String name, long cents) {
    return put(name, JsonMember.Kind.NUMBER, Cents.format(cents));
  }

  private Draft put(String name, JsonMember.Kind kind, String text) {
    if (!type.has(name)) {
      throw new IllegalArgumentException("record " + type + " has no member " + name);
    }
    values.put(name, new JsonMember(name, kind, text));
    return this;
  }

  /** The record as a reader finds it. */
  List<JsonMember> members() {
    return type.items().stream()
        .map(
            each ->
                values.getOrDefault(
                    each.name(), new JsonMember(each.name(), JsonMember.Kind.NULL, "")))
        .toList();
  }

  byte[] bytes() {
    JsonRecord json = new JsonRecord();
    for (JsonMember each : members()) {
      switch (each.kind()) {
        case STRING -> json.text(each.name(), each.text());
        case NUMBER -> number(json, each);
        default -> json.nothing(each.name());
      }
    }
    return json.bytes();
  }

  private static void number(JsonRecord json, JsonMember member) {
    int point = member.text().indexOf('.');
    if (point < 0) {
      json.number(member.name(), Long.parseLong(member.text()));
    } else {
      json.amount(member.name(), Long.parseLong(member.text().replace(".", "")));
    }
  }

  /** Digest of what the record says before it has a number and a person. */
  String digest() {
    return Digest.of(12, new String(bytes(), java.nio.charset.StandardCharsets.UTF_8));
  }
}
