package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinbao.cli.Ended;
import org.xinbao.job.FeedbackFiles;

/** Runs the feedback job on damaged feedback files. */
final class FeedbackPass {

  private FeedbackPass() {}

  /** A good feedback file of a published night, that accepts all, rejects some or rejects all. */
  static Path good(Path published, Path folder, Random random) throws IOException {
    Path submission = FeedbackFiles.submission(published, "210");
    int records = Files.readAllLines(submission).size() - 1;
    return switch (random.nextInt(5)) {
      case 0 -> FeedbackFiles.acceptAll(submission, folder);
      case 1 -> FeedbackFiles.fail(submission, folder, "BLF001");
      default -> {
        SortedMap<Integer, String> codes = new TreeMap<>();
        int rejected = 1 + random.nextInt(records);
        for (int line = 2; line < 2 + rejected; line++) {
          codes.put(line, "BLE019");
        }
        yield FeedbackFiles.reject(submission, folder, codes);
      }
    };
  }

  /** Takes in the only file of a folder; the night's home is used up when it is taken in. */
  static Outcome run(Program program, Path folder) throws IOException {
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    Ended ended = program.feedback(folder);
    List<String> complaints = new ArrayList<>(program.complaints(ended));
    Path list = program.home().resolve("feedback").resolve(file.getFileName() + ".csv");
    if (ended.code() == 10) {
      count(file, list, complaints);
    } else if (Files.exists(list)) {
      complaints.add("a list of rejected records after exit code " + ended.code());
    }
    return new Outcome(ended.code(), complaints, ended.code() == 10);
  }

  /**
   * Every rejected record of the header has its line, its code and its sentences; a whole file that
   * the bureau rejected without one has the code FILE.
   */
  private static void count(Path file, Path list, List<String> complaints) throws IOException {
    String header = Files.readString(file, ISO_8859_1).substring(0, 72);
    long rejected = Long.parseLong(header.substring(65));
    boolean whole = header.charAt(38) == '2';
    List<String> lines = Files.readAllLines(list);
    long told = lines.stream().skip(1).map(each -> each.split(",", 3)[1]).distinct().count();
    if (!whole && told != rejected) {
      complaints.add("unaccounted: " + rejected + " records rejected, " + told + " told");
    }
    for (String line : lines.subList(1, lines.size())) {
      if (!line.matches("(?s)[^,]*,[0-9]*,[^,]*,[^,]*,[^,]*,([A-Z0-9]{6}|FILE),[^,]*,.{4,}")) {
        complaints.add("unexplained: " + line);
      }
    }
  }
}
