package org.xinbao.job;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.xinbao.store.SafeFiles;

/**
 * The long crash test: every job on every store, killed at each point once and then at random
 * moments, until so many kills are reached. See {@code src/bench/crash.sh}.
 */
public final class Crashes {

  private static final int KILLS = 540;
  private static final int SHOWN = 5;

  private Crashes() {}

  /**
   * Runs it and prints a table.
   *
   * @param arguments kills in all, then the seed, then parts of the names of jobs and stores to
   *     which it is limited
   */
  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : KILLS;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextInt(1 << 30);
    String only = arguments.length > 2 ? arguments[2] : "";
    System.exit(run(kills, seed, only, System.out) ? 0 : 1);
  }

  private static boolean run(int kills, long seed, String only, PrintStream out) throws Exception {
    out.println("seed " + seed);
    List<String> table = new ArrayList<>();
    int all = CrashJob.values().length * 2;
    boolean good = true;
    int number = 0;
    for (boolean server : new boolean[] {false, true}) {
      for (CrashJob job : CrashJob.values()) {
        number++;
        if (!(job + (server ? " postgresql" : " hsqldb")).toLowerCase(Locale.ROOT).contains(only)) {
          continue;
        }
        Path folder = Files.createTempDirectory("crash-");
        try (CrashStore store = server ? new CrashStore.Server() : new CrashStore.Embedded()) {
          CrashLives lives = new CrashLives(job, store, folder);
          for (String point : lives.points()) {
            lives.dieAt(point);
          }
          for (long life = 0; lives.kills() < kills / all; life++) {
            lives.dieWhenever(seed * 1_000_003 + number * 10_007L + life);
          }
          table.add(lives.line());
          out.println(lives.line());
          lives.differences().forEach((how, found) -> print(out, how, found));
          good &= lives.differences().isEmpty();
        } finally {
          SafeFiles.deleteTree(folder);
        }
      }
    }
    out.println();
    out.println(
        "| job | store | kills at random moments | kills at points | points | lives | asked a"
            + " person | lives that differ |");
    out.println("|---|---|---|---|---|---|---|---|");
    table.forEach(out::println);
    return good;
  }

  private static void print(PrintStream out, String how, List<String> found) {
    out.println("DIFFERS " + how);
    found.stream().limit(SHOWN).forEach(each -> out.println("  " + each));
    if (found.size() > SHOWN) {
      out.println("  and " + (found.size() - SHOWN) + " more");
    }
  }
}
