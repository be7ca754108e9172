package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.ChainWalk;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.report.AuditInput;
import org.xinbao.report.AuditInput.Column;
import org.xinbao.report.AuditInput.Kind;
import org.xinbao.report.AuditInput.Table;
import org.xinbao.report.AuditWorkbook;
import org.xinbao.report.Language;
import org.xinbao.store.SafeFiles;

/**
 * {@code audit report}: the auditors' workbook of a span of business dates, from the database, the
 * evidence chain and what is kept of the outputs. It holds loan ids and reasons, no names, and is a
 * copy for reading: the next retention takes it away.
 */
public final class AuditReport {

  private final AuditArguments arguments;
  private final NightlyConf conf;
  private final Stores stores;
  private final int from;
  private final int to;

  private AuditReport(AuditArguments arguments, NightlyConf conf, Stores stores, int from, int to) {
    this.arguments = arguments;
    this.conf = conf;
    this.stores = stores;
    this.from = from;
    this.to = to;
  }

  /**
   * Writes the workbook.
   *
   * @param from the first business date (epoch day)
   * @param to the last one, not before the first
   */
  public static Audit.Result write(AuditArguments arguments, int from, int to) throws Exception {
    if (to < from) {
      throw new JobStopped(
          ExitCode.USAGE, "--to is before --from: name the first and the last business date.");
    }
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        Audit.JOB,
        arguments.lockWait(),
        stores -> {
          HalfPublished.complete(stores, arguments.home());
          return new AuditReport(arguments, conf, stores, from, to).write();
        });
  }

  private Audit.Result write() throws IOException {
    AuditEntries entries = AuditEntries.gather(stores.chain(), from, to);
    AuditInput.Chain chain = walk();
    AuditInput input =
        new AuditInput(
            from,
            to,
            conf.settings().providerCode(),
            Language.ofTag(conf.settings().language().tag()),
            "xinbao " + ProgramVersion.current(),
            chain,
            tables(entries));
    Path folder = SafeFiles.createFolders(RebuiltReports.folder(arguments.output()));
    String name = "audit-" + Day.format(from) + "_" + Day.format(to) + ".xlsx";
    Path staged = folder.resolve("." + name);
    Path target = folder.resolve(name);
    Path temp = SafeFiles.createPrivateFolder(arguments.home().resolve("scratch"));
    try {
      Files.deleteIfExists(staged);
      SafeFiles.createFile(staged).close();
      AuditWorkbook.write(input, staged, temp);
      SafeFiles.force(staged);
      SafeFiles.rename(staged, target);
    } finally {
      SafeFiles.deleteTree(temp);
    }
    return result(entries, chain, target);
  }

  private static Audit.Result result(AuditEntries entries, AuditInput.Chain chain, Path target) {
    if (!chain.broken().isEmpty()) {
      return new Audit.Result(
          ExitCode.LOOK,
          "The workbook is in " + target + ", but the chain is broken: " + chain.broken() + ".",
          List.of(chain.broken()));
    }
    return new Audit.Result(
        ExitCode.DONE,
        String.format(
            Locale.ROOT,
            "%,d published runs and %,d entries of the evidence chain: open %s.",
            entries.runs(),
            entries.count(),
            target),
        List.of());
  }

  private AuditInput.Chain walk() {
    ChainWalk walk = new ChainWalk();
    String broken = "";
    for (Iterator<EvidenceEntry> all = stores.chain().entries(); all.hasNext(); ) {
      String finding = walk.next(all.next()).orElse("");
      broken = broken.isEmpty() ? finding : broken;
    }
    return new AuditInput.Chain(walk.number(), walk.head(), broken);
  }

  private List<Table> tables(AuditEntries entries) throws IOException {
    AuditRows rows = new AuditRows(arguments.output(), stores, entries, from, to);
    List<Table> tables = new ArrayList<>();
    tables.add(
        table(
            "runs",
            rows.runs(),
            "date/DATE job/WORD version/PLAIN state/WORD by/TEXT started/TEXT ended/TEXT"
                + " program/TEXT loans/COUNT assessed/COUNT rejected/COUNT held/COUNT exit/PLAIN"
                + " allowed/TEXT archived/TEXT entry/PLAIN decisionno/PLAIN feedbackno/PLAIN"
                + " rules/TEXT manifest/TEXT"));
    tables.add(
        table(
            "reconciliations",
            rows.reconciliations(),
            "date/DATE version/PLAIN bureau/TEXT type/TEXT assessedrecords/COUNT"
                + " writtenrecords/COUNT difference/DIFFERENCE assessedbalance/COUNT"
                + " writtenbalance/COUNT difference/DIFFERENCE assessedoverdue/COUNT"
                + " writtenoverdue/COUNT difference/DIFFERENCE"));
    tables.add(
        table(
            "submissions",
            rows.submissions(),
            "date/DATE version/PLAIN bureau/TEXT type/TEXT file/TEXT records/COUNT sha256/TEXT"
                + " attempts/PLAIN handover/WORD answeredon/DATE answer/WORD stored/COUNT"
                + " refused/COUNT feedback/TEXT"));
    tables.add(
        table(
            "rejects",
            rows.rejects(),
            "date/DATE version/PLAIN file/TEXT line/PLAIN loan/TEXT field/TEXT code/TEXT"
                + " meaning/MEANING message/TEXT"));
    tables.add(
        table(
            "held",
            rows.held(),
            "date/DATE version/PLAIN loan/TEXT bureau/TEXT code/TEXT meaning/MEANING"
                + " reportdate/DATE since/DATE message/TEXT"));
    tables.add(
        table(
            "corrections",
            rows.corrections(),
            "known/DATE decision/TEXT loan/TEXT kind/WORD decidedon/DATE effectivefrom/DATE"
                + " effectiveto/DATE bureau/TEXT decidedby/TEXT reason/TEXT concerns/TEXT"
                + " reference/TEXT"));
    tables.add(
        table("voided", rows.voided(), "loan/TEXT overduefrom/DATE voidedon/DATE reason/TEXT"));
    tables.add(
        table(
            "disputes",
            rows.disputes(),
            "decision/TEXT loan/TEXT opened/DATE due/DATE resolved/DATE days/PLAIN decidedby/TEXT"
                + " outcome/TEXT state/WORD"));
    tables.add(
        table(
            "deletions",
            entries.deletions().iterator(),
            "date/DATE what/WORD records/COUNT loans/COUNT files/COUNT by/TEXT at/TEXT"
                + " entry/PLAIN"));
    tables.add(
        table(
            "tombstones",
            rows.tombstones(),
            "tombstone/TEXT settledon/DATE lastkept/DATE deletedon/DATE rule/WORD"));
    tables.add(
        table(
            "people",
            entries.people().iterator(),
            "by/TEXT what/WORD times/COUNT first/TEXT last/TEXT"));
    tables.add(
        table(
            "entries",
            rows.entries(),
            "entry/PLAIN at/TEXT date/DATE what/WORD by/TEXT about/TEXT sha256/TEXT"));
    return tables;
  }

  /** Columns are written {@code label/KIND}. */
  private static Table table(String key, Iterator<List<String>> rows, String columns) {
    List<Column> list = new ArrayList<>();
    for (String each : columns.split(" ", -1)) {
      int slash = each.indexOf('/');
      list.add(new Column(each.substring(0, slash), Kind.valueOf(each.substring(slash + 1))));
    }
    return new Table(key, list, rows);
  }
}
