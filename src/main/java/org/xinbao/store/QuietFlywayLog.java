package org.xinbao.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Keeps Flyway silent: what fails is thrown by it as well, and its banner and progress say nothing
 * to operations staff. Public with a public constructor because Flyway makes it by name.
 */
public final class QuietFlywayLog implements LogCreator {

  @Override
  public Log createLogger(Class<?> type) {
    return new Log() {
      @Override
      @SuppressWarnings("deprecation")
      public boolean isDebugEnabled() {
        return false;
      }

      @Override
      public void debug(String message) {}

      @Override
      public void info(String message) {}

      @Override
      public void warn(String message) {}

      @Override
      public void error(String message) {}

      @Override
      public void error(String message, Exception failure) {}

      @Override
      public void notice(String message) {}
    };
  }
}
