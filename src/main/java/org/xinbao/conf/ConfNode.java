package org.xinbao.conf;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A mapping of a configuration file that knows its place, so that every error names the file and
 * the key's full path.
 *
 * <p>Each {@code get} states type and range; {@link #refuseUnknownKeys} then finds what nobody
 * asked for, which is usually a misspelt key.
 */
public final class ConfNode {

  private static final BigDecimal E10 = BigDecimal.TEN.pow(10);

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
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(20);
    try (Reader reader = Files.newBufferedReader(file)) {
      Object root = new Yaml(new SafeConstructor(options)).load(reader);
      return new ConfNode(name, "", mapping(name, "", root));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new ConfException(name + ", line " + line + ": not valid YAML; correct the file.");
    } catch (YAMLException e) {
      throw new ConfException(name + ": not valid YAML; correct the file.");
    } catch (IOException e) {
      throw new ConfException(
          file + ": cannot be read; create it or name another folder with --conf.");
    }
  }

  private static Map<String, @Nullable Object> mapping(
      String file, String path, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new ConfException(
          file
              + ": "
              + (path.isEmpty() ? "the file" : path)
              + " must be a mapping of keys to values.");
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    map.forEach((key, each) -> values.put(String.valueOf(key), each));
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
    Object value = mandatory(key);
    if (value instanceof Map || value instanceof List) {
      throw error(key, "must be a single value");
    }
    return value.toString();
  }

  /** A text with a default. */
  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /** A mandatory whole number within {@code min} and {@code max}. */
  public int integer(String key, int min, int max) {
    BigDecimal value = decimal(key);
    try {
      int number = value.intValueExact();
      if (number >= min && number <= max) {
        return number;
      }
    } catch (ArithmeticException e) {
      throw error(key, "must be a whole number from " + min + " to " + max);
    }
    throw error(key, "must be a whole number from " + min + " to " + max);
  }

  /** A whole number with a default. */
  public int integer(String key, int min, int max, int otherwise) {
    return has(key) ? integer(key, min, max) : otherwise;
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
    try {
      long cents = value.movePointRight(2).longValueExact();
      if (cents >= 0) {
        return cents;
      }
    } catch (ArithmeticException e) {
      throw error(key, "must be an amount with at most 2 decimals");
    }
    throw error(key, "must not be below 0");
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
      throw error(key, "must be from " + min + " to " + max);
    }
    try {
      return value.multiply(E10).longValueExact();
    } catch (ArithmeticException e) {
      throw error(key, "must have at most 10 decimals");
    }
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
      if (each == null || each instanceof Map || each instanceof List) {
        throw error(key, "must be a list of single values");
      }
      texts.add(each.toString());
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
    return new ConfException(file + ": " + at(key) + " " + sentence + ".");
  }

  /** The full path of a key, for example {@code products.JIEBEI.penalty.base}. */
  public String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private Object mandatory(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      throw error(key, "is missing; no convention is assumed, state it");
    }
    return value;
  }

  private BigDecimal decimal(String key) {
    try {
      return new BigDecimal(text(key));
    } catch (NumberFormatException e) {
      throw error(key, "must be a number");
    }
  }

  private <E extends Enum<E>> E choiceOf(String key, String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                error(
                    key,
                    "must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())));
  }
}
