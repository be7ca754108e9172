package org.xinbao.conf;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

/** Reads {@code xinbao.yaml}. */
final class SettingsReader {

  private static final Pattern PROVIDER_CODE = Pattern.compile("[A-Za-z0-9]{14}");
  private static final Pattern BUREAU = Pattern.compile("[a-z][a-z0-9]*");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?");
  private static final Pattern JDBC = Pattern.compile("jdbc:postgresql:\\S+");

  /** The bureau to which every consumer lender reports: the central bank's database. */
  private static final String CENTRAL_BANK = "pboc";

  /** The currency of a loan where nothing else is listed. */
  private static final String HOME_CURRENCY = "CNY";

  /** Derived outputs show when a loan was last overdue: they go with the records (rulings 12). */
  private static final int OUTPUTS_YEARS_MAX = 5;

  /** 反洗钱法 art. 34: identity and transaction data are kept at least 10 years. */
  private static final int ARCHIVE_YEARS_LAW = 10;

  private static final int ARCHIVE_YEARS_MAX = 50;

  /** Ten years of days: beyond it a number was mistyped. */
  private static final int DAYS_MAX = 3_650;

  private static final int CONTACTS_MAX = 100;

  private static final int REJECT_COUNT_MAX = 1_000_000;

  private static final long PER_CENT_E10 = 100_000_000L;

  private final Path folder;
  private final ConfNode conf;
  private final List<String> warnings = new ArrayList<>();

  private SettingsReader(Path folder, ConfNode conf) {
    this.folder = folder;
    this.conf = conf;
  }

  static Settings read(Path folder) {
    return new SettingsReader(folder, ConfNode.read(folder.resolve(Settings.FILE))).settings();
  }

  private Settings settings() {
    Keeping keeping = keeping();
    Settings settings =
        new Settings(
            providerCode(),
            bureaux(),
            language(),
            timeZone(),
            reportTime(),
            conf.choice("creation-date", CreationDate.class, CreationDate.BUSINESS),
            currencies(),
            rejectLimits(),
            conf.choice("missed-dates", MissedDates.class, MissedDates.REFUSE),
            conf.has("first-load")
                ? Optional.of(conf.choice("first-load", FirstLoad.class))
                : Optional.empty(),
            differenceHold(),
            conf.integer("unanswered-after-days", 1, DAYS_MAX, 10),
            conf.flag("auto-correct", false),
            conf.choice("alert-on", AlertOn.class, AlertOn.ANY),
            conf.findNode("contact").map(this::contactLimits).orElse(ContactLimits.STANDARD),
            noticeText(),
            keeping,
            conf.findText("deletion-key-file").map(folder::resolve),
            HandoverReader.read(conf, System.getenv()),
            database(),
            WorkerReader.read(conf, folder),
            warnings);
    conf.refuseUnknownKeys();
    return settings;
  }

  private String providerCode() {
    String code = conf.text("provider-code");
    if (!PROVIDER_CODE.matcher(code).matches()) {
      throw conf.error("provider-code", "must be 14 letters and digits");
    }
    return code;
  }

  private List<String> bureaux() {
    if (!conf.has("bureaux")) {
      return List.of(CENTRAL_BANK);
    }
    List<String> bureaux = conf.texts("bureaux");
    if (bureaux.isEmpty() || !bureaux.stream().allMatch(each -> BUREAU.matcher(each).matches())) {
      throw conf.error("bureaux", "must be a list of names in small letters such as pboc");
    }
    if (new TreeSet<>(bureaux).size() < bureaux.size()) {
      throw conf.error("bureaux", "must name each bureau once");
    }
    return bureaux;
  }

  private Language language() {
    String tag = conf.text("language", Language.ZH_CN.tag());
    return Arrays.stream(Language.values())
        .filter(each -> each.tag().equals(tag))
        .findFirst()
        .orElseThrow(() -> conf.error("language", "must be one of zh-CN, en"));
  }

