package org.xinbao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.ledger.RejectCode;

class LabelsTest {

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(Labels.of(Language.EN).keys()).isEqualTo(Labels.of(Language.ZH_CN).keys());
  }

  /** A full, an empty and a clear report together show every label there is. */
  @ParameterizedTest
  @EnumSource
  void everyLabelIsUsed(Language language, @TempDir Path folder) throws Exception {
    Labels labels = Labels.of(language);
    for (ReportInput in : new ReportInput[] {Samples.input(language), Samples.empty(language)}) {
      ManagementWorkbook.write(in, labels, folder.resolve("workbook.xlsx"), folder);
      RunPage.write(in, labels, folder.resolve("page.html"));
    }
    for (ReportInput.Note.Kind each : ReportInput.Note.Kind.values()) {
      String[] values = {"2026-11-01", "2026-11-29", "7"};
      assertThat(ReportInput.Note.warning(labels, each, values).text()).contains("2026-11-01");
    }
    Set<String> unused = new TreeSet<>(labels.keys());
    unused.removeAll(labels.used());
    unused.removeIf(key -> key.matches("(code|action|difference)\\..*"));
    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyRejectCodeHasAMeaning(Language language) {
    Labels labels = Labels.of(language);
    for (RejectCode code : RejectCode.values()) {
      assertThat(labels.findCode(code.name())).as(code.name()).isPresent();
    }
  }

  /** The codes are other packages' own, so that only their names can be asked for here. */
  @ParameterizedTest
  @EnumSource
  void everyHoldCodeHasAMeaningAndWhatToDo(Language language) throws Exception {
    Labels labels = Labels.of(language);
    for (String codes : List.of("org.xinbao.bureau.pboc.HeldCode", "org.xinbao.job.HoldReason")) {
      for (Object code : Class.forName(codes).getEnumConstants()) {
        assertThat(labels.findCode(code.toString())).as("code.%s", code).isPresent();
        assertThat(labels.findAction(code.toString())).as("action.%s", code).isPresent();
      }
    }
  }

  @Test
  void aMissingKeyIsABug() {
    assertThatThrownBy(() -> Labels.of(Language.EN).text("no.such.key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no.such.key");
  }

  @Test
  void valuesAreNotTakenForPlaceholders() {
    assertThat(Labels.of(Language.EN).text("attention.held", "{1}", "{0}"))
        .isEqualTo("{1} held back: {0}");
  }
}
