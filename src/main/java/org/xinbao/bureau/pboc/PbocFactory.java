package org.xinbao.bureau.pboc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauFactory;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.conf.ConfNode;

/** Brings the People's Bank of China's database into the program. */
public final class PbocFactory implements BureauFactory {

  /** A header begins with the letter A, and a record with its opening tag. */
  private static final String HEADER = "A";

  @Override
  public String name() {
    return Pboc.NAME;
  }

  @Override
  public Bureau read(ConfNode file, BureauSettings settings) {
    return Pboc.of(file, settings);
  }

  @Override
  public boolean recognises(String fileName, byte[] opening) {
    return SubmissionName.find(fileName).isPresent()
        || new String(opening, StandardCharsets.ISO_8859_1).startsWith(HEADER);
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return Precheck.file(
        file,
        new PrecheckSettings(known.providerCode(), Set.of(), known.isUsedName(), known.accounts()),
        findings);
  }

  @Override
  public List<String> controlNames() {
    return List.of("AcctBal", "TotOverd");
  }

  @Override
  public String ruleText(String code) {
    return PbocRule.valueOf(code).english();
  }
}
