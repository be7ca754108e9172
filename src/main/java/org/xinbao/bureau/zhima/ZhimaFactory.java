package org.xinbao.bureau.zhima;

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

/** Brings Zhima Credit into the program. */
public final class ZhimaFactory implements BureauFactory {

  @Override
  public String name() {
    return Zhima.NAME;
  }

  @Override
  public Bureau read(ConfNode file, BureauSettings settings) {
    return new Zhima(ZhimaConf.of(file, settings));
  }

  @Override
  public boolean recognises(String fileName, byte[] opening) {
    return FeedbackName.find(fileName).isPresent()
        || new String(opening, StandardCharsets.ISO_8859_1)
            .matches("(?s)\\s*\\{\\s*\"records\"\\s*:.*");
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return Precheck.file(file, findings);
  }

  @Override
  public List<String> controlNames() {
    return List.of("create_amt (fen)", "overdue_amt (fen)");
  }

  @Override
  public String ruleText(String code) {
    return ZhimaRule.valueOf(code).english();
  }
}
