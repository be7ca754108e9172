package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import org.xinbao.bureau.Fact;
import org.xinbao.store.Database;
import org.xinbao.store.Decisions;
import org.xinbao.store.EvidenceChain;
import org.xinbao.store.Feedbacks;
import org.xinbao.store.Handovers;
import org.xinbao.store.HeldReports;
import org.xinbao.store.KeptIdentities;
import org.xinbao.store.Notices;
import org.xinbao.store.PublishedFigures;
import org.xinbao.store.PublishedRules;
import org.xinbao.store.Register;
import org.xinbao.store.RejectedRecords;
import org.xinbao.store.RejectedRows;
import org.xinbao.store.ReportQueue;
import org.xinbao.store.RunParts;
import org.xinbao.store.Runs;
import org.xinbao.store.Snapshots;
import org.xinbao.store.Submissions;

/** What is kept between runs, opened once. */
record Stores(
    Database database,
    Runs runs,
    RunParts parts,
    Submissions submissions,
    Handovers handovers,
    PublishedFigures figures,
    Register register,
    ReportQueue queue,
    Notices notices,
    Decisions decisions,
    HeldReports held,
    RejectedRows rejects,
    PublishedRules rules,
    EvidenceChain chain,
    KeptIdentities identities,
    Feedbacks feedbacks,
    RejectedRecords rejectedRecords,
    Snapshots snapshots,
    Snapshots customerStates,
    Snapshots facilityStates) {

  /** The state of the customers or facilities. */
  Snapshots states(Fact.By by) {
    return by == Fact.By.CUSTOMER ? customerStates : facilityStates;
  }

  /** Where the state file of a name is. */
  Snapshots states(StateName name) {
    return states(name.kind());
  }

  /** All kinds of state. */
  Snapshots states(StateName.Kind kind) {
    return switch (kind) {
      case LOANS -> snapshots;
      case CUSTOMERS -> customerStates;
      case FACILITIES -> facilityStates;
    };
  }

  static Stores of(Database database, Path home) throws IOException {
    return new Stores(
        database,
        new Runs(database),
        new RunParts(database),
        new Submissions(database),
        new Handovers(database),
        new PublishedFigures(database),
        new Register(database),
        new ReportQueue(database),
        new Notices(database),
        new Decisions(database),
        new HeldReports(database),
        new RejectedRows(database),
        new PublishedRules(database),
        new EvidenceChain(database),
        new KeptIdentities(database),
        new Feedbacks(database),
        new RejectedRecords(database),
        new Snapshots(home),
        new Snapshots(home, "customers"),
        new Snapshots(home, "facilities"));
  }
}
