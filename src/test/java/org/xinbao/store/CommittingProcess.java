package org.xinbao.store;

import java.nio.file.Path;
import java.util.List;

/** Commits to the embedded database of a home and says so after each commit, until it is killed. */
final class CommittingProcess {

  private CommittingProcess() {}

  public static void main(String[] arguments) {
    try (Database database = Database.openEmbedded(Path.of(arguments[0]))) {
      Runs runs = new Runs(database);
      PublishedFigures figures = new PublishedFigures(database);
      while (!Thread.currentThread().isInterrupted()) {
        long run = runs.start(TestDatabases.input("2026-10-31", 1), TestDatabases.NOW);
        figures.record(run, List.of(new PublishedFigure("M", "", "", "a", run, run)));
        System.out.println("committed " + run);
      }
    }
  }
}
