package org.xinbao.store;

import org.jspecify.annotations.Nullable;

/**
 * What is kept between runs cannot be read or written (exit code 30); the message is one sentence
 * that names the place and says what to do.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String sentence) {
    super(sentence);
  }

  public StoreException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
