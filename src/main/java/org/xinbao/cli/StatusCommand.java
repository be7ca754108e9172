package org.xinbao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.store.HomeStatus;
import org.xinbao.store.StepTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * How the last run of a home went: {@code jobs/xinbao.sh status}; reads one small file and needs no
 * database.
 */
@Command(
    name = "status",
    description = "Says how the last run of the home went and how long each step took.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Places places = new Places();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Optional<HomeStatus> status = HomeStatus.read(places.home());
    if (status.isEmpty()) {
      out.println("Nothing has run in " + places.home() + " yet.");
      return 0;
    }
    HomeStatus last = status.get();
    out.println(last.job() + " " + last.businessDate() + ": " + last.state());
    out.println(last.sentence());
    out.println("exit code: " + last.exitCode().map(String::valueOf).orElse("none yet"));
    out.println("started:   " + last.startedAt());
    last.endedAt()
        .ifPresent(end -> out.println("ended:     " + end + " " + seconds(last.startedAt(), end)));
    for (StepTime step : last.steps()) {
      String took = step.endedAt().map(end -> seconds(step.startedAt(), end)).orElse("at work");
      out.println(String.format(Locale.ROOT, "  %-10s %s", step.step(), took));
    }
    return 0;
  }

  private static String seconds(Instant from, Instant to) {
    return String.format(Locale.ROOT, "%.3f s", Duration.between(from, to).toMillis() / 1000.0);
  }
}
