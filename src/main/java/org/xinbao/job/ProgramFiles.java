package org.xinbao.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.xinbao.store.SafeFiles;

/**
 * The files that the running program consists of: what its class path names, in that order, with
 * what the manifests of its jars add.
 *
 * @param entries jars, and folders of classes
 * @param sha256 over the content of all of them, whatever their place
 */
record ProgramFiles(List<Path> entries, String sha256) {

  ProgramFiles {
    entries = List.copyOf(entries);
  }

  /** A process runs one program, so this is worked out once. */
  private static final class Running {
    static final ProgramFiles INSTANCE = read();

    private static ProgramFiles read() {
      try {
        Set<Path> entries = new LinkedHashSet<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
          // An empty entry is the working folder, which no part of the program lies in.
          if (!each.isEmpty()) {
            add(Path.of(each).toAbsolutePath().normalize(), entries);
          }
        }
        return of(List.copyOf(entries));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Those of the program at work. */
  static ProgramFiles running() {
    return Running.INSTANCE;
  }

  /** The files of a class path. */
  static ProgramFiles of(List<Path> entries) throws IOException {
    List<String> hashes = new ArrayList<>();
    for (Path each : entries) {
      hashes.add(hash(each));
    }
    return new ProgramFiles(entries, sum(hashes));
  }

  /** The hash of a program from those of its entries, in their order. */
  static String sum(List<String> hashes) {
    MessageDigest digest = newDigest();
    hashes.forEach(each -> digest.update(each.getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of a jar, or of a folder's files with their names. */
  static String hash(Path entry) throws IOException {
    if (Files.isRegularFile(entry)) {
      return SafeFiles.sha256(entry);
    }
    MessageDigest digest = newDigest();
    for (Path each : files(entry)) {
      String line = name(entry, each) + "\t" + SafeFiles.sha256(each) + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The regular files below a folder, by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
          .toList();
    }
  }

  /** A file's name below a folder, with slashes. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static void add(Path entry, Set<Path> entries) throws IOException {
    if (!Files.exists(entry) || !entries.add(entry) || !Files.isRegularFile(entry)) {
      return;
    }
    for (String each : classPath(entry)) {
      URI place = entry.toUri().resolve(each);
      if ("file".equals(place.getScheme())) {
        add(Path.of(place).normalize(), entries);
      }
    }
  }

  private static List<String> classPath(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String value =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      List<String> names = new ArrayList<>();
      for (String each : value == null ? new String[0] : value.split(" +", -1)) {
        if (!each.isEmpty()) {
          names.add(each);
        }
      }
      return names;
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
