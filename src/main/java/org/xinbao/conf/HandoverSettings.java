package org.xinbao.conf;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hand-over of a bureau's files: the command of the institution's own client, which verifies,
 * compresses, encrypts and sends one file.
 *
 * @param command the program, an absolute path, and its arguments; run without a shell
 * @param timeoutSeconds after which the command and all it has started are killed
 * @param idempotent whether the client itself refuses or ignores a file that it has sent already,
 *     so that a hand-over of which the end is not known may be repeated without a person
 * @param environment the whole environment of the command
 */
public record HandoverSettings(
    List<String> command,
    int timeoutSeconds,
    boolean idempotent,
    SortedMap<String, String> environment) {

  public HandoverSettings {
    command = List.copyOf(command);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /** What {@code {word}} in an argument stands for. */
  public enum Placeholder {
    /** The absolute path of the file. */
    FILE("file"),
    /** Its name without folder. */
    NAME("name"),
    /** The business date, {@code yyyy-MM-dd}. */
    DATE("date"),
    /** For example {@code 210}. */
    RECORD_TYPE("record-type"),
    /** For example {@code pboc}. */
    BUREAU("bureau");

    private final String word;

    Placeholder(String word) {
      this.word = word;
    }

    /** As written in the configuration, with its braces. */
    public String text() {
      return "{" + word + "}";
    }
  }

  /** Without command and environment, which may hold a password. */
  @Override
  public String toString() {
    return "HandoverSettings[timeoutSeconds=" + timeoutSeconds + ", idempotent=" + idempotent + "]";
  }
}
