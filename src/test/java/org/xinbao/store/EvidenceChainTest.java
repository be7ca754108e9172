package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.ChainWalk;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceDraft;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.evidence.LoanContent;

/** The chain as the database keeps it. */
class EvidenceChainTest {

  private final Path home;

  EvidenceChainTest(@TempDir Path home) {
    this.home = home;
  }

  private static EvidenceDraft draft(int number) {
    return EvidenceDraft.of(
        EvidenceKind.RUN,
        Day.parse("2026-10-31"),
        "nightly by 测试",
        EvidenceBody.empty().add("version", number).add("text", "é 一"));
  }

  @ParameterizedTest
  @EnumSource
  void entriesAreReadBackAsAppendedOverManyPages(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      EvidenceChain chain = new EvidenceChain(database);
      for (int i = 1; i <= 1_203; i++) {
        EvidenceDraft draft = draft(i);
        LoanContent about = LoanContent.of("XB" + i % 7, new byte[] {(byte) i}, "HOLD");
        assertThat(chain.append(i % 100 == 0 ? draft.about(about) : draft, TestDatabases.NOW))
            .isEqualTo(i);
      }
      ChainWalk walk = new ChainWalk();
      List<String> wrong = new ArrayList<>();
      chain.entries().forEachRemaining(each -> walk.next(each).ifPresent(wrong::add));
      assertThat(wrong).isEmpty();
      assertThat(walk.number()).isEqualTo(1_203);
      assertThat(chain.findContent(100).map(LoanContent::loanId)).contains("XB2");
      assertThat(chain.findContent(101)).isEmpty();
      // 100, 200 … 1200 modulo 7: 2 for 100 and 800.
      assertThat(chain.withContentAbout("XB2")).containsExactly(100L, 800L);
      assertThat(chain.strayContents()).isZero();
      assertThat(
              chain.find(EvidenceKind.RUN, Day.parse("2026-10-31"), 9).map(EvidenceEntry::number))
          .contains(9L);
      assertThat(chain.find(EvidenceKind.ARCHIVE, Day.parse("2026-10-31"), 9))
          .isEqualTo(Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEntryGoesWithTheTransactionThatItTellsOf(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      EvidenceChain chain = new EvidenceChain(database);
      chain.append(draft(1), TestDatabases.NOW);
      assertThatThrownBy(
              () ->
                  database.inTransaction(
                      () -> {
                        chain.append(draft(2), TestDatabases.NOW);
                        throw new IllegalStateException("on purpose");
                      }))
          .hasMessage("on purpose");
      assertThat(chain.append(draft(3), TestDatabases.NOW)).isEqualTo(2);
    }
  }
}
