package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.Database;

/** Feedback and hand-overs are in the evidence chain, and what says otherwise is found. */
class AnswersInEvidenceTest {

  private static final String DATE = "2026-10-30";

  private final Nights nights;
  private final Path inbox;

  AnswersInEvidenceTest(@TempDir Path folder) throws IOException {
    Path conf = Nights.confWithoutAgreements(folder.resolve("conf"));
    Path client = folder.resolve("client");
    Files.writeString(client, "#!/bin/sh\n[ -e \"$1.taken\" ] && exit 0\nexit 3\n");
    Files.setPosixFilePermissions(
        client, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    Files.writeString(
        conf.resolve("xinbao.yaml"),
        "\nhand-over:\n  pboc:\n    command: [" + client + ", \"" + folder + "/{name}\"]\n",
        java.nio.file.StandardOpenOption.APPEND);
    nights = Nights.in(folder).withConf(conf);
    inbox = Files.createDirectories(folder.resolve("in"));
    Ended night = nights.runSample(DATE);
    assertThat(night.code()).as(night.toString()).isEqualTo(50);
    Path sent = FeedbackFiles.submission(nights.published(DATE));
    Files.createFile(folder.resolve(sent.getFileName() + ".taken"));
    assertThat(job("handover", "--date", DATE).code()).isZero();
    FeedbackFiles.reject(sent, inbox, Map.of(2, "ABE004"));
    for (int i = 0; i < 2; i++) {
      job("feedback", "--dir", inbox.toString());
    }
  }

  private Ended job(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--home", nights.home().toString()));
    arguments.addAll(List.of("--output", nights.output().toString()));
    arguments.addAll(List.of("--conf", nights.conf().toString()));
    return Commands.run(arguments.toArray(String[]::new));
  }

  private void change(String statement) throws SQLException {
    try (Database database = Database.openEmbedded(nights.home());
        Connection connection = database.dataSource().getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      assertThat(prepared.executeUpdate()).isPositive();
    }
  }

  private void assertFound(String finding) {
    Ended ended = job("audit", "verify");
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    assertThat(ended.toString()).contains(finding);
  }

  @Test
  void eachIsToldOnceAndWhatWasChangedIsNamed() throws Exception {
    List<EvidenceEntry> feedback = Evidence.of(nights, EvidenceKind.FEEDBACK);
    assertThat(feedback).hasSize(1);
    EvidenceBody body = feedback.get(0).statements();
    assertThat(body.value("outcome")).isEqualTo("PARTLY");
    assertThat(body.value("rejected")).isEqualTo("1");
    assertThat(body.value("answers")).isEqualTo(DATE);
    assertThat(feedback.get(0).body()).doesNotContain("XB0");
    assertThat(Evidence.of(nights, EvidenceKind.HANDOVER))
        .extracting(each -> each.statements().value("ended") + each.statements().value("exit_code"))
        .containsExactly("FAILED3", "DONE0");
    Ended intact = job("audit", "verify");
    assertThat(intact.code()).as(intact.toString()).isZero();

    change("UPDATE feedback SET stored = stored + 1, rejected = 0");
    assertFound("the row of feedback 1 is not as it was taken in");
    change("UPDATE feedback SET stored = stored - 1, rejected = 1");
    change("UPDATE hand_over_attempt SET state = 'BY_HAND' WHERE attempt = 1");
    assertFound("attempt 1, is not as it ended");
    change("UPDATE hand_over_attempt SET state = 'FAILED' WHERE attempt = 1");
    assertThat(job("audit", "verify").code()).isZero();

    String name = body.values("list").get(0).get(0);
    Path list = nights.home().resolve("feedback").resolve(name);
    byte[] bytes = Files.readAllBytes(list);
    bytes[bytes.length / 2] ^= 1;
    Files.write(list, bytes);
    assertFound(list + " has been changed");
    Files.delete(list);
    assertFound(list + " is missing and was not deleted under retention");
  }
}
