package org.xinbao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Day;

/** Links of the chain: each fixes itself and the one before it. */
class ChainWalkTest {

  private static final Instant NOW = Instant.parse("2026-11-01T03:00:00.123456789Z");

  private static EvidenceDraft draft(String value) {
    return EvidenceDraft.of(
        EvidenceKind.RUN,
        Day.parse("2026-10-31"),
        "nightly by tester",
        EvidenceBody.empty().add("folder", value).add("output", "run.json", 17L, "ab"));
  }

  private static List<EvidenceEntry> chain(int length) {
    List<EvidenceEntry> entries = new ArrayList<>();
    String before = EvidenceEntry.NO_PREVIOUS;
    for (int i = 0; i < length; i++) {
      EvidenceEntry entry = EvidenceEntry.after(i, before, draft("d" + i), NOW);
      entries.add(entry);
      before = entry.sha256();
    }
    return entries;
  }

  private static List<String> walk(List<EvidenceEntry> entries) {
    ChainWalk walk = new ChainWalk();
    return entries.stream().map(walk::next).flatMap(Optional::stream).toList();
  }

  /** The hash worked out anew: each field after its length in bytes, SHA-256 over all. */
  @Test
  void theHashCoversEveryFieldWithItsLength() throws Exception {
    String body = "folder\td0\noutput\trun.json\t17\tab\n";
    String previous = "0".repeat(64);
    // 1, RUN, date, the instant cut to microseconds, who, the body, no commitment, 64 zeros.
    String fields =
        "1:1"
            + "3:RUN"
            + "10:2026-10-31"
            + "27:2026-11-01T03:00:00.123456Z"
            + "17:nightly by tester"
            + body.length()
            + ":"
            + body
            + "0:"
            + "64:"
            + previous;
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(fields.getBytes(StandardCharsets.UTF_8));
    EvidenceEntry entry = chain(1).get(0);
    assertThat(entry.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(entry.isWhole()).isTrue();
  }

  @Test
  void aWholeChainHasNothingToTellAndItsHeadIsItsLastHash() {
    List<EvidenceEntry> entries = chain(5);
    assertThat(walk(entries)).isEmpty();
    ChainWalk walk = new ChainWalk();
    entries.forEach(walk::next);
    assertThat(walk.number()).isEqualTo(5);
    assertThat(walk.head()).isEqualTo(entries.get(4).sha256());
  }

  @Test
  void anEntryThatIsMissingMovedOrFollowsFromAnotherIsNamed() {
    List<EvidenceEntry> entries = chain(4);
    assertThat(walk(List.of(entries.get(0), entries.get(2), entries.get(3))).get(0))
        .isEqualTo("entry 2 of the evidence chain is missing, 3 follows");
    assertThat(walk(entries.subList(1, 4)).get(0))
        .isEqualTo("entry 1 of the evidence chain is missing, 2 follows");
    EvidenceEntry other = EvidenceEntry.after(1, "f".repeat(64), draft("d1"), NOW);
    assertThat(walk(List.of(entries.get(0), other, entries.get(2))).get(0))
        .isEqualTo("entry 2 of the evidence chain does not follow from the one before it");
  }

  @Test
  void aChangeOfAnyFieldIsNamed() {
    List<UnaryOperator<EvidenceEntry>> changes =
        List.of(
            e -> with(e, EvidenceKind.ARCHIVE, e.businessDate(), e.recordedAt(), e.by(), e.body()),
            e -> with(e, e.kind(), e.businessDate() + 1, e.recordedAt(), e.by(), e.body()),
            e ->
                with(
                    e,
                    e.kind(),
                    e.businessDate(),
                    e.recordedAt().plusNanos(1000),
                    e.by(),
                    e.body()),
            e -> with(e, e.kind(), e.businessDate(), e.recordedAt(), e.by() + " ", e.body()),
            e -> with(e, e.kind(), e.businessDate(), e.recordedAt(), e.by(), e.body() + "x\n"));
    for (UnaryOperator<EvidenceEntry> change : changes) {
      List<EvidenceEntry> entries = new ArrayList<>(chain(3));
      entries.set(1, change.apply(entries.get(1)));
      assertThat(walk(entries)).containsExactly("entry 2 of the evidence chain has been changed");
    }
  }

  private static EvidenceEntry with(
      EvidenceEntry e, EvidenceKind kind, int date, Instant at, String by, String body) {
    return new EvidenceEntry(
        e.number(), kind, date, at, by, body, e.commitment(), e.previousSha256(), e.sha256());
  }

  @Test
  void aCommitmentHidesAndFixesItsContent() {
    LoanContent content = LoanContent.of("XB1", new byte[32], "HOLD");
    LoanContent salted = LoanContent.of("XB1", new byte[] {1, 2, 3}, "HOLD");
    assertThat(content.commitment()).hasSize(64).isNotEqualTo(salted.commitment());
    assertThat(content.commitment())
        .isNotEqualTo(new LoanContent("XB1H", content.salt(), "OLD").commitment());
    assertThat(content.toString()).doesNotContain("XB1");
  }

  @Test
  void aBodyIsReadBackAsWrittenAndTakesNoLineBreak() {
    EvidenceBody body = EvidenceBody.empty().add("a", "", "x y").add("b").add("a", 7);
    assertThat(EvidenceBody.parse(body.toText()).toText()).isEqualTo("a\t\tx y\nb\na\t7\n");
    assertThat(body.values("a")).containsExactly(List.of("", "x y"), List.of("7"));
    assertThat(body.value("b")).isEmpty();
    assertThat(body.value("c")).isEmpty();
    assertThatThrownBy(() -> body.add("c", "x\ny")).isInstanceOf(IllegalArgumentException.class);
  }
}
