package org.xinbao.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.conf.Settings.AlertOn;
import org.xinbao.conf.Settings.CreationDate;
import org.xinbao.conf.Settings.Database;
import org.xinbao.conf.Settings.FirstLoad;
import org.xinbao.conf.Settings.Keeping;
import org.xinbao.conf.Settings.Language;
import org.xinbao.conf.Settings.MissedDates;
import org.xinbao.conf.Settings.RejectLimits;
import org.xinbao.treatment.ContactLimits;
import org.xinbao.treatment.NoticeTemplate;

/** The institution's settings: defaults of the rulings, ranges, refusals. */
class SettingsTest {

  private final Path folder;

  SettingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Settings read(String yaml) {
    try {
      Files.writeString(folder.resolve("xinbao.yaml"), yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Settings.read(folder);
  }

  private Settings with(String setting) {
    return read("provider-code: TEST0000000001\n" + setting + "\n");
  }

  @Test
  void onlyTheProviderCodeMustBeStated() {
    assertThat(with(""))
        .isEqualTo(
            new Settings(
                "TEST0000000001",
                List.of("pboc"),
                Language.ZH_CN,
                ZoneId.of("Asia/Shanghai"), // rulings 40
                LocalTime.of(3, 0), // contract section 5
                CreationDate.BUSINESS, // rulings 40
                List.of("CNY"),
                new RejectLimits(100_000_000L, 20, 10_000_000L), // 1 %, 20 loans, 0.1 %
                MissedDates.REFUSE,
                Optional.empty(),
                OptionalLong.empty(),
                10, // rulings 3
                false, // rulings 7
                AlertOn.ANY, // rulings 33
                new ContactLimits(3, 6, LocalTime.of(8, 0), LocalTime.of(22, 0)), // GB/T 45251-2025
                NoticeTemplate.STANDARD,
                new Keeping(5, 35, 10, 90), // rulings 12, 38
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }

  @Test
  void everySettingCanBeStated() {
    Settings settings =
        with(
            """
            bureaux: [pboc, zhima]
            language: en
            time-zone: UTC
            report-time: 04:05:06
            creation-date: GIVEN
            currencies: [USD, CNY, EUR, USD]
            reject-share: 0.02
            reject-count: 5
            vanish-share: 0.01
            missed-dates: RECORD
            first-load: ALREADY_REPORTED
            difference-hold: "1.50"
            unanswered-after-days: 7
            auto-correct: true
            alert-on: NEW
            contact: {connected-per-day: 2, tries-per-day: 4, from: "09:00", to: "20:30"}
            notice-text: "{borrower_name} owes {overdue_total}"
            outputs-years: 4
            register-files-days: 30
            archive-years: 12
            identity-days: 60
            deletion-key-file: keys/deletion.key
            database: {url: "jdbc:postgresql://db.example:5432/xinbao"}
            workers:
              brokers: ["mq.example:61617"]
              queue: xinbao.night
              tls: true
              trust-store: broker.p12
              credentials-file: /etc/xinbao/broker
              take-over-seconds: 300
            """);

    assertThat(settings)
        .isEqualTo(
            new Settings(
                "TEST0000000001",
                List.of("pboc", "zhima"),
                Language.EN,
                ZoneId.of("UTC"),
                LocalTime.of(4, 5, 6),
                CreationDate.GIVEN,
                List.of("CNY", "EUR", "USD"),
                new RejectLimits(200_000_000L, 5, 100_000_000L),
                MissedDates.RECORD,
                Optional.of(FirstLoad.ALREADY_REPORTED),
                OptionalLong.of(1_50),
                7,
                true,
                AlertOn.NEW,
                new ContactLimits(2, 4, LocalTime.of(9, 0), LocalTime.of(20, 30)),
                new NoticeTemplate("{borrower_name} owes {overdue_total}"),
                new Keeping(4, 30, 12, 60),
                Optional.of(folder.resolve("keys/deletion.key")),
                new TreeMap<>(),
                Optional.of(new Database("jdbc:postgresql://db.example:5432/xinbao")),
                Optional.of(
                    new WorkerSettings(
                        List.of(new WorkerSettings.Broker("mq.example", 61617)),
                        "xinbao.night",
                        WorkerSettings.Transport.TLS,
                        Optional.of(folder.resolve("broker.p12")),
                        Optional.of(Path.of("/etc/xinbao/broker")),
                        300)),
                List.of()));
  }

  @Test
  void timeMayBeWrittenWithoutSecondsAndKeyFilesByAnAbsolutePath() {
    assertThat(with("report-time: 23:59").reportTime()).isEqualTo(LocalTime.of(23, 59));
    assertThat(with("deletion-key-file: /etc/xinbao.key").deletionKeyFile())
        .contains(Path.of("/etc/xinbao.key"));
    assertThat(with("difference-hold: none").differenceHold()).isEmpty();
    assertThat(with("difference-hold: 0").differenceHold()).hasValue(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "language: zh              | language must be one of zh-CN, en",
        "time-zone: Peking         | time-zone is not a time zone; use a name such as"
            + " Asia/Shanghai",
        "report-time: 3:00         | report-time must be a time of day such as 03:00:00",
        "report-time: 24:00:00     | report-time must be a time of day such as 03:00:00",
        "report-time: 10800        | report-time must be a time of day such as 03:00:00",
        "creation-date: TODAY      | creation-date must be one of BUSINESS, GIVEN",
        "currencies: USD           | currencies must be a list",
        "currencies: [yuan] | currencies must be a list of codes of three capitals such as USD",
        "reject-share: 1.1         | reject-share must be a fraction from 0 to 1",
        "reject-count: -1          | reject-count must be a whole number from 0 to 1000000",
        "vanish-share: 0.1 %       | vanish-share must be a number in plain digits, such as 0.25",
        "missed-dates: IGNORE      | missed-dates must be one of REFUSE, RECORD",
        "first-load: GUESS         | first-load must be one of REPORT_ALL, ALREADY_REPORTED",
        "contact: {from: '22:00'}  | contact.to must be after from",
        "contact: {to: midnight}   | contact.to must be a time of day such as 22:00",
        "notice-text: 'Dear {sir}' | notice-text has the placeholder {sir}; known: borrower_name,"
            + " bureaux, business_date, loans, overdue_from, overdue_total, send_by",
        "difference-hold: -1       | difference-hold must not be below 0",
        "unanswered-after-days: 0  | unanswered-after-days must be a whole number from 1 to 3650",
        "auto-correct: yes         | auto-correct must be true or false",
        "alert-on: NEVER           | alert-on must be one of ANY, NEW",
        "outputs-years: 6          | outputs-years must be a whole number from 1 to 5",
        "register-files-days: 0    | register-files-days must be a whole number from 1 to 3650",
        "archive-years: 0          | archive-years must be a whole number from 1 to 50",
        "identity-days: -1         | identity-days must be a whole number from 0 to 3650",
        "database: jdbc:postgresql://x/y | database must be a mapping of keys to values",
        "database: {}       | database.url is missing; no convention is assumed, state it",
        "database: {url: 'jdbc:hsqldb:mem:x'} | database.url must begin with jdbc:postgresql:"
            + " (leave it out for the embedded database)",
        "database: {url: x}        | database.url must begin with jdbc:postgresql: (leave it out"
            + " for the embedded database)",
        "database: {url: 'jdbc:oracle:x'} | database.url must begin with jdbc:postgresql: (leave it"
            + " out for the embedded database)",
        "database: {url: 'jdbc:postgresql://x/y', pool: 3} | database.pool is not a known key;"
            + " known here: url",
        "workers: {}               | workers.brokers is missing; no convention is assumed, state"
            + " it",
        "workers: {brokers: [mq]}  | workers.brokers must be a list such as [broker.example:61617]",
        "workers: {brokers: ['u:p@mq:61617']} | workers.brokers must be a list such as"
            + " [broker.example:61617]",
        "workers: {brokers: ['mq:70000']} | workers.brokers must be a list such as"
            + " [broker.example:61617]",
        "workers: {brokers: ['mq:61617'], tls: false, trust-store: t.p12} | workers.trust-store"
            + " belongs to tls: true",
        "workers: {brokers: ['mq:61617'], queue: 'a b'} | workers.queue must be letters, digits,"
            + " dots and dashes",
        "workers: {brokers: ['mq:61617'], take-over-seconds: 0} | workers.take-over-seconds must be"
            + " a whole number from 1 to 86400",
      })
  void whatIsOutOfRangeIsRefused(String setting, String sentence) {
    assertThatThrownBy(() -> with(setting))
        .isInstanceOf(ConfException.class)
        .hasMessage("xinbao.yaml: " + sentence + ".");
  }

  @ParameterizedTest
  @CsvSource({"TEST000000001", "TEST00000000012", "TEST-000000001", "测试00000000000001"})
  void aProviderCodeIs14LettersAndDigits(String code) {
    assertThatThrownBy(() -> read("provider-code: " + code))
        .isInstanceOf(ConfException.class)
        .hasMessage("xinbao.yaml: provider-code must be 14 letters and digits.");
  }

  @Test
  void theProviderCodeHasNoDefault() {
    assertThatThrownBy(() -> read("language: en"))
        .hasMessage("xinbao.yaml: provider-code is missing; no convention is assumed, state it.");
  }

  @Test
  void anUnknownSettingIsRefusedAndTheKnownOnesAreListed() {
    assertThatThrownBy(() -> with("reject-shares: 0.5"))
        .hasMessage(
            "xinbao.yaml: reject-shares is not a known key; known here: alert-on, archive-years,"
                + " auto-correct, bureaux, contact, creation-date, currencies, database,"
                + " deletion-key-file, difference-hold, first-load, hand-over, identity-days,"
                + " language, missed-dates, notice-text, outputs-years, provider-code,"
                + " register-files-days, reject-count, reject-share, report-time, time-zone,"
                + " unanswered-after-days, vanish-share, workers.");
  }

  @Test
  void anArchiveShorterThanTheLawIsWarnedOf() {
    assertThat(with("archive-years: 9").warnings())
        .containsExactly(
            "xinbao.yaml: archive-years is below 10, the least of 反洗钱法 art. 34 for lenders.");
    assertThat(with("archive-years: 10").warnings()).isEmpty();
  }

  @Test
  void aPasswordInTheUrlIsWarnedOfWithoutShowingIt() {
    assertThat(with("database: {url: 'jdbc:postgresql://h/d?user=u&password=z'}").warnings())
        .containsExactly(
            "xinbao.yaml: database.url contains a password; give it in XINBAO_DB_PASSWORD"
                + " instead.");
  }

  @Test
  void whatNamesTheDatabaseIsNotPrinted() {
    assertThat(with("database: {url: 'jdbc:postgresql://h/d?user=night'}").toString())
        .doesNotContain("jdbc:", "night");
  }
}
