package org.xinbao.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xinbao.conf.ConfException;
import org.xinbao.job.ExitCode;
import org.xinbao.job.JobStopped;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The program: one command per job. Ends with a documented exit code and one sentence on standard
 * error.
 */
@Command(
    name = "xinbao",
    description = "From a lender's ledger export to what the credit bureaux accept, with proof.",
    subcommands = {
      ArchiveCommand.class,
      AuditCommand.class,
      NightlyCommand.class,
      HandoverCommand.class,
      ExplainCommand.class,
      FeedbackCommand.class,
      GenerateCommand.class,
      RetentionCommand.class,
      WorkerCommand.class,
      StatusCommand.class,
      PrecheckCommand.class,
      ReportCommand.class,
      ImportHistoryCommand.class,
      CommandLine.HelpCommand.class
    },
    versionProvider = VersionProvider.class,
    mixinStandardHelpOptions = true)
public final class Main implements Runnable {

  @CommandLine.Spec private @Nullable CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code; for tests. */
  public static int run(String... args) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    return commandLine(out, err).execute(args);
  }

  /** The commands, saying what they have to say to these two. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(wrongArguments())
        .setExecutionExceptionHandler(failure());
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Name a command; jobs/xinbao.sh help lists them.");
    }
  }

  private static IParameterExceptionHandler wrongArguments() {
    return (e, args) -> {
      e.getCommandLine().getErr().println("Wrong arguments: " + e.getMessage());
      return ExitCode.USAGE.number();
    };
  }

  private static IExecutionExceptionHandler failure() {
    return (e, command, result) -> {
      PrintWriter err = command.getErr();
      if (e instanceof ConfException) {
        err.println("Wrong configuration: " + e.getMessage());
        return ExitCode.USAGE.number();
      }
      if (e instanceof JobStopped stopped) {
        err.println(stopped.getMessage());
        return stopped.code().number();
      }
      err.println(Failures.sentence(e));
      return ExitCode.FAILED.number();
    };
  }
}
