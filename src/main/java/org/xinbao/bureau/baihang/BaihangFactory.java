package org.xinbao.bureau.baihang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauFactory;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.conf.ConfNode;

/** Brings Baihang Credit into the program. */
public final class BaihangFactory implements BureauFactory {

  @Override
  public String name() {
    return Baihang.NAME;
  }

  @Override
  public Bureau read(ConfNode file, BureauSettings settings) {
    return new Baihang(BaihangConf.of(file, settings));
  }

  @Override
  public boolean recognises(String fileName, byte[] opening) {
    return FileName.find(fileName).isPresent()
        || new String(opening, StandardCharsets.ISO_8859_1)
            .matches("(?s)#(singleLoan|loopLoan|loanApply)[A-Za-z]*Info\\r?\\n.*");
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return Precheck.file(file, findings);
  }

  @Override
  public List<String> controlNames() {
    return List.of("balance (fen)", "overdueAmount (fen)");
  }

  @Override
  public String ruleText(String code) {
    return BaihangRule.valueOf(code).english();
  }
}
