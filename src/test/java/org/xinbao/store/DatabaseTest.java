package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class DatabaseTest {

  private final Path home;

  DatabaseTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void theEmbeddedDatabaseKeepsRowsOnDiskAndSyncsEachCommit() {
    for (int opening = 1; opening <= 2; opening++) {
      try (Database database = Database.openEmbedded(home)) {
        assertThat(property(database, "hsqldb.tx")).isEqualToIgnoringCase("mvcc");
        assertThat(property(database, "hsqldb.default_table_type")).isEqualToIgnoringCase("cached");
        assertThat(property(database, "hsqldb.write_delay_millis"))
            .as("opening " + opening)
            .isEqualTo("0");
        Set<String> kinds =
            Set.copyOf(
                database
                    .sql()
                    .sql(
                        "SELECT HSQLDB_TYPE FROM INFORMATION_SCHEMA.SYSTEM_TABLES WHERE"
                            + " TABLE_SCHEM = 'PUBLIC'")
                    .query((row, number) -> String.valueOf(row.getString(1)))
                    .list());
        assertThat(kinds).containsExactly("CACHED");
      }
    }
  }

  @Test
  void filesOfTheEmbeddedDatabaseAreNotForOthers() throws Exception {
    try (Database database = Database.openEmbedded(home)) {
      new Runs(database).start(TestDatabases.input("2026-10-31", 1), TestDatabases.NOW);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("db"))))
        .isEqualTo("rwxr-x---");
    try (var files = Files.list(home.resolve("db"))) {
      for (Path file : files.collect(Collectors.toList())) {
        if (Files.isRegularFile(file)) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as(file.toString())
              .isEqualTo("rw-r-----");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void springBatchKeepsItsJobsHere(DatabaseProduct product) throws Exception {
    try (Database database = TestDatabases.open(product, home)) {
      JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
      factory.setDataSource(database.dataSource());
      factory.setTransactionManager(database.transactions());
      factory.afterPropertiesSet();
      JobRepository repository = factory.getObject();
      JobParameters parameters =
          new JobParametersBuilder().addString("businessDate", "2026-10-31").toJobParameters();
      JobInstance instance = repository.createJobInstance("nightly", parameters);
      JobExecution execution =
          repository.createJobExecution(instance, parameters, new ExecutionContext());
      StepExecution step = repository.createStepExecution("assess", execution);
      StepExecution next = repository.createStepExecution("assemble", execution);
      assertThat(next.getId()).isNotEqualTo(step.getId());
      // Longer than the short column, so that the long one is used as well.
      step.getExecutionContext().putString("range", "x".repeat(100_000));
      repository.updateExecutionContext(step);
      StepExecution read = repository.getLastStepExecution(instance, "assess");
      assertThat(read).isNotNull();
      assertThat(read.getExecutionContext().getString("range")).hasSize(100_000);
      assertThat(repository.getLastJobExecution("nightly", parameters)).isEqualTo(execution);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionIsDoneWhollyOrNotAtAll(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Runs runs = new Runs(database);
      assertThatThrownBy(
              () ->
                  database.inTransaction(
                      () -> {
                        runs.start(TestDatabases.input("2026-10-31", 1), TestDatabases.NOW);
                        throw new IllegalStateException("stopped half-way");
                      }))
          .hasMessage("stopped half-way");
      assertThat(runs.list(10)).isEmpty();
    }
  }

  @Test
  void theLatestScriptIsTheOneThatIsLookedFor() throws Exception {
    int latest = 0;
    for (String folder : List.of("common", "hsqldb", "postgresql")) {
      Path scripts =
          Path.of(
              java.util.Objects.requireNonNull(
                      Migrations.class.getResource("/db/migration/" + folder))
                  .toURI());
      try (var files = Files.list(scripts)) {
        for (Path file : files.toList()) {
          String name = String.valueOf(file.getFileName());
          latest = Math.max(latest, Integer.parseInt(name.substring(1, name.indexOf("__"))));
        }
      }
    }
    assertThat(latest).isEqualTo(Migrations.LATEST);
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseOfANewerVersionIsRefused(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Migrations.run(database.dataSource(), product);
      database
          .sql()
          .sql(
              "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\","
                  + " \"description\", \"type\", \"script\", \"installed_by\","
                  + " \"execution_time\", \"success\")"
                  + " VALUES (100, '99', 'x', 'SQL', 'x', 'x', 1, TRUE)")
          .update();
      assertThatThrownBy(() -> Migrations.run(database.dataSource(), product))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("newer version");
    }
  }

  @Test
  void aServerThatIsNoPostgresqlIsRefusedInASentence() {
    assertThatThrownBy(() -> Database.openServer("jdbc:mysql://x/y", Map.of()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("jdbc:postgresql:");
  }

  @Test
  void credentialsComeFromTheEnvironment() {
    String url = TestDatabases.newServerDatabase();
    try (Database owner = Database.openServer(url, Map.of())) {
      owner.sql().sql("CREATE ROLE auditor LOGIN SUPERUSER PASSWORD 'x'").update();
    }
    Map<String, String> environment = Map.of(Database.USER, "auditor", Database.PASSWORD, "x");
    String without = url.replaceAll("\\?.*", "");
    try (Database database = Database.openServer(without, environment)) {
      List<String> user =
          database
              .sql()
              .sql("SELECT CURRENT_USER")
              .query((row, number) -> String.valueOf(row.getString(1)))
              .list();
      assertThat(user).containsExactly("auditor");
    }
  }

  private static String property(Database database, String name) {
    return database
        .sql()
        .sql(
            "SELECT PROPERTY_VALUE FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES WHERE PROPERTY_NAME ="
                + " ?")
        .param(name)
        .query((row, number) -> String.valueOf(row.getString(1)))
        .single();
  }
}
