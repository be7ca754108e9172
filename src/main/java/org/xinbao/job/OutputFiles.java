package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.store.SafeFiles;

/** The files of an output folder with their hashes, by path. */
final class OutputFiles {

  private OutputFiles() {}

  /** All regular files below a folder, sorted by path. */
  static List<OutputFile> list(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(Files::isRegularFile).toList();
    }
    List<OutputFile> files = new ArrayList<>();
    for (Path each : paths) {
      String path = folder.relativize(each).toString().replace('\\', '/');
      files.add(new OutputFile(path, Files.size(each), SafeFiles.sha256(each)));
    }
    files.sort((a, b) -> LoanCursor.ORDER.compare(a.path(), b.path()));
    return files;
  }
}
