package org.xinbao.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A worker in a process of its own, and what it says. */
final class WorkerProcess implements AutoCloseable {

  /** Long enough for the slowest machine; a worker that says nothing for so long never will. */
  private static final long SECONDS = 120;

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private WorkerProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::listen);
    reader.start();
  }

  /** Starts a worker of a home. */
  static WorkerProcess start(Nights nights, List<String> properties, String... options)
      throws IOException {
    return start(System.getProperty("java.class.path"), nights, properties, options);
  }

  /** Starts one from another class path. */
  static WorkerProcess start(
      String classPath, Nights nights, List<String> properties, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("worker", "--home", nights.home().toString()));
    arguments.addAll(List.of("--conf", nights.conf().toString()));
    arguments.addAll(Arrays.asList(options));
    return new WorkerProcess(ChildProgram.start(classPath, properties, arguments));
  }

  /** Waits until it has said a line so often. */
  void awaitLines(int count, Predicate<String> which) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (lines(which).size() < count) {
      if (System.nanoTime() > end || (!process.isAlive() && !reader.isAlive())) {
        throw new AssertionError("the worker has only said " + said);
      }
      Thread.sleep(20);
    }
  }

  /** What it has said so far. */
  List<String> lines(Predicate<String> which) {
    return said.stream().filter(which).toList();
  }

  /** Kills it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, and returns its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the worker has not ended; it said " + said);
    }
    reader.join();
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private void listen() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      in.lines().forEach(said::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      said.add("the worker was killed while it spoke");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  @Override
  public String toString() {
    return said.toString();
  }
}
