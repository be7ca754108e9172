package org.xinbao.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The uncompressed content of a workbook: its bytes may differ where the system's compression
 * library differs, its parts may not (rulings 40).
 */
final class WorkbookParts {

  private static final int BUFFER = 1 << 16;

  private WorkbookParts() {}

  /** Whether a file is a workbook. */
  static boolean isWorkbook(String path) {
    return path.endsWith(".xlsx");
  }

  /** The SHA-256 over names and contents of all parts, in the order of the file. */
  static String sha256(Path workbook) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      List<? extends ZipEntry> parts = zip.stream().toList();
      for (ZipEntry each : parts) {
        digest.update(
            (each.getName() + "\n" + each.getSize() + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream in = zip.getInputStream(each)) {
          for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
