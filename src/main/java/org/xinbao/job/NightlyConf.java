package org.xinbao.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.Convention;
import org.xinbao.conf.Conventions;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;
import org.xinbao.ledger.LedgerSettings;
import org.xinbao.store.Database;

/**
 * The whole configuration of a night, read and checked before anything else.
 *
 * @param conventions every rule in force
 * @param sha256 hash of the effective configuration
 */
record NightlyConf(
    Settings settings,
    Products products,
    List<Bureau> bureaux,
    List<Convention> conventions,
    List<String> warnings,
    String sha256) {

  /** Loans up to which an empty home needs no decision about the first load (rulings 6). */
  private static final long UNDECIDED_LOANS = 1_000;

  static NightlyConf read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The configuration folder " + folder + " does not exist: name another one with --conf.");
    }
    Settings settings = Settings.read(folder);
    Products products = Products.read(folder);
    BureauConf served = BureauConf.read(folder, settings, products);
    refuseUnknownBureaux(settings);
    List<Convention> conventions = new ArrayList<>(Conventions.echo(products, settings));
    conventions.addAll(served.conventions());
    List<String> warnings = new ArrayList<>(products.warnings());
    served.bureaux().forEach(each -> warnings.addAll(each.warnings()));
    return new NightlyConf(
        settings,
        products,
        served.bureaux(),
        List.copyOf(conventions),
        List.copyOf(warnings),
        Conventions.confSha256(conventions));
  }

  /** The same for a night that is run again in a scratch home; its rules and their hash stay. */
  NightlyConf inScratch() {
    return new NightlyConf(settings.inScratch(), products, bureaux, conventions, warnings, sha256);
  }

  /** With {@code creation-date: GIVEN} every night is told its file date, otherwise none is. */
  void refuseOtherFileDate(Allowed allowed) {
    boolean given = allowed.fileDate() != Day.NONE;
    if (given != (settings.creationDate() == Settings.CreationDate.GIVEN)) {
      throw new JobStopped(
          ExitCode.USAGE,
          given
              ? "--file-date needs creation-date: GIVEN in xinbao.yaml."
              : "xinbao.yaml has creation-date: GIVEN: name the files' date with --file-date.");
    }
  }

  private static void refuseUnknownBureaux(Settings settings) {
    for (String bureau : settings.handovers().keySet()) {
      if (!settings.bureaux().contains(bureau)) {
        throw new ConfException(
            Settings.FILE
                + ": hand-over."
                + bureau
                + " is not a bureau that is served; served: "
                + String.join(", ", settings.bureaux())
                + ".");
      }
    }
  }

  LedgerSettings ledgerSettings() {
    return new LedgerSettings(
        settings.providerCode(),
        products.byKey().keySet(),
        Set.copyOf(settings.currencies()),
        bureaux.stream().anyMatch(Bureau::needsBorrowers));
  }

  Database openDatabase(Path home) {
    return settings
        .database()
        .map(each -> Database.openServer(each.url(), System.getenv()))
        .orElseGet(() -> Database.openEmbedded(home));
  }

  /** Rulings 6: above so many loans somebody must say whether they were reported before. */
  void refuseUndecidedFirstLoad(boolean emptyHome, long loans) {
    if (emptyHome && loans > UNDECIDED_LOANS && settings.firstLoad().isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The home is empty and the export has more than 1,000 loans: state first-load in"
              + " xinbao.yaml (REPORT_ALL or ALREADY_REPORTED).");
    }
  }
}
