package org.xinbao.job;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.store.SafeFiles;

/** The log of a home, {@code <home>/logs/xinbao.log}, a file a day, kept 90 days. */
final class LogFile {

  private static final int DAYS_KEPT = 90;
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level run=%property{run} %logger{0} %msg%n%nopex";

  private LogFile() {}

  /** Marks every line from now on with a run's number. */
  static void mark(long runId) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.putProperty("run", Long.toString(runId));
    }
  }

  /** Sends the log to the home's file from now on. */
  static void open(Path home) throws IOException {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    Path folder = SafeFiles.createFolders(home.resolve("logs"));
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    String name = "home:" + folder;
    if (root.getAppender(name) != null) {
      return;
    }
    root.detachAndStopAllAppenders();
    RollingFileAppender<ILoggingEvent> appender = new PrivateLog();
    appender.setContext(context);
    appender.setName(name);
    appender.setFile(folder.resolve("xinbao.log").toString());
    TimeBasedRollingPolicy<ILoggingEvent> rolling = new TimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(folder.resolve("xinbao-%d{yyyy-MM-dd}.log").toString());
    rolling.setMaxHistory(DAYS_KEPT);
    rolling.start();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    appender.setEncoder(encoder);
    appender.setRollingPolicy(rolling);
    appender.start();
    root.addAppender(appender);
  }

  /** Creates each day's file itself: the library would give others the right to read it. */
  private static final class PrivateLog extends RollingFileAppender<ILoggingEvent> {

    @Override
    public void openFile(String fileName) throws IOException {
      Path file = Path.of(fileName);
      if (!Files.exists(file)) {
        SafeFiles.createFile(file).close();
      }
      super.openFile(fileName);
    }
  }
}
