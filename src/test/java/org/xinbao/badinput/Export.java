package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An export in memory that is to be damaged. Files are kept as Latin-1 text, one character a byte,
 * so that any damage of bytes can be done with texts.
 */
final class Export {

  static final String DATE = "2026-10-31";

  private final SortedMap<String, String> files;
  private String manifest = "";

  Export(SortedMap<String, String> files) {
    this.files = new TreeMap<>(files);
    seal();
  }

  Export copy() {
    return new Export(files);
  }

  /** The same loans in the mandatory files only. */
  Export withoutOptional() {
    SortedMap<String, String> mandatory = new TreeMap<>(files);
    mandatory.keySet().retainAll(List.of("loans.csv", "instalments.csv", "transactions.csv"));
    return new Export(mandatory);
  }

  static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  SortedMap<String, String> files() {
    return files;
  }

  List<String> names() {
    return new ArrayList<>(files.keySet());
  }

  String text(String name) {
    return files.getOrDefault(name, "");
  }

  void put(String name, String text) {
    files.put(name, text);
  }

  void remove(String name) {
    files.remove(name);
  }

  String manifest() {
    return manifest;
  }

  void manifest(UnaryOperator<String> change) {
    manifest = change.apply(manifest);
  }

  /** Gives the export the manifest that fits its files as they are now. */
  void seal() {
    List<String> entries = new ArrayList<>();
    files.forEach((name, text) -> entries.add(entry(name, text)));
    manifest =
        "{\"contract_version\":\"1\",\"institution\":\"TEST0000000001\",\"business_date\":\""
            + DATE
            + "\",\"scope\":\"WINDOW\",\"files\":[\n"
            + String.join(",\n", entries)
            + "]}\n";
  }

  private static String entry(String name, String text) {
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"rows\":%d,\"sha256\":\"%s\"}",
        name,
        Math.max(0, NaiveRows.count(text) - 1),
        sha256(text.getBytes(ISO_8859_1)));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue().getBytes(ISO_8859_1));
    }
    Files.write(folder.resolve("manifest.json"), manifest.getBytes(ISO_8859_1));
    return folder;
  }
}
