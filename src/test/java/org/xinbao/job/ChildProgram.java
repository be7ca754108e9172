package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.cli.Ended;
import org.xinbao.cli.Main;

/** The program in a process of its own, which a test can kill. */
final class ChildProgram {

  private ChildProgram() {}

  /** Starts a command; what it says on standard error can be read from the process. */
  static Process start(List<String> properties, List<String> arguments) throws IOException {
    ChildClasses classes = ChildClasses.get();
    List<String> options = new ArrayList<>(classes.options());
    options.addAll(properties);
    return start(new ChildClasses(classes.classPath(), options), arguments);
  }

  /** The same with another class path. */
  static Process start(String classPath, List<String> properties, List<String> arguments)
      throws IOException {
    return start(new ChildClasses(classPath, properties), arguments);
  }

  static Process start(ChildClasses classes, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(classes.options());
    command.add("-cp");
    command.add(classes.classPath());
    command.add(Main.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Runs a command to its end. */
  static Ended run(List<String> properties, List<String> arguments)
      throws IOException, InterruptedException {
    Process process = start(properties, arguments);
    List<String> errors =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    return new Ended(process.waitFor(), errors);
  }
}
