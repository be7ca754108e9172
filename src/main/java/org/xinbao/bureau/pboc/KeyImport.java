package org.xinbao.bureau.pboc;

import java.util.List;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Imported;
import org.xinbao.bureau.ImportedKey;

/** Borrowers (110) and credit agreements (220) that another system has reported. */
final class KeyImport {

  private KeyImport() {}

  static Imported of(ImportedKey key) {
    String type = IdNumbers.personCode(key.idType());
    if (type.isEmpty() || !IdNumbers.isValid(type, key.idNumber())) {
      return Imported.refused(
          List.of(Imported.Problem.of("id_number", "a number that the document type can have")));
    }
    String identity = Dossier.identity(key.name(), type, key.idNumber());
    boolean ended = key.by() == Fact.By.FACILITY && key.closed();
    ToldKey told =
        ended
            ? new ToldKey("", Day.NONE, identity, new TreeMap<>(FacilityReporter.endedContents()))
            : ToldKey.imported(identity);
    return Imported.of(new KeyHistory(told.text(), List.of()).text());
  }
}
