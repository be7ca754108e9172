package org.xinbao.bureau.metro2;

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

/** Brings the format Metro 2 into the program. */
public final class Metro2Factory implements BureauFactory {

  @Override
  public String name() {
    return Metro2.NAME;
  }

  @Override
  public Bureau read(ConfNode file, BureauSettings settings) {
    return new Metro2(Metro2Conf.of(file, settings));
  }

  @Override
  public boolean recognises(String fileName, byte[] opening) {
    String text = new String(opening, StandardCharsets.ISO_8859_1);
    return FileName.isOurs(fileName) || text.matches("(?s)([0-9]{4}){1,2}HEADER.*");
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return Precheck.file(file, known, findings);
  }

  @Override
  public List<String> controlNames() {
    return List.of("current balance", "amount past due");
  }

  @Override
  public String ruleText(String code) {
    return Metro2Rule.valueOf(code).english();
  }
}
