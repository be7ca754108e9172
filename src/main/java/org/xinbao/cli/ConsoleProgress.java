package org.xinbao.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.xinbao.job.Progress;

/** A progress bar on a terminal; in cron one plain line a minute, and none for short steps. */
final class ConsoleProgress implements Progress, AutoCloseable {

  private static final long LINE_EVERY_NANOS = 60_000_000_000L;
  private static final int REDRAW_MILLIS = 250;

  private final boolean terminal;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong lastLine = new AtomicLong(System.nanoTime());
  private volatile String name = "";
  private volatile long total;
  private @Nullable ProgressBar bar;

  private ConsoleProgress(boolean terminal) {
    this.terminal = terminal;
  }

  /** The start script says whether standard error is a terminal; Java cannot tell. */
  static ConsoleProgress onStandardError() {
    return new ConsoleProgress(Boolean.getBoolean("xinbao.terminal"));
  }

  @Override
  public synchronized void step(String step, long units) {
    endBar();
    name = step;
    total = units;
    done.set(0);
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(step)
              .setInitialMax(units == 0 ? -1 : units)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REDRAW_MILLIS)
              .build();
    }
  }

  @Override
  public void advance(long by) {
    long now = done.addAndGet(by);
    ProgressBar current = bar;
    if (current != null) {
      current.stepBy(by);
    } else {
      line(now);
    }
  }

  @Override
  public synchronized void close() {
    endBar();
  }

  private void line(long now) {
    long last = lastLine.get();
    long time = System.nanoTime();
    if (time - last >= LINE_EVERY_NANOS && lastLine.compareAndSet(last, time)) {
      String of = total == 0 ? "" : String.format(Locale.ROOT, " of %,d", total);
      System.err.println(String.format(Locale.ROOT, "%s: %,d%s", name, now, of));
    }
  }

  private void endBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
