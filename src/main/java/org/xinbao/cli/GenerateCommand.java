package org.xinbao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.generate.Generator;
import org.xinbao.generate.GeneratorSettings;
import org.xinbao.generate.GeneratorSettings.RowOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Writes a plausible ledger export: {@code jobs/xinbao.sh generate --loans N --seed S --date D
 * --out DIR}.
 */
@Command(
    name = "generate",
    description = "Writes plausible ledger exports of any size, all persons made up.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--loans", required = true, description = "number of loans")
  private long loans;

  @Option(names = "--seed", description = "chooses the book (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--date",
      required = true,
      converter = DateConverter.class,
      description = "the business date, yyyy-MM-dd; with --months the last one")
  private @Nullable LocalDate date;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the export's folder; with --months above 1 the folder of the exports' folders")
  private @Nullable Path out;

  @Option(
      names = "--months",
      description = "number of consecutive month-ends of the same book (default: ${DEFAULT-VALUE})")
  private int months = 1;

  @Option(names = "--borrowers", description = "write borrowers.csv too")
  private boolean borrowers;

  @Option(names = "--shuffle", description = "write the rows in another order")
  private boolean shuffle;

  @Override
  public Integer call() throws IOException {
    GeneratorSettings settings;
    try {
      settings =
          new GeneratorSettings(
              loans,
              seed,
              Day.of(Objects.requireNonNull(date)),
              months,
              Objects.requireNonNull(out).toAbsolutePath().normalize(),
              borrowers,
              shuffle ? RowOrder.SHUFFLED : RowOrder.BY_LOAN);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
    }
    Generator.write(settings);
    return 0;
  }
}
