package org.xinbao.job;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.xinbao.conf.WorkerSettings;

/**
 * Who this program is to the message broker: from the file that the settings name, else from the
 * environment. Never from arguments, which every user of a host can read.
 *
 * @param trustPassword of the file of certificates that the broker is known by; empty for none
 */
record BrokerCredentials(String user, String password, String trustPassword) {

  /** Environment variable with the broker's user. */
  static final String USER = "XINBAO_BROKER_USER";

  /** Environment variable with that user's password. */
  static final String PASSWORD = "XINBAO_BROKER_PASSWORD";

  /** Environment variable with the password of the file of certificates. */
  static final String TRUST_PASSWORD = "XINBAO_BROKER_TRUST_PASSWORD";

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  static BrokerCredentials find(WorkerSettings settings, Map<String, String> environment) {
    if (settings.credentialsFile().isPresent()) {
      return read(settings.credentialsFile().get());
    }
    String user = environment.getOrDefault(USER, "");
    String password = environment.getOrDefault(PASSWORD, "");
    if (user.isEmpty() || password.isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The broker's user and password are missing: set "
              + USER
              + " and "
              + PASSWORD
              + ", or name workers.credentials-file in xinbao.yaml.");
    }
    return new BrokerCredentials(user, password, environment.getOrDefault(TRUST_PASSWORD, ""));
  }

  private static BrokerCredentials read(Path file) {
    Properties values = new Properties();
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new JobStopped(
            ExitCode.USAGE,
            "The broker's credentials in " + file + " can be read by others: chmod 0600.");
      }
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        values.load(reader);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new JobStopped(
          ExitCode.USAGE, "The broker's credentials in " + file + " cannot be read.");
    }
    String user = values.getProperty("user", "").strip();
    String password = values.getProperty("password", "").strip();
    if (user.isEmpty() || password.isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE, "The broker's credentials in " + file + " need user= and password=.");
    }
    String trust = values.getProperty("trust-password", "").strip();
    return new BrokerCredentials(user, password, trust);
  }

  /** Without the password, should it ever be printed. */
  @Override
  public String toString() {
    return "BrokerCredentials[]";
  }
}
