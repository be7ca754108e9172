package org.xinbao.bureau;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.xinbao.conf.ConfNode;

/**
 * The door through which a bureau joins the program: a package brings an implementation, names it
 * in {@code META-INF/services}, and the institution lists it under {@code bureaux} in {@code
 * xinbao.yaml}. Implementations have a public constructor without parameters and no state.
 */
public interface BureauFactory {

  /**
   * The bureau's name: that of its configuration file without {@code .yaml}, of its folder of
   * submissions, and in {@code bureaux}. Small letters and digits.
   */
  String name();

  /**
   * The bureau as its configuration file describes it; throws {@link org.xinbao.conf.ConfException}
   * at the first key that cannot be used.
   */
  Bureau read(ConfNode file, BureauSettings settings);

  /**
   * Whether a submission file, of whatever vendor, looks like one for this bureau.
   *
   * @param fileName without folder
   * @param opening its first bytes, at most 512; fewer when it is shorter
   */
  boolean recognises(String fileName, byte[] opening);

  /**
   * The pre-check without a configuration: what every institution's file is held to, streaming.
   *
   * @return what the bytes add up to
   */
  SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException;

  /** What the two control totals of a file are called, for PBOC AcctBal and TotOverd. */
  default List<String> controlNames() {
    return List.of("balance", "overdue");
  }

  /**
   * What a code of a finding means in general, one English sentence; empty when it says so itself.
   */
  default String ruleText(String code) {
    return "";
  }
}
