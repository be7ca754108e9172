package org.xinbao.bureau.ferry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauFactory;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.conf.ConfNode;

/** A bureau that does not exist, added as the note "Add a bureau in a week" says. */
public final class FerryFactory implements BureauFactory {

  @Override
  public String name() {
    return Ferry.NAME;
  }

  @Override
  public Bureau read(ConfNode file, BureauSettings settings) {
    return Ferry.of(file, settings);
  }

  @Override
  public boolean recognises(String fileName, byte[] opening) {
    return fileName.startsWith("FERRY-");
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return FerryFile.check(file, findings);
  }
}
