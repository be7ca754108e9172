package org.xinbao.conf;

/**
 * A configuration that cannot be used: the message names the file, the key's path and what to do
 * (exit code 2).
 */
public final class ConfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfException(String message) {
    super(message);
  }
}
