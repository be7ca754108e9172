package org.xinbao.conf;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.treatment.ContactLimits;
import org.xinbao.treatment.NoticeTemplate;

/**
 * The institution's settings in {@code xinbao.yaml}: all that does not belong to one product or one
 * bureau.
 *
 * @param providerCode the 14-character data-provider code; equal to {@code institution} in every
 *     manifest (rulings 40)
 * @param bureaux the bureaux that are reported to, in the order in which they are served
 * @param language of the workbook and the run page
 * @param timeZone in which {@code reportTime} and creation dates are told
 * @param reportTime creation time written into bureau files
 * @param creationDate where the creation date of bureau files comes from
 * @param currencies currency codes that loans may have, CNY first; never added together
 * @param rejects when too many rejected or vanished loans refuse an export
 * @param missedDates what a gap before the business date does
 * @param firstLoad how an empty home is taken over; without it more than 1,000 loans are refused
 *     (rulings 6)
 * @param differenceHold a difference to the ledger's own figures above this holds the loan's bureau
 *     records, cents; none: only listed (rulings 2)
 * @param unansweredAfterDays from when on a file without feedback is listed (rulings 3)
 * @param autoCorrect whether restatements lead to bureau corrections without a decision (rulings 7)
 * @param alertOn what makes exit code 10 (rulings 33)
 * @param contactLimits how often and when debtors may be reached
 * @param noticeText the text of the notice before adverse information is reported
 * @param keeping how long what is kept
 * @param deletionKeyFile key of the tombstones' HMAC (rulings 14); relative to the configuration
 *     folder
 * @param handovers the command that takes each bureau's files over, by bureau; a bureau without one
 *     is served by hand
 * @param database another database than the embedded one
 * @param workers how workers on other hosts are reached
 * @param warnings settings that are allowed but outside a rule that the warning names; for the
 *     operator, not for outputs, which do not depend on these settings
 */
public record Settings(
    String providerCode,
    List<String> bureaux,
    Language language,
    ZoneId timeZone,
    LocalTime reportTime,
    CreationDate creationDate,
    List<String> currencies,
    RejectLimits rejects,
    MissedDates missedDates,
    Optional<FirstLoad> firstLoad,
    OptionalLong differenceHold,
    int unansweredAfterDays,
    boolean autoCorrect,
    AlertOn alertOn,
    ContactLimits contactLimits,
    NoticeTemplate noticeText,
    Keeping keeping,
    Optional<Path> deletionKeyFile,
    SortedMap<String, HandoverSettings> handovers,
    Optional<Database> database,
    Optional<WorkerSettings> workers,
    List<String> warnings) {

  /** The file's name in the configuration folder. */
  public static final String FILE = "xinbao.yaml";

  public Settings {
    bureaux = List.copyOf(bureaux);
    currencies = List.copyOf(currencies);
    handovers = Collections.unmodifiableSortedMap(new TreeMap<>(handovers));
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads and checks the file; throws {@link ConfException} naming the first key at fault and what
   * to do.
   */
  public static Settings read(Path confFolder) {
    return SettingsReader.read(confFolder);
  }

  /**
   * The same for a night that is run again in a scratch home: on an embedded database, and with
   * nothing to hand over.
   */
  public Settings inScratch() {
    return new Settings(
        providerCode,
        bureaux,
        language,
        timeZone,
        reportTime,
        creationDate,
        currencies,
        rejects,
        missedDates,
        firstLoad,
        differenceHold,
        unansweredAfterDays,
        autoCorrect,
        alertOn,
        contactLimits,
        noticeText,
        keeping,
        deletionKeyFile,
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        warnings);
  }

  /** The language of what people read, by its tag. */
  public enum Language {
    ZH_CN("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
      this.tag = tag;
    }

    /** As written in the configuration. */
    public String tag() {
      return tag;
    }
  }

  /** Where the creation date of bureau files comes from (rulings 40). */
  public enum CreationDate {
    /** The day after the business date. */
    BUSINESS,
    /** Given with {@code --file-date}. */
    GIVEN
  }

  /** What a business date that was never run does to the next one. */
  public enum MissedDates {
    /** The later date is refused until the missed one is run or skipped by name. */
    REFUSE,
    /** The gap is recorded and the later date runs; never over a settlement day (rulings 10). */
    RECORD
  }

  /** What an empty home assumes about loans that were there before it (rulings 6). */
  public enum FirstLoad {
    /** Nothing has been reported: every account is opened with the bureaux. */
    REPORT_ALL,
    /** Everything is known to the bureaux as it stands; only changes are reported. */
    ALREADY_REPORTED
  }

  /** What makes exit code 10 (rulings 33). */
  public enum AlertOn {
    /** Any rejected or held record. */
    ANY,
    /** Only those new since the last published date, or past their due date. */
    NEW
  }

  /**
   * Limits above which an export is refused. Shares are fractions times 10<sup>10</sup>.
   *
   * @param shareE10 rejected loans, of all loans of the export
   * @param count rejected loans; both limits must be exceeded (rulings 33)
   * @param vanishedShareE10 loans open in the previous state and absent now, of all open ones
   *     (rulings 5)
   */
  public record RejectLimits(long shareE10, int count, long vanishedShareE10) {}

  /**
   * How long what is kept (rulings 12, 38).
   *
   * @param outputsYears bureau files, assessments and workbook of a date, at most 5
   * @param registerFilesDays {@code episodes.csv}
   * @param archiveYears exports, rules, decisions and feedback
   * @param identityDays identity of a reported loan after the last kept day
   */
  public record Keeping(
      int outputsYears, int registerFilesDays, int archiveYears, int identityDays) {}

  /**
   * A database server; its user and password come from the environment.
   *
   * @param url {@code jdbc:postgresql://host/database}
   */
  public record Database(String url) {
    /** Without the URL, which may name a host, a user or worse. */
    @Override
    public String toString() {
      return "Database[]";
    }
  }
}
