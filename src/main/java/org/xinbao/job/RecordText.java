package org.xinbao.job;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values of records as a list of texts, component by component in their order, and back: for part
 * files that only the same program reads, so that a new column of the ledger is carried without a
 * further line of code. A list is its length and its elements, a map likewise by key, an optional 0
 * or 1 and its value.
 */
final class RecordText {

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  /** How a kind of record is taken apart and put together. */
  private record Shape(List<Method> accessors, List<Type> types, Constructor<?> constructor) {

    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      if (components == null) {
        throw new IllegalArgumentException(type + " is no record");
      }
      try {
        return new Shape(
            Arrays.stream(components).map(RecordComponent::getAccessor).toList(),
            Arrays.stream(components).map(RecordComponent::getGenericType).toList(),
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("a record has its canonical constructor", e);
      }
    }
  }

  private RecordText() {}

  /** The texts of a record. */
  static List<String> of(Record value) {
    List<String> texts = new ArrayList<>();
    append(value, texts);
    return texts;
  }

  private static void append(Object value, List<String> texts) {
    if (value instanceof Record) {
      for (Method each : SHAPES.get(value.getClass()).accessors()) {
        append(call(() -> each.invoke(value)), texts);
      }
    } else if (value instanceof List<?> list) {
      texts.add(Integer.toString(list.size()));
      list.forEach(each -> append(each, texts));
    } else if (value instanceof Map<?, ?> map) {
      texts.add(Integer.toString(map.size()));
      new TreeMap<>(map)
          .forEach(
              (key, each) -> {
                append(key, texts);
                append(each, texts);
              });
    } else if (value instanceof Optional<?> optional) {
      texts.add(optional.isPresent() ? "1" : "0");
      optional.ifPresent(each -> append(each, texts));
    } else if (value instanceof Enum<?> constant) {
      texts.add(constant.name());
    } else {
      texts.add(value.toString());
    }
  }

  /** Reads a record from the texts that {@link #of} gave. */
  static <T extends Record> T read(Class<T> type, List<String> texts) {
    Iterator<String> rest = texts.iterator();
    T value = type.cast(read(type, rest));
    if (rest.hasNext()) {
      throw new IllegalStateException("a part file has more fields than " + type + " has");
    }
    return value;
  }

  private static Object read(Type type, Iterator<String> texts) {
    if (type instanceof ParameterizedType generic) {
      return read(generic, texts);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      Shape shape = SHAPES.get(raw);
      Object[] values = shape.types().stream().map(each -> read(each, texts)).toArray();
      return call(() -> shape.constructor().newInstance(values));
    }
    String text = texts.next();
    if (raw == int.class) {
      return Integer.parseInt(text);
    }
    if (raw == long.class) {
      return Long.parseLong(text);
    }
    if (raw == boolean.class) {
      return Boolean.parseBoolean(text);
    }
    return raw.isEnum() ? constant(raw, text) : String.class.cast(text);
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type + " has no such constant"));
  }

  private static Object read(ParameterizedType type, Iterator<String> texts) {
    Type[] of = type.getActualTypeArguments();
    int count = Integer.parseInt(texts.next());
    if (type.getRawType() == Optional.class) {
      return count == 0 ? Optional.empty() : Optional.of(read(of[0], texts));
    }
    if (type.getRawType() == Map.class) {
      Map<Object, Object> map = new HashMap<>();
      for (int i = 0; i < count; i++) {
        Object key = read(of[0], texts);
        map.put(key, read(of[1], texts));
      }
      return map;
    }
    List<Object> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(read(of[0], texts));
    }
    return list;
  }

  /** What reflection does. */
  @FunctionalInterface
  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  private static Object call(Call call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a part file has a value that cannot be", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record cannot be taken apart", e);
    }
  }
}
