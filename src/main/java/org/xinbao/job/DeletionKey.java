package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Settings;

/**
 * The key of the tombstones (rulings 14): without it nobody can tell from a tombstone whose record
 * was deleted; with it, that a certain record was.
 */
final class DeletionKey {

  private static final String ALGORITHM = "HmacSHA256";

  /** As many bytes as the hash: fewer could be guessed. */
  private static final int LENGTH_MIN = 32;

  /** Rights with which a key is nobody's secret, or somebody else's choice. */
  private static final Set<PosixFilePermission> TOO_WIDE =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private final SecretKeySpec key;

  private DeletionKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** Reads the file that the settings name; throws {@link JobStopped} when it cannot be used. */
  static DeletionKey read(Settings settings) throws IOException {
    Path file =
        settings
            .deletionKeyFile()
            .orElseThrow(
                () ->
                    wrong(
                        Settings.FILE
                            + ": deletion-key-file is missing: name a file with at least 32 random"
                            + " bytes that only the job can read."));
    if (!Files.isRegularFile(file)) {
      throw wrong(
          "deletion-key-file "
              + file
              + " does not exist: create it with at least 32 random bytes, and keep a copy in a"
              + " safe place.");
    }
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null && !Collections.disjoint(Files.getPosixFilePermissions(file), TOO_WIDE)) {
      throw wrong(
          "deletion-key-file "
              + file
              + " can be read by everybody or changed by others than its owner: take those rights"
              + " away.");
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < LENGTH_MIN) {
      throw wrong("deletion-key-file " + file + " has fewer than 32 bytes: a key needs 32.");
    }
    return new DeletionKey(bytes);
  }

  private static JobStopped wrong(String sentence) {
    return new JobStopped(ExitCode.USAGE, sentence);
  }

  /**
   * HMAC-SHA-256 of loan id, line feed and first day ({@code yyyy-MM-dd}) in UTF-8, as 64
   * hexadecimal digits.
   */
  String tombstone(String loanId, int overdueFrom) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String text = loanId + "\n" + Day.format(overdueFrom);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
