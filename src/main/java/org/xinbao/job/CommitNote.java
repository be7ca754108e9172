package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinbao.store.RunCounts;
import org.xinbao.store.SafeFiles;

/**
 * What the last database transaction of a run needs, on the disk before anything of the run is
 * visible; a start after a crash completes a half-published run from it (rulings 17).
 */
record CommitNote(RunCounts counts, String outputsSha256, ExitCode code, String sentence) {

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(Tsv.line(counts.loans(), counts.assessed(), counts.rejected(), counts.held()))
        .append('\n');
    text.append(Tsv.line(outputsSha256, code, sentence)).append('\n');
    SafeFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static CommitNote read(Staging staging) throws IOException {
    List<String> lines = Files.readAllLines(staging.commit(), StandardCharsets.UTF_8);
    List<String> counts = Tsv.fields(lines.get(0));
    List<String> end = Tsv.fields(lines.get(1));
    return new CommitNote(
        new RunCounts(
            Long.parseLong(counts.get(0)),
            Long.parseLong(counts.get(1)),
            Long.parseLong(counts.get(2)),
            Long.parseLong(counts.get(3))),
        end.get(0),
        ExitCode.valueOf(end.get(1)),
        end.get(2));
  }
}
