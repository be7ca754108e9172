package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Folders as tests compare and copy them. */
final class Trees {

  private Trees() {}

  /** SHA-256 of every regular file by its path below the folder. */
  static SortedMap<String, String> hashes(Path folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  /** The files that two folders do not have alike. */
  static List<String> differences(Path one, Path other) throws IOException {
    SortedMap<String, String> ones = hashes(one);
    SortedMap<String, String> others = hashes(other);
    TreeSet<String> names = new TreeSet<>(ones.keySet());
    names.addAll(others.keySet());
    return names.stream()
        .filter(each -> !ones.getOrDefault(each, "none").equals(others.getOrDefault(each, "none")))
        .toList();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Copies a folder with all it holds. */
  static Path copy(Path from, Path to) throws IOException {
    return copyOrLink(from, to, Path.of("nothing of this name"));
  }

  /** Copies a folder, but links the files of one below it: they must not be changed. */
  static Path copyOrLink(Path from, Path to, Path linked) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path each : walk.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else if (from.relativize(each).startsWith(linked)) {
          Files.createLink(target, each);
        } else {
          Files.copy(each, target);
        }
      }
    }
    return to;
  }

  static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }
}
