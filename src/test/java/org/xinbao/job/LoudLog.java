package org.xinbao.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Every logger at its finest, and the messages of all failures that are logged. */
final class LoudLog {

  private final Map<Logger, @Nullable Level> before = new HashMap<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicLong lines = new AtomicLong();
  private final TurboFilter listener = new Listener();

  private final class Listener extends TurboFilter {
    @Override
    public FilterReply decide(
        @Nullable Marker marker,
        Logger logger,
        Level level,
        @Nullable String format,
        Object @Nullable [] arguments,
        @Nullable Throwable failure) {
      lines.incrementAndGet();
      for (Throwable each = failure; each != null; each = each.getCause()) {
        failures.add(String.valueOf(each.getMessage()));
      }
      return FilterReply.NEUTRAL;
    }
  }

  void begin() {
    LoggerContext context = context();
    for (Logger each : context.getLoggerList()) {
      before.put(each, each.getLevel());
      each.setLevel(Level.TRACE);
    }
    context.addTurboFilter(listener);
  }

  void end() {
    context().getTurboFilterList().remove(listener);
    before.forEach(Logger::setLevel);
    before.clear();
  }

  List<String> failures() {
    return failures;
  }

  long lines() {
    return lines.get();
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
