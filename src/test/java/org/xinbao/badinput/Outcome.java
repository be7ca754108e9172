package org.xinbao.badinput;

import java.util.List;

/**
 * What became of one damaged input.
 *
 * @param code the exit code that the program ended with, or would have
 * @param complaints what it must not have done; empty when all is well
 * @param checked whether its rows were counted by other code and compared
 */
record Outcome(int code, List<String> complaints, boolean checked) {

  Outcome {
    complaints = List.copyOf(complaints);
  }
}
