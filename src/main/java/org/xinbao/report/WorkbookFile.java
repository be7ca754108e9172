package org.xinbao.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.util.TempFile;

/** Writes a workbook as a file whose bytes depend on its content alone. */
final class WorkbookFile {

  /**
   * The time of every zip entry. Not the first moment that an entry can carry, 1980-01-01: Java
   * takes that for an earlier one and adds a field that depends on the zone.
   */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private WorkbookFile() {}

  /** Makes a workbook and fills its sheets. */
  @FunctionalInterface
  interface Filling {
    WorkbookWriter filled() throws IOException;
  }

  /**
   * Writes the file.
   *
   * @param privateTempDir an existing folder that only the owner may read; temporary files go there
   *     and are gone afterwards
   */
  static void write(Filling filling, Language language, Path file, Path privateTempDir)
      throws IOException {
    Path scratch = Files.createTempDirectory(privateTempDir, "workbook");
    Path plain = scratch.resolve("plain.xlsx");
    try {
      TempFile.withStrategy(
          new DefaultTempFileCreationStrategy(scratch.toFile()),
          () -> {
            writePackage(filling, language, plain, file);
            return file;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    } finally {
      deleteTree(scratch);
    }
  }

  private static void writePackage(Filling filling, Language language, Path plain, Path file) {
    // The library writes the language of the thread into charts; it must not be the host's.
    LocaleUtil.setUserLocale(Locale.forLanguageTag(language.tag()));
    try (WorkbookWriter book = filling.filled()) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain))) {
        book.write(out);
      }
      repack(plain, file, book.styleNames());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      LocaleUtil.resetUserLocale();
    }
  }

  /**
   * Copies the package entry by entry with a fixed time, and names the styles: the library can make
   * formats but not name them.
   */
  private static void repack(Path from, Path to, Map<String, Integer> styleNames)
      throws IOException {
    try (ZipFile in = new ZipFile(from.toFile());
        ZipOutputStream out =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(ENTRY_TIME);
        out.putNextEntry(copy);
        try (InputStream content = in.getInputStream(entry)) {
          if (entry.getName().equals("xl/styles.xml")) {
            out.write(withStyleNames(content, styleNames));
          } else {
            content.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
  }

  private static byte[] withStyleNames(InputStream in, Map<String, Integer> styleNames)
      throws IOException {
    String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    StringBuilder names = new StringBuilder();
    names.append("</cellXfs><cellStyles count=\"").append(styleNames.size() + 1).append("\">");
    names.append("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
    styleNames.forEach(
        (name, id) -> names.append("<cellStyle name=\"" + name + "\" xfId=\"" + id + "\"/>"));
    names.append("</cellStyles>");
    if (!xml.contains("</cellXfs>") || xml.contains("<cellStyles")) {
      throw new IllegalStateException(
          "the style sheet is not as this version of the library is known to write it");
    }
    return xml.replace("</cellXfs>", names).getBytes(StandardCharsets.UTF_8);
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
