package org.xinbao.bureau;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The bureaux that this program can report to, found on its class path. */
public final class Bureaux {

  private static final List<BureauFactory> ALL =
      ServiceLoader.load(BureauFactory.class, Bureaux.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(BureauFactory::name))
          .toList();

  private Bureaux() {}

  /** All of them, by name. */
  public static List<BureauFactory> all() {
    return ALL;
  }

  /** The bureau of a name. */
  public static Optional<BureauFactory> find(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Their names, for sentences. */
  public static String names() {
    return String.join(", ", ALL.stream().map(BureauFactory::name).toList());
  }
}
