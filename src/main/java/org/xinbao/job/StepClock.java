package org.xinbao.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Notes in the store when a step begins and ends; nothing of it reaches an output. */
final class StepClock implements StepExecutionListener {

  private final NightRun night;

  StepClock(NightRun night) {
    this.night = night;
  }

  @Override
  public void beforeStep(StepExecution step) {
    night.stores().runs().stepStarted(night.run().id(), step.getStepName(), Instant.now());
    try {
      StatusBoard.working(night, step.getStepName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FailurePoint.stepBegun(step.getStepName());
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution step) {
    night.stores().runs().stepEnded(night.run().id(), step.getStepName(), Instant.now());
    FailurePoint.stepEnded(step.getStepName());
    return null;
  }
}
