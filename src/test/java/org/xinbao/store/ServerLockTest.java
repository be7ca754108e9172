package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLockTest {

  private static final String INSTITUTION = "TEST0000000001";

  private final Path home;

  ServerLockTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void oneJobAtATimeWorksForAnInstitution() throws Exception {
    String url = TestDatabases.newServerDatabase();
    try (Database one = Database.openServer(url, Map.of());
        Database other = Database.openServer(url, Map.of())) {
      try (ServerLock lock = ServerLock.acquire(one, INSTITUTION, "nightly", Duration.ZERO)) {
        lock.requireHeld();
        LockedByOther refused =
            catchThrowableOfType(
                LockedByOther.class,
                () -> ServerLock.acquire(other, INSTITUTION, "retention", Duration.ofMillis(300)));
        assertThat(refused.job()).isEqualTo("nightly");
        assertThat(refused.processId()).isEqualTo(ProcessHandle.current().pid());
        assertThat(refused).hasMessageContaining("institution " + INSTITUTION);
        try (ServerLock free = ServerLock.acquire(other, "TEST0000000002", "x", Duration.ZERO)) {
          free.requireHeld();
        }
      }
      ServerLock.acquire(other, INSTITUTION, "retention", Duration.ZERO).close();
    }
  }

  @Test
  void theLockEndsWithItsConnection() throws Exception {
    String url = TestDatabases.newServerDatabase();
    try (Database one = Database.openServer(url, Map.of());
        Database other = Database.openServer(url, Map.of())) {
      ServerLock lost = ServerLock.acquire(one, INSTITUTION, "nightly", Duration.ZERO);
      other
          .sql()
          .sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
          .query((row, number) -> row.getBoolean(1))
          .list();
      assertThatThrownBy(lost::requireHeld)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("run the same command again");
      ServerLock.acquire(other, INSTITUTION, "nightly", Duration.ofSeconds(30)).close();
    }
  }

  @Test
  void theEmbeddedDatabaseHasNoSuchLock() {
    try (Database database = Database.openEmbedded(home)) {
      assertThatThrownBy(() -> ServerLock.acquire(database, INSTITUTION, "nightly", Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
