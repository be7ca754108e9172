package org.xinbao.job;

import java.util.List;

/**
 * How an import ended.
 *
 * @param refused why it was refused: file, line, column, code and sentence, the first of them
 */
public record ImportOutcome(RunOutcome outcome, List<String> refused) {

  public ImportOutcome {
    refused = List.copyOf(refused);
  }
}
