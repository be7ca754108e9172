package org.xinbao.conf;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.Allocation;
import org.xinbao.arrears.ProductRules.FiveClass;
import org.xinbao.arrears.ProductRules.Penalty;
import org.xinbao.retention.RetentionRule;
import org.xinbao.treatment.ContactLimits;
import org.xinbao.treatment.TreatmentRules;

/** Writes rules as conventions: the keys of the files, each value in one canonical form. */
final class ConventionWriter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final List<Convention> conventions = new ArrayList<>();

  private ConventionWriter() {}

  static List<Convention> of(ProductConf product) {
    ConventionWriter writer = new ConventionWriter();
    writer.rules(product.rules());
    writer.retention(product);
    writer.treatment(product.treatment());
    writer.add("cost-cap-annual", fraction(product.rules().costCapAnnualE10()));
    return List.copyOf(writer.conventions);
  }

  static List<Convention> of(Settings settings) {
    ConventionWriter writer = new ConventionWriter();
    writer.add("provider-code", settings.providerCode());
    writer.add("bureaux", settings.bureaux().toString());
    writer.add("language", settings.language().tag());
    writer.add("time-zone", settings.timeZone().getId());
    writer.add("report-time", settings.reportTime().format(TIME));
    writer.add("creation-date", settings.creationDate().name());
    writer.add("currencies", settings.currencies().toString());
    writer.add("reject-share", fraction(settings.rejects().shareE10()));
    writer.add("reject-count", settings.rejects().count());
    writer.add("vanish-share", fraction(settings.rejects().vanishedShareE10()));
    writer.add("missed-dates", settings.missedDates().name());
    writer.add("first-load", settings.firstLoad().map(Enum::name).orElse(ConfNode.NO_VALUE));
    writer.add(
        "difference-hold",
        settings.differenceHold().isPresent()
            ? Cents.format(settings.differenceHold().getAsLong())
            : ConfNode.NO_VALUE);
    writer.add("unanswered-after-days", settings.unansweredAfterDays());
    writer.add("auto-correct", String.valueOf(settings.autoCorrect()));
    ContactLimits contact = settings.contactLimits();
    writer.add("contact.connected-per-day", contact.connectedPerDay());
    writer.add("contact.tries-per-day", contact.triesPerDay());
    writer.add("contact.from", contact.from().toString());
    writer.add("contact.to", contact.to().toString());
    writer.add("notice-text", settings.noticeText().text().strip().replace("\n", "\\n"));
    return List.copyOf(writer.conventions);
  }

  private void rules(ProductRules rules) {
    add("day-count", rules.dayCount().name());
    add("dpd-clock", rules.dpdClock().name());
    add("grace.days", rules.grace().days());
    add("grace.meaning", rules.grace().meaning().name());
    penalty(rules.penalty());
    allocation(rules.allocation());
    add("returned-payment", rules.returnedPayment().name());
    add("overdue-tolerance", Cents.format(rules.overdueTolerance()));
    add("closing-tolerance", Cents.format(rules.closingTolerance()));
    add("penalty-tolerance", Cents.format(rules.penaltyTolerance()));
    add("buckets", rules.buckets().toString());
    fiveClass(rules.fiveClass());
    add("remaining", rules.remaining().name());
  }

  private void penalty(Penalty penalty) {
    if (penalty.multiplierE10() >= 0) {
      add("penalty.rate-multiplier", fraction(penalty.multiplierE10()));
    } else {
      add("penalty.annual-rate", fraction(penalty.annualRateE10()));
    }
    add("penalty.base", penalty.base().name());
    add("penalty.rounding.when", penalty.when().name());
    add("penalty.rounding.mode", penalty.mode().name());
  }

  private void allocation(Allocation allocation) {
    add("allocation.order", allocation.order().toString());
    add("allocation.sequence", allocation.sequence().name());
    int days = allocation.principalFirstAfterDays();
    add(
        "allocation.principal-first-after-days",
        days < 0 ? ConfNode.NO_VALUE : String.valueOf(days));
    add("allocation.source", allocation.source().name());
  }

  private void fiveClass(FiveClass classes) {
    add("five-class.attention", classes.attention());
    add("five-class.substandard", classes.substandard());
    add("five-class.doubtful", classes.doubtful());
    add("five-class.loss", classes.loss());
    add("five-class.cure-months", classes.cureMonths());
  }

  private void retention(ProductConf product) {
    RetentionRule rule = product.retention();
    add("retention.years", rule.years());
    add("retention.clock-starts", rule.clockStarts().name());
    add("retention.begins", product.rules().adverseBegins().name());
  }

  private void treatment(TreatmentRules rules) {
    add("treatment.remind.from-days", rules.remindFromDays());
    add("treatment.call.from-days", rules.callFromDays());
    add("treatment.restrict.from-days", rules.restrictFromDays());
    add("treatment.legal-review.from-days", rules.legalFromDays());
    add("treatment.legal-review.from-overdue-total", Cents.format(rules.legalFromOverdueTotal()));
    add("treatment.reassess-after-days", rules.reassessAfterDays());
  }

  private void add(String key, String value) {
    conventions.add(new Convention(key, value));
  }

  private void add(String key, int value) {
    add(key, String.valueOf(value));
  }

  /** A fraction times 10<sup>10</sup> without needless zeros: 1.5, 0.24, 0. */
  private static String fraction(long e10) {
    return BigDecimal.valueOf(e10, 10).stripTrailingZeros().toPlainString();
  }
}
