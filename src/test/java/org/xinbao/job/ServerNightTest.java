package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Ended;

/** The same nights with a PostgreSQL server give the same bytes as with the embedded database. */
class ServerNightTest {

  @Test
  void theDatabaseDoesNotShowInTheOutputs(@TempDir Path folder) throws IOException {
    Nights embedded = Nights.in(folder.resolve("embedded"));
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      Files.writeString(
          conf.resolve("xinbao.yaml"),
          "\ndatabase:\n  url: " + server.getJdbcUrl("postgres", "postgres") + "\n",
          StandardOpenOption.APPEND);
      Nights nights = Nights.in(folder.resolve("server")).withConf(conf);
      for (String date : new String[] {"2026-10-30", "2026-10-31", "2026-11-30"}) {
        Ended there = nights.runSample(date);
        Ended here = embedded.runSample(date);
        assertThat(there.code()).as(there.toString()).isEqualTo(here.code());
      }
      assertThat(Trees.hashes(nights.output())).isEqualTo(Trees.hashes(embedded.output()));
      assertThat(nights.home().resolve("db")).doesNotExist();
      nights.assertOutputHasOnly("2026-10-30", "2026-10-31", "2026-11-30");
      Ended again = nights.runSample("2026-11-30");
      assertThat(again.code()).isEqualTo(10);
    }
  }
}