  private ZoneId timeZone() {
    String zone = conf.text("time-zone", "Asia/Shanghai");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw conf.error("time-zone", "is not a time zone; use a name such as Asia/Shanghai");
    }
  }

  private LocalTime reportTime() {
    return time(conf, "report-time", "03:00:00");
  }

  private static LocalTime time(ConfNode node, String key, String otherwise) {
    String time = node.text(key, otherwise);
    if (TIME.matcher(time).matches()) {
      try {
        return LocalTime.parse(time);
      } catch (DateTimeException e) {
        throw node.error(key, "must be a time of day such as " + otherwise);
      }
    }
    throw node.error(key, "must be a time of day such as " + otherwise);
  }

  private ContactLimits contactLimits(ConfNode node) {
    ContactLimits standard = ContactLimits.STANDARD;
    LocalTime from = time(node, "from", standard.from().toString());
    LocalTime to = time(node, "to", standard.to().toString());
    if (!from.isBefore(to)) {
      throw node.error("to", "must be after from");
    }
    ContactLimits limits =
        new ContactLimits(
            node.integer("connected-per-day", 0, CONTACTS_MAX, standard.connectedPerDay()),
            node.integer("tries-per-day", 0, CONTACTS_MAX, standard.triesPerDay()),
            from,
            to);
    if (limits.connectedPerDay() > standard.connectedPerDay()
        || limits.triesPerDay() > standard.triesPerDay()
        || from.isBefore(standard.from())
        || to.isAfter(standard.to())) {
      warnings.add(
          conf.warning("contact", "allows more than GB/T 45251-2025 and the banks' guideline do"));
    }
    node.refuseUnknownKeys();
    return limits;
  }

  private NoticeTemplate noticeText() {
    String key = "notice-text";
    try {
      return conf.findText(key).map(NoticeTemplate::new).orElse(NoticeTemplate.STANDARD);
    } catch (IllegalArgumentException e) {
      throw conf.error(key, String.valueOf(e.getMessage()));
    }
  }

  private List<String> currencies() {
    List<String> currencies = new ArrayList<>(List.of(HOME_CURRENCY));
    if (conf.has("currencies")) {
      for (String each : new TreeSet<>(conf.texts("currencies"))) {
        if (!CURRENCY.matcher(each).matches()) {
          throw conf.error("currencies", "must be a list of codes of three capitals such as USD");
        }
        if (!each.equals(HOME_CURRENCY)) {
          currencies.add(each);
        }
      }
    }
    return currencies;
  }

  private RejectLimits rejectLimits() {
    return new RejectLimits(
        conf.fractionE10("reject-share", "0", "1", PER_CENT_E10),
        conf.integer("reject-count", 0, REJECT_COUNT_MAX, 20),
        conf.fractionE10("vanish-share", "0", "1", PER_CENT_E10 / 10));
  }

  private OptionalLong differenceHold() {
    String key = "difference-hold";
    return conf.text(key, ConfNode.NO_VALUE).equals(ConfNode.NO_VALUE)
        ? OptionalLong.empty()
        : OptionalLong.of(conf.cents(key));
  }

  private Keeping keeping() {
    Keeping keeping =
        new Keeping(
            conf.integer("outputs-years", 1, OUTPUTS_YEARS_MAX, OUTPUTS_YEARS_MAX),
            conf.integer("register-files-days", 1, DAYS_MAX, 35),
            conf.integer("archive-years", 1, ARCHIVE_YEARS_MAX, ARCHIVE_YEARS_LAW),
            conf.integer("identity-days", 0, DAYS_MAX, 90));
    if (keeping.archiveYears() < ARCHIVE_YEARS_LAW) {
      warnings.add(
          conf.warning("archive-years", "is below 10, the least of 反洗钱法 art. 34 for lenders"));
    }
    return keeping;
  }

  private Optional<Database> database() {
    return conf.findNode("database").map(this::database);
  }

  private Database database(ConfNode node) {
    String url = node.text("url");
    if (!JDBC.matcher(url).matches()) {
      throw node.error(
          "url", "must begin with jdbc:postgresql: (leave it out for the embedded database)");
    }
    if (url.contains("password=")) {
      warnings.add(
          node.warning("url", "contains a password; give it in XINBAO_DB_PASSWORD instead"));
    }
    node.refuseUnknownKeys();
    return new Database(url);
  }
}
