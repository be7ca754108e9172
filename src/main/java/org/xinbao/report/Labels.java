package org.xinbao.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels of one language, from {@code labels_<language>.properties} in UTF-8. A key that the
 * bundle does not have is a bug and throws; there is no falling back to another language.
 */
final class Labels {

  private final Language language;
  private final Properties texts;
  private final Set<String> used = new TreeSet<>();

  private Labels(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  static Labels of(Language language) {
    return of("labels_", language);
  }

  /** Those of the auditors' workbook. */
  static Labels ofAudit(Language language) {
    return of("audit_", language);
  }

  private static Labels of(String bundle, Language language) {
    String name = bundle + language.tag().replace('-', '_') + ".properties";
    Properties texts = new Properties();
    try (InputStream in = Labels.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no label bundle " + name);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Labels(language, texts);
  }

  Language language() {
    return language;
  }

  /** The text of a key with {@code {0}}, {@code {1}} … replaced. */
  String text(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no label " + key + " in " + language.tag());
    }
    used.add(key);
    return values.length == 0 ? text : fill(text, values);
  }

  /** One pass, so that a value which itself looks like a placeholder stays as it is. */
  private static String fill(String text, Object[] values) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      int index = Integer.parseInt(text.substring(open + 1, close));
      out.append(text, from, open).append(values[index]);
      from = close + 1;
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The text of a code from outside, when the bundle has one: {@code code.<code>}. */
  Optional<String> findCode(String code) {
    return Optional.ofNullable(texts.getProperty("code." + code));
  }

  /** One of the words that stand for a state: {@code word.<word>}. */
  Optional<String> findWord(String word) {
    String key = "word." + word;
    used.add(key);
    return Optional.ofNullable(texts.getProperty(key));
  }

  /** What a person does about a code, when the bundle has it: {@code action.<code>}. */
  Optional<String> findAction(String code) {
    return Optional.ofNullable(texts.getProperty("action." + code));
  }

  /** What a kind of difference from the ledger is called: {@code difference.<kind>}. */
  Optional<String> findDifference(String kind) {
    return Optional.ofNullable(
        texts.getProperty("difference." + kind.toLowerCase(java.util.Locale.ROOT)));
  }

  /** All keys of the bundle. */
  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /** The keys asked for so far, so that a test finds labels nobody uses. */
  Set<String> used() {
    return used;
  }
}
