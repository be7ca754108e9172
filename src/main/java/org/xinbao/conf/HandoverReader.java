package org.xinbao.conf;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the key {@code hand-over} of {@code xinbao.yaml}: one entry per bureau. */
final class HandoverReader {

  static final String KEY = "hand-over";

  /** A day: a client that needs longer for one file hangs. */
  private static final int TIMEOUT_MAX = 86_400;

  private static final int TIMEOUT = 600;

  private static final int ARGUMENTS_MAX = 100;
  private static final int VARIABLES_MAX = 100;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z_-]+\\}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** What a command finds unless the configuration says otherwise; nothing is inherited. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8");

  private HandoverReader() {}

  /**
   * The hand-overs by bureau; empty without the key.
   *
   * @param surrounding the environment of the job, of which only the variables named in {@code
   *     pass-environment} are passed on
   */
  static SortedMap<String, HandoverSettings> read(
      ConfNode settings, Map<String, String> surrounding) {
    SortedMap<String, HandoverSettings> byBureau = new TreeMap<>();
    settings
        .findNode(KEY)
        .ifPresent(
            node ->
                node.keys()
                    .forEach(
                        bureau -> byBureau.put(bureau, handover(node.node(bureau), surrounding))));
    return byBureau;
  }

  private static HandoverSettings handover(ConfNode node, Map<String, String> surrounding) {
    HandoverSettings handover =
        new HandoverSettings(
            command(node),
            node.integer("timeout-seconds", 1, TIMEOUT_MAX, TIMEOUT),
            node.flag("idempotent", false),
            environment(node, surrounding));
    node.refuseUnknownKeys();
    return handover;
  }

  private static List<String> command(ConfNode node) {
    String key = "command";
    List<String> command = node.texts(key);
    if (command.isEmpty() || command.size() > ARGUMENTS_MAX) {
      throw node.error(
          key, "must name a program and its arguments, " + ARGUMENTS_MAX + " words at most");
    }
    if (!Path.of(command.get(0)).isAbsolute()) {
      throw node.error(key, "must begin with the absolute path of the program");
    }
    boolean named = false;
    for (String argument : command) {
      Matcher word = PLACEHOLDER.matcher(argument);
      while (word.find()) {
        requireKnown(node, key, word.group());
      }
    }
    for (String argument : command.subList(1, command.size())) {
      named |=
          argument.contains(HandoverSettings.Placeholder.FILE.text())
              || argument.contains(HandoverSettings.Placeholder.NAME.text());
    }
    if (!named) {
      throw node.error(key, "must have {file} or {name} in an argument, or every run is the same");
    }
    return command;
  }

  private static void requireKnown(ConfNode node, String key, String word) {
    if (Arrays.stream(HandoverSettings.Placeholder.values())
        .noneMatch(each -> each.text().equals(word))) {
      throw node.error(
          key,
          "has "
              + word
              + ", which stands for nothing; known are "
              + Arrays.stream(HandoverSettings.Placeholder.values())
                  .map(HandoverSettings.Placeholder::text)
                  .collect(joining(", ")));
    }
  }

  private static SortedMap<String, String> environment(
      ConfNode node, Map<String, String> surrounding) {
    SortedMap<String, String> environment = new TreeMap<>(ENVIRONMENT);
    node.findNode("environment")
        .ifPresent(
            variables ->
                variables
                    .keys()
                    .forEach(
                        name -> {
                          requireName(variables, name, name);
                          environment.put(name, variables.text(name));
                        }));
    String key = "pass-environment";
    if (node.has(key)) {
      for (String name : node.texts(key)) {
        requireName(node, key, name);
        String value = surrounding.get(name);
        if (value == null) {
          throw node.error(
              key, "names " + name + ", which the job's own environment does not have");
        }
        environment.put(name, value);
      }
    }
    if (environment.size() > VARIABLES_MAX) {
      throw node.error(key, "and environment have more than " + VARIABLES_MAX + " variables");
    }
    return environment;
  }

  private static void requireName(ConfNode node, String key, String name) {
    if (!VARIABLE.matcher(name).matches()) {
      throw node.error(key, "is not the name of an environment variable");
    }
  }
}
