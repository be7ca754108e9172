package org.xinbao.cli;

import java.util.List;

/**
 * How a command ended.
 *
 * @param code the exit code
 * @param errors what it said on standard error, by line
 */
public record Ended(int code, List<String> errors) {

  public Ended {
    errors = List.copyOf(errors);
  }

  /** The last line on standard error: one sentence for the person who must act. */
  public String sentence() {
    return errors.isEmpty() ? "" : errors.get(errors.size() - 1);
  }
}
