package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xinbao.cli.Ended;

/** The jobs that the crash test kills. */
enum CrashJob {
  /** The first night of an empty home, which makes its tables too. */
  FIRST_NIGHT {
    @Override
    void prepare(CrashWorld world) {}

    @Override
    List<String> arguments(CrashWorld world) {
      return world.nights().arguments(Nights.sample(CrashWorld.FIRST), CrashWorld.FIRST);
    }

    @Override
    List<String> points() {
      return nightly();
    }
  },

  /** A month-end night on the state of the night before. */
  NIGHTLY {
    @Override
    void prepare(CrashWorld world) {
      publish(world, CrashWorld.FIRST);
    }

    @Override
    List<String> arguments(CrashWorld world) {
      return world.nights().arguments(Nights.sample(CrashWorld.MONTH_END), CrashWorld.MONTH_END);
    }

    @Override
    List<String> points() {
      return nightly();
    }
  },

  /** Answers to the files of two nights, some records of which are rejected. */
  FEEDBACK {
    @Override
    void prepare(CrashWorld world) throws IOException {
      publish(world, CrashWorld.FIRST);
      publish(world, CrashWorld.MONTH_END);
      Path answers = Files.createDirectories(world.life().resolve("answers"));
      for (String date : List.of(CrashWorld.FIRST, CrashWorld.MONTH_END)) {
        for (Path each : submissions(world.nights().published(date))) {
          if (Trees.lines(each).size() > 12) {
            FeedbackFiles.reject(each, answers, Map.of(3, "ABE004", 5, "BLE019", 11, "ABE004"));
          } else {
            FeedbackFiles.acceptAll(each, answers);
          }
        }
      }
    }

    @Override
    List<String> arguments(CrashWorld world) {
      return world.inHome("feedback", "--dir", world.life().resolve("answers").toString());
    }

    @Override
    List<String> points() {
      return Stream.of(FailurePoint.values())
          .map(FailurePoint::name)
          .filter(each -> each.startsWith("FEEDBACK_"))
          .toList();
    }
  },

  /** Records, loans, identities, lists and states past their time after three archived nights. */
  RETENTION {
    @Override
    void prepare(CrashWorld world) {
      publish(world, CrashWorld.FIRST);
      publish(world, CrashWorld.MONTH_END);
      publish(world, CrashWorld.NEXT);
      done(0, world.run(world.inHome("archive")));
    }

    @Override
    List<String> arguments(CrashWorld world) {
      return world.inHome("retention", "--date", CrashWorld.NEXT);
    }

    @Override
    List<String> points() {
      return Stream.of(DeletionPoint.values()).map(each -> "RETENTION_" + each).toList();
    }
  };

  /** Brings a world to where the job begins. */
  abstract void prepare(CrashWorld world) throws IOException;

  /** The command that is killed, and run again. */
  abstract List<String> arguments(CrashWorld world);

  /** The points at which a test can have it die. */
  abstract List<String> points();

  private static void publish(CrashWorld world, String date) {
    Ended ended = world.run(world.nights().arguments(Nights.sample(date), date));
    if (ended.code() != 0 && ended.code() != 10) {
      throw new AssertionError(ended.toString());
    }
  }

  private static void done(int code, Ended ended) {
    if (ended.code() != code) {
      throw new AssertionError(ended.toString());
    }
  }

  private static List<Path> submissions(Path published) throws IOException {
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      return files.sorted().toList();
    }
  }

  private static List<String> nightly() {
    List<String> points = new ArrayList<>();
    for (String each :
        List.of(
            NightlyJob.ASSESS,
            "sort-facts",
            "facilities",
            "sort-customers",
            "customers",
            "assemble",
            "verify",
            "report",
            "publish")) {
      points.add("BEGUN_" + each);
      points.add("ENDED_" + each);
    }
    // Of the second pass, whose parts are recorded only once their files are closed.
    points.add(FailurePoint.PART_WRITTEN + "_facilities");
    points.add(FailurePoint.PART_WRITTEN + "_customers");
    Arrays.stream(FailurePoint.values())
        .map(FailurePoint::name)
        .filter(each -> !each.startsWith("FEEDBACK_") && !each.startsWith("IMPORT_"))
        .forEach(points::add);
    return points;
  }
}
