package org.xinbao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of all arrows between packages, and that the pure ones reach outside nowhere. */
@AnalyzeClasses(packages = "org.xinbao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "org.xinbao.";

  /** No I/O, no framework, no clock: a figure depends on values alone. */
  @ArchTest
  static final ArchRule ARREARS_IS_PURE =
      only("arrears", "java.lang..", "java.util..", "java.time..", "java.math..");

  @ArchTest
  static final ArchRule RETENTION_IS_PURE =
      only("retention", "java.lang..", "java.util..", ROOT + "arrears..");

  @ArchTest
  static final ArchRule TREATMENT_IS_PURE =
      only("treatment", "java.lang..", "java.util..", "java.time..", ROOT + "arrears..");

  @ArchTest
  static final ArchRule NOBODY_ASKS_THE_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "arrears..",
              ROOT + "retention..",
              ROOT + "treatment..",
              ROOT + "ledger..",
              ROOT + "bureau..",
              ROOT + "report..",
              ROOT + "generate..",
              ROOT + "conf..",
              ROOT + "evidence..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule CONF_KNOWS = knows("conf", "conf", "arrears", "retention", "treatment");

  @ArchTest static final ArchRule LEDGER_KNOWS = knows("ledger", "ledger", "arrears");

  @ArchTest static final ArchRule GENERATE_KNOWS = knows("generate", "generate", "arrears");

  @ArchTest
  static final ArchRule BUREAU_KNOWS =
      knows("bureau", "bureau", "arrears", "retention", "ledger", "conf");

  @ArchTest
  static final ArchRule REPORT_KNOWS =
      knows("report", "report", "arrears", "retention", "treatment");

  @ArchTest
  static final ArchRule STORE_KNOWS =
      knows("store", "store", "arrears", "retention", "ledger", "bureau", "evidence");

  /** An explanation is a function of values: it reads no file and no store. */
  @ArchTest
  static final ArchRule EVIDENCE_KNOWS =
      knows("evidence", "evidence", "conf", "arrears", "retention", "treatment");

  @ArchTest
  static final ArchRule EXPLAINING_READS_NOTHING =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "evidence..")
          .and()
          .haveSimpleNameStartingWith("Expla")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_STARTS_JOBS =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "job..", ROOT + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "job..", ROOT + "cli..");

  @ArchTest
  static final ArchRule JOBS_DO_NOT_KNOW_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "job..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "cli..");

  @ArchTest
  static final ArchRule SPRING_STAYS_IN_JOB_AND_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "job..", ROOT + "store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  private static ArchRule only(String name, String... allowed) {
    String[] all = java.util.Arrays.copyOf(allowed, allowed.length + 2);
    all[allowed.length] = ROOT + name + "..";
    all[allowed.length + 1] = "org.jspecify.annotations..";
    return classes()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(all);
  }

  /** Of our own packages, only these. */
  private static ArchRule knows(String name, String... allowed) {
    String[] packages =
        java.util.Arrays.stream(allowed).map(each -> ROOT + each + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("org.xinbao..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                            packages))));
  }
}
