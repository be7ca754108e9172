package org.xinbao.conf;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Cents;

/**
 * A mapping of a configuration file that knows its place, so that every error names the file and
 * the key's full path.
 *
 * <p>Each {@code get} states type and range; {@link #refuseUnknownKeys} then finds what nobody
 * asked for, which is usually a misspelt key.
 */
public final class ConfNode {

  /** The word for a value that is deliberately not there. */
  static final String NO_VALUE = "none";

  private static final BigDecimal E10 = BigDecimal.TEN.pow(10);

  /** Nine digits fit an int; no setting needs more. */
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  /** Fifteen digits are more than any amount; no exponent, which could stand for anything. */
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private final String file;
  private final String path;
  private final Map<String, @Nullable Object> values;
  private final Set<String> asked = new TreeSet<>();

  private ConfNode(String file, String path, Map<String, @Nullable Object> values) {
    this.file = file;
    this.path = path;
    this.values = values;
  }

  /**
   * Reads a YAML file whose top level is a mapping; throws {@link ConfException} when it is missing
   * or malformed.
   */
  public static ConfNode read(Path file) {
    String name = String.valueOf(file.getFileName());
    return new ConfNode(name, "", mapping(name, "", PlainYaml.read(file)));
  }

  private static Map<String, @Nullable Object> mapping(
      String file, String path, @Nullable Object value) {
    String what = path.isEmpty() ? "the file" : path;
    if (!(value instanceof Map<?, ?> map)) {
      throw new ConfException(file + ": " + what + " must be a mapping of keys to values.");
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    map.forEach(
        (key, each) -> {
          if (!(key instanceof String text)) {
            throw new ConfException(file + ": " + what + " has a key that is not a plain word.");
          }
          values.put(text, each);
        });
    return values;
  }

  /** The keys in the order of the file. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Whether the key is present with a value. */
  public boolean has(String key) {
    asked.add(key);
    return values.get(key) != null;
  }

  /** A mandatory mapping below this one. */
  public ConfNode node(String key) {
    return new ConfNode(file, at(key), mapping(file, at(key), mandatory(key)));
  }

  /** A mapping below this one, if present. */
  public Optional<ConfNode> findNode(String key) {
    return has(key) ? Optional.of(node(key)) : Optional.empty();
  }

  /** A mandatory text; numbers and truth values are taken as written. */
  public String text(String key) {
    if (mandatory(key) instanceof String text) {
      return text;
    }
    throw error(key, "must be a single value");
  }

  /** A text with a default. */
  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /** A text, if present. */
  public Optional<String> findText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A mandatory whole number within {@code min} and {@code max}. */
  public int integer(String key, int min, int max) {
    return integerOf(key, text(key), min, max);
  }

  /** A whole number with a default. */
  public int integer(String key, int min, int max, int otherwise) {
    return has(key) ? integer(key, min, max) : otherwise;
  }

  /** A mandatory whole number, or the word {@code none}, which stands for {@code ifNone}. */
  public int integerOrNone(String key, int min, int max, int ifNone) {
    String text = text(key);
    if (text.equals(NO_VALUE)) {
      return ifNone;
    }
    if (!WHOLE.matcher(text).matches()) {
      throw error(key, "must be a whole number from " + min + " to " + max + ", or none");
    }
    return integerOf(key, text, min, max);
  }

  /** A mandatory list of whole numbers, each within {@code min} and {@code max}. */
  public List<Integer> integers(String key, int min, int max) {
    return texts(key).stream().map(each -> integerOf(key, each, min, max)).toList();
  }

  /** A truth value with a default. */
  public boolean flag(String key, boolean otherwise) {
    return switch (text(key, String.valueOf(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error(key, "must be true or false");
    };
  }

  /** A mandatory amount of at least 0 with at most 2 decimals, in cents. */
  public long cents(String key) {
    BigDecimal value = decimal(key);
    if (value.signum() < 0) {
      throw error(key, "must not be below 0");
    }
    try {
      return value.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw error(key, "must be an amount with at most 2 decimals, such as 1234.56");
    }
  }

  /** A mandatory amount from 0 to {@code max} cents. */
  public long centsUpTo(String key, long max) {
    long cents = cents(key);
    if (cents > max) {
      throw error(key, "must be an amount from 0.00 to " + Cents.format(max));
    }
    return cents;
  }

  /** An amount from 0 to {@code max} cents, with a default. */
  public long centsUpTo(String key, long max, long otherwise) {
    return has(key) ? centsUpTo(key, max) : otherwise;
  }

  /** An amount with a default in cents. */
  public long cents(String key, long otherwise) {
    return has(key) ? cents(key) : otherwise;
  }

  /**
   * A mandatory fraction from {@code min} to {@code max} with at most 10 decimals, times
   * 10<sup>10</sup>.
   */
  public long fractionE10(String key, String min, String max) {
    BigDecimal value = decimal(key);
    if (value.compareTo(new BigDecimal(min)) < 0 || value.compareTo(new BigDecimal(max)) > 0) {
      throw error(key, "must be a fraction from " + min + " to " + max);
    }
    try {
      return value.multiply(E10).longValueExact();
    } catch (ArithmeticException e) {
      throw error(key, "must have at most 10 decimals");
    }
  }

  /** A fraction with a default times 10<sup>10</sup>. */
  public long fractionE10(String key, String min, String max, long otherwise) {
    return has(key) ? fractionE10(key, min, max) : otherwise;
  }

  /** A mandatory choice of an enum, written as its constant. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return choiceOf(key, text(key), type);
  }

  /** A choice with a default. */
  public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    return has(key) ? choice(key, type) : otherwise;
  }

  /** A mandatory list of choices. */
  public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    return texts(key).stream().map(each -> choiceOf(key, each, type)).toList();
  }

  /** A mandatory list of single values as texts. */
  public List<String> texts(String key) {
    if (!(mandatory(key) instanceof List<?> list)) {
      throw error(key, "must be a list");
    }
    List<String> texts = new ArrayList<>();
    for (Object each : list) {
      if (!(each instanceof String text)) {
        throw error(key, "must be a list of single values");
      }
      texts.add(text);
    }
    return texts;
  }

  /** Refuses keys that were never asked for. */
  public void refuseUnknownKeys() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        throw error(key, "is not a known key; known here: " + String.join(", ", asked));
      }
    }
  }

  /** An error at a key of this mapping; {@code sentence} continues "key …". */
  public ConfException error(String key, String sentence) {
    return new ConfException(warning(key, sentence));
  }

  /** A warning about a key of this mapping; {@code sentence} continues "key …". */
  public String warning(String key, String sentence) {
    return file + ": " + at(key) + " " + sentence + ".";
  }

  /** The full path of a key, for example {@code products.JIEBEI.penalty.base}. */
  public String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * Everything below this mapping as written, keys with their full path, in the order of the file:
   * for a bureau's file, whose defaults only the bureau knows. Lists are one value.
   */
  public List<Convention> asWritten() {
    List<Convention> all = new ArrayList<>();
    values.forEach((key, value) -> flatten(at(key), value, all));
    return all;
  }

  private static void flatten(String path, @Nullable Object value, List<Convention> all) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> flatten(path + "." + key, each, all));
    } else if (value != null) {
      all.add(new Convention(path, value.toString()));
    }
  }

  private Object mandatory(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      throw error(key, "is missing; no convention is assumed, state it");
    }
    return value;
  }

  private int integerOf(String key, String text, int min, int max) {
    if (WHOLE.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw error(key, "must be a whole number from " + min + " to " + max);
  }

  private BigDecimal decimal(String key) {
    String text = text(key);
    if (!DECIMAL.matcher(text).matches()) {
      throw error(key, "must be a number in plain digits, such as 0.25");
    }
    return new BigDecimal(text);
  }

  private <E extends Enum<E>> E choiceOf(String key, String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(() -> error(key, "must be one of " + names(type)));
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(joining(", "));
  }
}
