package org.xinbao.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.conf.Convention;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.store.Run;
import org.xinbao.store.SnapshotPlan;
import org.xinbao.store.StateView;

/**
 * One run at work: what it reads, what it builds on and where it writes. Fixed before the first
 * partition begins.
 *
 * @param previous the published run whose state this one builds on
 * @param before the state of that run
 * @param plan the snapshot that this run writes
 * @param keyStates the same of customers and facilities
 * @param missed business dates between the previous one and this one that were never run (epoch
 *     days)
 * @param ruleChanges changed rules of published products that a person has accepted
 */
record NightRun(
    NightlyArguments arguments,
    Settings settings,
    Products products,
    List<Convention> conventions,
    List<String> warnings,
    List<Bureau> bureaux,
    LedgerExport export,
    Stores stores,
    Run run,
    Optional<Run> previous,
    StateView before,
    SnapshotPlan plan,
    KeyStates keyStates,
    List<Integer> missed,
    List<RuleChange> ruleChanges,
    Staging staging,
    Progress progress) {

  NightRun {
    conventions = List.copyOf(conventions);
    warnings = List.copyOf(warnings);
    bureaux = List.copyOf(bureaux);
    missed = List.copyOf(missed);
    ruleChanges = List.copyOf(ruleChanges);
  }

  int date() {
    return arguments.date();
  }

  /**
   * The creation date that files of a bureau carry (epoch day); not a day on which nobody works.
   */
  int createdOn(Bureau bureau) throws IOException {
    int given = arguments.allowed().fileDate();
    return given == Day.NONE ? export().workingDayFrom(bureau.createdOn(date())) : given;
  }

  NightContext context() {
    boolean takenAsKnown =
        previous.isEmpty()
            && settings.firstLoad().equals(Optional.of(Settings.FirstLoad.ALREADY_REPORTED));
    return new NightContext(
        date(),
        run.input().version(),
        products.byKey(),
        bureaux,
        arguments.allowed().has(Allowed.What.LATER_EXPORT),
        takenAsKnown,
        KnownAccountIds.of(this));
  }
}
