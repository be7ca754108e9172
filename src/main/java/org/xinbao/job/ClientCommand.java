package org.xinbao.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinbao.conf.HandoverSettings;
import org.xinbao.conf.HandoverSettings.Placeholder;
import org.xinbao.store.HandoverState;

/**
 * One run of the institution's client: no shell, an environment of its own, nothing on standard
 * input, standard output and error read together and only their tail kept.
 *
 * @param settings command, timeout and environment as configured
 * @param values what the placeholders stand for
 * @param workFolder where it runs
 */
record ClientCommand(HandoverSettings settings, Map<Placeholder, String> values, Path workFolder) {

  /** How long output is awaited that something the command left behind still holds open. */
  private static final long OUTPUT_SECONDS = 2;

  /**
   * Exit codes by which the system, and a shell, say that a signal ended a process: 128 + 1 … 64.
   */
  private static final int SIGNALS_FROM = 129;

  private static final int SIGNALS_TO = 192;
  private static final int SIGNAL_BASE = 128;

  private static final Pattern WORD =
      Pattern.compile(
          Stream.of(Placeholder.values())
              .map(each -> Pattern.quote(each.text()))
              .collect(Collectors.joining("|")));

  /**
   * How it ended.
   *
   * @param reason a part of a sentence
   */
  record Ended(HandoverState state, OptionalInt exitCode, String reason, OutputTail output) {}

  ClientCommand {
    values = Map.copyOf(values);
  }

  /** Runs the command to its end or to its timeout. */
  Ended run() throws InterruptedException {
    OutputTail output = new OutputTail();
    Process process;
    try {
      process = start();
    } catch (IOException e) {
      output.say("The program could not be started: " + e.getMessage() + "\n");
      return new Ended(
          HandoverState.FAILED, OptionalInt.empty(), "its command could not be started", output);
    }
    Thread reader = output.readFrom(process.getInputStream());
    boolean ended = false;
    try {
      closeInput(process);
      ended = process.waitFor(settings.timeoutSeconds(), TimeUnit.SECONDS);
    } finally {
      if (!ended) {
        kill(process.toHandle());
      }
    }
    reader.join(TimeUnit.SECONDS.toMillis(OUTPUT_SECONDS));
    if (!ended) {
      return new Ended(
          HandoverState.TIMED_OUT,
          OptionalInt.empty(),
          "its command did not end within "
              + settings.timeoutSeconds()
              + " seconds and was stopped",
          output);
    }
    return ended(process.exitValue(), output);
  }

  /**
   * The command with every placeholder replaced, each in one pass: values are never looked into.
   */
  List<String> words() {
    return settings.command().stream()
        .map(
            word ->
                WORD.matcher(word)
                    .replaceAll(found -> Matcher.quoteReplacement(value(found.group()))))
        .toList();
  }

  private String value(String text) {
    for (Placeholder each : Placeholder.values()) {
      if (each.text().equals(text)) {
        return values.getOrDefault(each, "");
      }
    }
    return text;
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words()).directory(workFolder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(settings.environment());
    return builder.start();
  }

  private static void closeInput(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The command has ended already and with it its end of the pipe.
    }
  }

  private static Ended ended(int exitCode, OutputTail output) {
    OptionalInt code = OptionalInt.of(exitCode);
    if (exitCode == 0) {
      return new Ended(HandoverState.DONE, code, "its command ended with exit code 0", output);
    }
    if (exitCode >= SIGNALS_FROM && exitCode <= SIGNALS_TO) {
      return new Ended(
          HandoverState.KILLED,
          code,
          "its command was ended by signal " + (exitCode - SIGNAL_BASE),
          output);
    }
    return new Ended(
        HandoverState.FAILED, code, "its command ended with exit code " + exitCode, output);
  }

  /** Kills a process and all it has started: its children are found before they lose it. */
  private static void kill(ProcessHandle process) {
    List<ProcessHandle> children = process.children().toList();
    process.destroyForcibly();
    children.forEach(ClientCommand::kill);
  }

  /** The last bytes of what a command says, however much that is. */
  static final class OutputTail {

    /** Enough for a page of messages, and no more of what may hold personal data. */
    static final int KEPT = 64 * 1024;

    private final byte[] ring = new byte[KEPT];
    private long total;

    synchronized void add(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        ring[(int) (total++ % KEPT)] = bytes[i];
      }
    }

    void say(String text) {
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      add(bytes, bytes.length);
    }

    /** How much was said in all. */
    synchronized long total() {
      return total;
    }

    /** The last bytes, in order. */
    synchronized byte[] bytes() {
      int length = (int) Math.min(total, KEPT);
      byte[] tail = new byte[length];
      for (int i = 0; i < length; i++) {
        tail[i] = ring[(int) ((total - length + i) % KEPT)];
      }
      return tail;
    }

    /** Reads on its own thread, so that a command never waits for its output to be taken. */
    Thread readFrom(InputStream stream) {
      Thread reader =
          new Thread(
              () -> {
                byte[] buffer = new byte[8 * 1024];
                try {
                  for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    add(buffer, n);
                  }
                } catch (IOException e) {
                  // The command was killed: what it said so far is what there is.
                }
              },
              "hand-over output");
      reader.setDaemon(true);
      reader.start();
      return reader;
    }
  }
}
