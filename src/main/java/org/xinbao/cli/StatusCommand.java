package org.xinbao.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinbao.job.StatusNote;
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
    StatusNote.read(places.home())
        .forEach(Objects.requireNonNull(spec).commandLine().getOut()::println);
    return 0;
  }
}
