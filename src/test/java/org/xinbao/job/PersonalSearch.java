package org.xinbao.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for texts in whatever it is given; files that are packed are unpacked. */
final class PersonalSearch {

  /** Files whose purpose is to carry persons, for bureaux, borrowers and counsel: no hits. */
  private static final Set<String> PURPOSE =
      Set.of("submissions", "adverse-notices.csv", "legal-review.csv");

  /** Places in the home that hold what the next night and the auditor need of persons. */
  private static final Set<String> STORES = Set.of("db", "state", "archive");

  private final Set<String> needles;
  private final SortedMap<String, Long> hits = new TreeMap<>();
  private final SortedMap<String, Long> expected = new TreeMap<>();
  private final SortedMap<String, Long> searched = new TreeMap<>();

  PersonalSearch(Set<String> needles) {
    this.needles = Set.copyOf(needles);
  }

  int needles() {
    return needles.size();
  }

  /** Hits by place, where there must be none. */
  SortedMap<String, Long> hits() {
    return hits;
  }

  /** Hits by place, where there must be some. */
  SortedMap<String, Long> expectedHits() {
    return expected;
  }

  void text(String place, String text) {
    searched.merge(place, (long) text.length(), Long::sum);
    count(place, text, hits);
  }

  private void count(String place, String text, SortedMap<String, Long> into) {
    for (String each : needles) {
      for (int at = text.indexOf(each); at >= 0; at = text.indexOf(each, at + 1)) {
        into.merge(place, 1L, Long::sum);
      }
    }
  }

  void folder(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        file(folder.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  private void file(Path name, byte[] bytes) throws IOException {
    for (Path part : name) {
      String each = part.toString();
      if (PURPOSE.contains(each)) {
        count(each, unpacked(name, bytes), expected);
        return;
      }
      if (STORES.contains(each)) {
        return;
      }
    }
    text(kind(name), unpacked(name, bytes));
  }

  private static String kind(Path name) {
    String file = String.valueOf(name.getFileName());
    return file.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}", "DATE");
  }

  private static String unpacked(Path name, byte[] bytes) throws IOException {
    String file = name.toString();
    if (file.endsWith(".gz")) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    if (!file.endsWith(".xlsx") && !file.endsWith(".zip") && !file.endsWith(".jar")) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    StringBuilder all = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        all.append(each.getName()).append('\n');
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
    }
    return all.toString();
  }

  /** What was looked through, for the documents. */
  String figures() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d texts looked for%n", needles.size()));
    for (String each : List.copyOf(searched.keySet())) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %,d characters, %d hits%n",
              each,
              searched.getOrDefault(each, 0L),
              hits.getOrDefault(each, 0L)));
    }
    return text.append("where they belong: ").append(expected).toString();
  }
}
