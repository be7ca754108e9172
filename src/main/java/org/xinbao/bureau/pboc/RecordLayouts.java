package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The field tables of all record types but 210, read once from {@code record-layouts.txt}. */
final class RecordLayouts {

  private static final Map<String, RecordLayout> ALL = read();

  private RecordLayouts() {}

  static Optional<RecordLayout> find(String recordType) {
    return Optional.ofNullable(ALL.get(recordType));
  }

  /** All of them, in the order of record types of the resource. */
  static Collection<RecordLayout> all() {
    return ALL.values();
  }

  private static Map<String, RecordLayout> read() {
    Map<String, RecordLayout> layouts = new LinkedHashMap<>();
    try (InputStream in = RecordLayouts.class.getResourceAsStream("record-layouts.txt")) {
      if (in == null) {
        throw new IllegalStateException("record-layouts.txt is missing from the program");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
      Optional<LayoutReader> current = Optional.empty();
      for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
        String text = line.strip();
        if (text.startsWith("record ")) {
          current.ifPresent(each -> add(layouts, each.layout()));
          String[] words = text.split(" ", -1);
          current = Optional.of(new LayoutReader(words[1], words[2]));
        } else if (!text.isEmpty() && !text.startsWith("#")) {
          current.orElseThrow().line(text);
        }
      }
      current.ifPresent(each -> add(layouts, each.layout()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return layouts;
  }

  private static void add(Map<String, RecordLayout> layouts, RecordLayout layout) {
    layouts.put(layout.recordType(), layout);
  }
}
