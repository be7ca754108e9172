package org.xinbao.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs commands as the program does, and keeps what they say. */
public final class Commands {

  private Commands() {}

  /** Runs a command to its end in this process. */
  public static Ended run(String... arguments) {
    StringWriter errors = new StringWriter();
    int code =
        Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(errors))
            .execute(arguments);
    return new Ended(code, errors.toString().lines().toList());
  }

  /** Everything that a command says, on standard output and standard error. */
  public static Ended runAndHear(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter both = new PrintWriter(said, true);
    int code = Main.commandLine(both, both).execute(arguments);
    return new Ended(code, said.toString().lines().toList());
  }

  /** What a command says on standard output. */
  public static String output(String... arguments) {
    StringWriter out = new StringWriter();
    Main.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter())).execute(arguments);
    return out.toString();
  }
}
