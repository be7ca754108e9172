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
      files.add(one(folder, each));
    }
    return sorted(files);
  }

  /** One file with its path below the folder. */
  static OutputFile one(Path folder, Path file) throws IOException {
    String path = folder.relativize(file).toString().replace('\\', '/');
    return new OutputFile(path, Files.size(file), SafeFiles.sha256(file));
  }

  /** The files by path. */
  static List<OutputFile> sorted(List<OutputFile> files) {
    return files.stream().sorted((a, b) -> LoanCursor.ORDER.compare(a.path(), b.path())).toList();
  }
}
