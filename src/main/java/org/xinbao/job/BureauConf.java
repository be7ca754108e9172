package org.xinbao.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauFactory;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.Bureaux;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.ConfNode;
import org.xinbao.conf.Convention;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;

/**
 * The bureaux that are reported to, each read from its own file.
 *
 * @param bureaux in the order of {@code bureaux} in {@code xinbao.yaml}
 * @param conventions every entry of their files, after the bureau's name and a dot
 */
public record BureauConf(List<Bureau> bureaux, List<Convention> conventions) {

  public BureauConf {
    bureaux = List.copyOf(bureaux);
    conventions = List.copyOf(conventions);
  }

  /** Reads the file of every bureau that the settings list. */
  public static BureauConf read(Path folder, Settings settings, Products products) {
    BureauSettings institution =
        new BureauSettings(
            settings.providerCode(),
            products.byKey().keySet(),
            settings.reportTime(),
            settings.differenceHold().orElse(-1),
            settings.autoCorrect());
    List<Bureau> bureaux = new ArrayList<>();
    List<Convention> conventions = new ArrayList<>();
    for (String name : settings.bureaux()) {
      BureauFactory factory = Bureaux.find(name).orElseThrow(() -> unknown(name));
      ConfNode file = ConfNode.read(folder.resolve(name + ".yaml"));
      bureaux.add(factory.read(file, institution));
      file.asWritten()
          .forEach(each -> conventions.add(new Convention(name + "." + each.key(), each.value())));
    }
    return new BureauConf(bureaux, conventions);
  }

  private static ConfException unknown(String name) {
    return new ConfException(
        Settings.FILE
            + ": bureaux names "
            + name
            + ", which this program does not know; it knows "
            + Bureaux.names()
            + ".");
  }
}
