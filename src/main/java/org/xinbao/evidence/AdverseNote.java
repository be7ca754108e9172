package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.ProductRules.AdverseBegins;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.retention.RetentionRule;
import org.xinbao.retention.RetentionRule.ClockStart;

/**
 * An adverse record with its clock. Of one that has expired only its last kept day is told: it is
 * deleted.
 *
 * @param state as in {@code episodes.csv}, or {@code EXPIRED}
 * @param overdueFrom empty when expired, like all that follow but {@code retainUntil}
 * @param because the rule of its beginning, its end and its clock
 */
record AdverseNote(
    String state,
    String overdueFrom,
    String settledOn,
    String worstDaysPastDue,
    String worstOverdueTotal,
    String retainUntil,
    List<String> because) {

  private static final String EXPIRED = "EXPIRED";

  AdverseNote {
    because = List.copyOf(because);
  }

  /** The records of a loan that still exist and count. */
  static List<RetainedRecord> retained(Facts facts) {
    return existing(facts).stream()
        .filter(each -> !facts.voided().containsKey(each.record().overdueFrom()))
        .toList();
  }

  private static List<RetainedRecord> existing(Facts facts) {
    return Retention.apply(
        facts.assessment().adverseRecords(),
        facts.assessment().nothingOwedFrom(),
        facts.conf().retention(),
        facts.holds(),
        facts.date());
  }

  /** All records, oldest first. */
  static List<AdverseNote> of(Facts facts) {
    List<RetainedRecord> retained = existing(facts);
    List<AdverseNote> notes = new ArrayList<>();
    for (AdverseRecord each : facts.assessment().adverseRecords()) {
      Optional<RetainedRecord> kept =
          retained.stream().filter(other -> other.record().equals(each)).findFirst();
      notes.add(kept.map(other -> note(other, facts)).orElseGet(() -> expired(each, facts)));
    }
    return notes;
  }

  private static AdverseNote note(RetainedRecord kept, Facts facts) {
    AdverseRecord record = kept.record();
    String voided = facts.voided().getOrDefault(record.overdueFrom(), "");
    boolean isVoid = facts.voided().containsKey(record.overdueFrom());
    return new AdverseNote(
        isVoid ? RecordState.VOID.name() : kept.state().name(),
        Day.format(record.overdueFrom()),
        Day.format(kept.settledOn()),
        String.valueOf(record.worstDaysPastDue()),
        Cents.format(record.worstOverdueTotal()),
        Day.format(kept.retainUntil()),
        isVoid ? List.of("void by a decision: " + voided) : sentences(kept, facts));
  }

  private static List<String> sentences(RetainedRecord kept, Facts facts) {
    AdverseRecord record = kept.record();
    RetentionRule rule = facts.conf().retention();
    List<String> because = new ArrayList<>();
    because.add(
        "begins on "
            + Day.format(record.overdueFrom())
            + ", the first day at whose close an instalment is "
            + (facts.rules().adverseBegins() == AdverseBegins.DELINQUENT ? "delinquent" : "overdue")
            + " ("
            + facts.rules().adverseBegins()
            + ")");
    because.add(
        record.endedOn() == Day.NONE
            ? "has no end: something is still unpaid, or was when the claim was transferred"
            : "ends on "
                + Day.format(record.endedOn())
                + ", the first day at whose close no instalment is overdue and no penalty unpaid"
                + tolerance(facts));
    if (kept.settledOn() == Day.NONE) {
      because.add(
          "no clock runs ("
              + rule.clockStarts()
              + (rule.clockStarts() == ClockStart.LOAN_SETTLED ? ": the loan is not settled" : "")
              + "): kept permanently while unpaid");
      return because;
    }
    because.add(
        "the clock starts on "
            + Day.format(kept.settledOn())
            + " ("
            + rule.clockStarts()
            + "), this day not counted; plus "
            + rule.years()
            + " years is "
            + Day.format(kept.retainUntil())
            + ", its last kept day");
    because.add(
        kept.state() == RecordState.HELD
            ? "past its last kept day, kept only by a legal hold or an open dispute"
            : "deleted from " + Day.format(kept.retainUntil() + 1) + " on, if no hold runs then");
    return because;
  }

  private static String tolerance(Facts facts) {
    long tolerance = facts.rules().penaltyTolerance();
    return tolerance == 0 ? "" : " beyond the tolerance of " + Cents.format(tolerance);
  }

  private static AdverseNote expired(AdverseRecord record, Facts facts) {
    int lastKept =
        Retention.apply(
                List.of(record),
                facts.assessment().nothingOwedFrom(),
                facts.conf().retention(),
                List.of(),
                record.endedOn())
            .get(0)
            .retainUntil();
    return new AdverseNote(
        EXPIRED,
        "",
        "",
        "",
        "",
        Day.format(lastKept),
        List.of(
            "past its last kept day "
                + Day.format(lastKept)
                + ": deleted, in no register and no output; its days and amounts are not"
                + " repeated"));
  }
}
