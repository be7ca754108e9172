package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import org.xinbao.store.Database;
import org.xinbao.store.PublishedFigures;
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
    PublishedFigures figures,
    Snapshots snapshots) {

  static Stores of(Database database, Path home) throws IOException {
    return new Stores(
        database,
        new Runs(database),
        new RunParts(database),
        new Submissions(database),
        new PublishedFigures(database),
        new Snapshots(home));
  }
}
