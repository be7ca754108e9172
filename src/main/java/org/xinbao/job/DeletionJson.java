package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Settings.Keeping;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.store.SafeFiles;

/** {@code retention.json}: by which clocks a retention run deleted how much, and its lists. */
final class DeletionJson {

  private DeletionJson() {}

  static void write(
      NightlyConf conf, int date, Map<String, Long> counts, List<OutputFile> outputs, Path file)
      throws IOException {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("institution", conf.settings().providerCode());
    root.put("date", Day.format(date));
    root.put("program", "xinbao " + ProgramVersion.current());
    Keeping keeping = conf.settings().keeping();
    Map<String, Integer> clocks = new LinkedHashMap<>();
    clocks.put("outputs_years", keeping.outputsYears());
    clocks.put("register_files_days", keeping.registerFilesDays());
    clocks.put("archive_years", keeping.archiveYears());
    clocks.put("identity_days", keeping.identityDays());
    root.put("keeping", clocks);
    root.put("counts", counts);
    List<Map<String, Object>> files = new ArrayList<>();
    for (OutputFile each : outputs) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("path", each.path());
      one.put("bytes", each.bytes());
      one.put("sha256", each.sha256());
      files.add(one);
    }
    root.put("outputs", files);
    String text = new String(RunJson.mapper().writeValueAsBytes(root), StandardCharsets.UTF_8);
    SafeFiles.replace(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
