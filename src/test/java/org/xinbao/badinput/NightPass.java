package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.xinbao.cli.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs whole nights on damaged exports and damaged configurations. */
final class NightPass {

  private static final Set<String> ASSESSED =
      Set.of("loans.csv", "instalments.csv", "transactions.csv");

  private NightPass() {}

  /** A night of a damaged export. */
  static Outcome run(Program program, Export export, Path folder) throws IOException {
    SortedMap<String, String> before = program.visible();
    Ended ended = program.nightly(export.write(folder.resolve("export")), Export.DATE);
    List<String> complaints = program.complaints(ended);
    boolean published = ended.code() == 0 || ended.code() == 10;
    if (!published && !program.visible().equals(before)) {
      complaints.add("something is published after exit code " + ended.code());
    }
    if (published) {
      count(export, program.published(Export.DATE), complaints);
    }
    return new Outcome(ended.code(), complaints, published);
  }

  private static void count(Export export, Path published, List<String> complaints)
      throws IOException {
    JsonNode run =
        JsonMapper.builder().build().readTree(Files.readAllBytes(published.resolve("run.json")));
    Accounting accounting =
        new Accounting(export, assessed(published), rejects(published.resolve("rejects.csv")));
    accounting.refuseUnexplained(ReaderPass.CODES, complaints);
    SortedMap<String, Accounting.Rows> expected = accounting.expected(complaints);
    long used = 0;
    long naive = 0;
    for (Map.Entry<String, Accounting.Rows> each : expected.entrySet()) {
      JsonNode told = run.path("rows").path(each.getKey());
      if (told.isMissingNode()) {
        continue;
      }
      long read = told.path("read").asLong();
      if (read != each.getValue().read()
          || read != told.path("used").asLong() + told.path("rejected").asLong()) {
        complaints.add("unaccounted: " + each + " but run.json " + told);
      }
      if (ASSESSED.contains(each.getKey())) {
        naive += each.getValue().used();
        used += told.path("used").asLong();
      }
    }
    long contradicted = run.path("counts").path("rows_contradicted").asLong();
    if (expected.keySet().containsAll(ASSESSED) && naive != used - contradicted) {
      complaints.add(
          "unaccounted: " + naive + " rows used, run.json " + used + " less " + contradicted);
    }
    long in = run.path("counts").path("loans_in").asLong();
    long out =
        run.path("counts").path("loans_assessed").asLong()
            + run.path("counts").path("loans_rejected").asLong();
    if (in != out) {
      complaints.add("unaccounted: " + in + " loans in, " + out + " assessed or rejected");
    }
  }

  private static Set<String> assessed(Path published) throws IOException {
    NaiveRows rows =
        NaiveRows.of(Files.readString(published.resolve("assessments.csv"), ISO_8859_1));
    Set<String> loans = new HashSet<>();
    rows.rows().forEach(each -> loans.add(rows.field(each, "loan_id")));
    return loans;
  }

  /** The rejects as the file tells them; only its last column, the sentence, may be quoted. */
  private static List<Accounting.Told> rejects(Path file) throws IOException {
    List<Accounting.Told> told = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", 6);
      String sentence = fields[5].replaceAll("^\"|\"$", "");
      told.add(
          new Accounting.Told(
              fields[0], Long.parseLong(fields[1]), fields[2], fields[4], sentence));
    }
    return told;
  }
}
