package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.xinbao.cli.Ended;

/**
 * One job with one store, killed in one life after the other, then started again by the same
 * command: what is left must be what an undisturbed run leaves.
 */
final class CrashLives {

  /** What a process of its own needs before it does anything. */
  private static final long START_MILLIS = 1_500;

  private final CrashJob job;
  private final CrashWorld world;
  private final CrashPicture undisturbed;
  private final long millis;
  private int lives;
  private int byTime;
  private int byPoint;
  private int asked;
  private final TreeSet<String> points = new TreeSet<>();
  private final Map<String, List<String>> differences = new LinkedHashMap<>();

  CrashLives(CrashJob job, CrashStore store, Path folder) throws IOException, SQLException {
    this.job = job;
    world = new CrashWorld(folder, store);
    job.prepare(world);
    world.keep();
    world.restore();
    long before = System.nanoTime();
    undisturbed = CrashPicture.of(world, world.run(job.arguments(world)));
    millis = START_MILLIS + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
  }

  List<String> points() {
    return job.points();
  }

  /** A life in which the job dies at a point. */
  void dieAt(String point) throws IOException, InterruptedException, SQLException {
    world.restore();
    Ended dead =
        ChildProgram.run(List.of("-D" + FailurePoint.PROPERTY + "=" + point), job.arguments(world));
    if (dead.code() != FailurePoint.HALTED) {
      note("at " + point, List.of("it did not die: " + dead));
    }
    byPoint++;
    points.add(point);
    endLife("at " + point);
  }

  /** A life in which it is killed once or several times, each at a moment of its own. */
  void dieWhenever(long seed) throws IOException, InterruptedException, SQLException {
    Random random = new Random(seed);
    world.restore();
    int kills = 1 + random.nextInt(2);
    StringBuilder moments = new StringBuilder("seed " + seed + ", killed after");
    for (int i = 0; i < kills; i++) {
      long moment = 150 + random.nextLong(millis);
      moments.append(' ').append(moment);
      Process child = ChildProgram.start(List.of(), job.arguments(world));
      // Who has ended by then was not killed, and is not counted.
      byTime += child.waitFor(moment, TimeUnit.MILLISECONDS) ? 0 : 1;
      child.destroyForcibly().waitFor();
    }
    endLife(moments + " ms");
  }

  private void endLife(String how) throws IOException, SQLException {
    lives++;
    Ended ended = world.run(job.arguments(world));
    boolean person = ended.code() == ExitCode.HANDOVER_FAILED.number();
    if (person) {
      ended = askedPerson();
    }
    if (ended.code() != undisturbed.exitCode()) {
      note(how, List.of("it ended with " + ended));
      return;
    }
    List<String> found = new ArrayList<>(CrashPicture.of(world, ended).differences(undisturbed));
    if (person) {
      // What the person said is on record, and is all that may differ.
      found.removeIf(each -> each.contains("hand_over_attempt") || each.contains("=HANDOVER "));
    }
    Map<String, Integer> given = new HashMap<>();
    world.calls().forEach(each -> given.merge(each, 1, Integer::sum));
    given.forEach(
        (file, times) -> {
          if (times > 1) {
            found.add(file + " was handed over " + times + " times");
          }
        });
    note(how, found);
  }

  /**
   * The client may have had the file: a person looks there, as the sentence asks, and says so. Then
   * the command ends as it would have.
   */
  private Ended askedPerson() throws IOException {
    asked++;
    List<String> arguments = job.arguments(world);
    String date = arguments.get(arguments.indexOf("--date") + 1);
    for (String file : new ArrayList<>(openFiles(date))) {
      String answer = world.calls().contains(file) ? "--done" : "--again";
      world.run(world.inHome("handover", "--date", date, answer, file));
    }
    return world.run(arguments);
  }

  private List<String> openFiles(String date) {
    return org.xinbao.cli.Commands.output(
            world.inHome("handover", "--date", date).toArray(String[]::new))
        .lines()
        .filter(each -> !each.contains(" DONE ") && !each.contains(" BY_HAND "))
        .map(each -> each.split(" ", -1)[3])
        .toList();
  }

  private void note(String how, List<String> found) {
    if (!found.isEmpty()) {
      differences.put(how, found);
    }
  }

  /** What was found, by how the life went. */
  Map<String, List<String>> differences() {
    return differences;
  }

  int kills() {
    return byTime + byPoint;
  }

  /** A line of the table of results. */
  String line() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %d of %d | %d | %d | %d |",
        job.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        world.store().name(),
        byTime,
        byPoint,
        points.size(),
        job.points().size(),
        lives,
        asked,
        differences.size());
  }
}
