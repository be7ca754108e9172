package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules.FiveClass;
import org.xinbao.treatment.TreatmentRules;
import org.xinbao.treatment.TreatmentStep;

/** Five-class, repayment status and treatment, each with the rule or threshold that decided. */
final class ClassFigures {

  private static final List<String> CLASS_NAMES =
      List.of("normal 正常", "attention 关注", "substandard 次级", "doubtful 可疑", "loss 损失");

  private static final int SUBSTANDARD = 3;

  private final Facts facts;
  private final Assessment figures;
  private final int date;

  ClassFigures(Facts facts) {
    this.facts = facts;
    this.figures = facts.assessment();
    this.date = facts.date();
  }

  Figure fiveClass() {
    return Figure.said("five_class", String.valueOf(figures.fiveClass()), classSentence());
  }

  private String classSentence() {
    String name = CLASS_NAMES.get(figures.fiveClass() - 1);
    Optional<MovementTrace> writeOff =
        facts.replay().movements().stream()
            .filter(each -> each.movement().type() == MovementType.WRITE_OFF)
            .filter(each -> each.movement().valueDate() <= date)
            .findFirst();
    if (writeOff.isPresent()) {
      return name
          + ": 5 from the write-off of "
          + Day.format(writeOff.get().movement().valueDate())
          + " on";
    }
    if (classOf(figures.daysDelinquent()) == figures.fiveClass()) {
      return name + ": " + threshold(figures.daysDelinquent());
    }
    return name
        + ": the worst class reached is kept ("
        + threshold(figures.daysDelinquent())
        + " alone would give "
        + classOf(figures.daysDelinquent())
        + ") until "
        + keptUntil();
  }

  private String keptUntil() {
    int months = facts.rules().fiveClass().cureMonths();
    String rule =
        months
            + " months after the first day at whose close no instalment is overdue and no penalty"
            + " unpaid";
    List<AdverseRecord> records = figures.adverseRecords();
    boolean known =
        figures.daysPastDue() == 0
            && !records.isEmpty()
            && records.get(records.size() - 1).endedOn() != Day.NONE
            && facts.rules().penaltyTolerance() == 0;
    if (!known || figures.fiveClass() < SUBSTANDARD) {
      return rule;
    }
    int cured = records.get(records.size() - 1).endedOn();
    int free = Day.plusMonths(cured, months);
    int end = cured == Day.lastOfMonth(cured) ? Day.lastOfMonth(free) : free;
    return Day.format(end) + ", " + rule + " (" + Day.format(cured) + ")";
  }

  private int classOf(int daysDelinquent) {
    int fiveClass = 1;
    for (int each : firstDays()) {
      fiveClass += daysDelinquent >= each ? 1 : 0;
    }
    return fiveClass;
  }

  /** First days of the classes 2 to 5. */
  private List<Integer> firstDays() {
    FiveClass rules = facts.rules().fiveClass();
    return List.of(rules.attention(), rules.substandard(), rules.doubtful(), rules.loss());
  }

  private String threshold(int daysDelinquent) {
    int fiveClass = classOf(daysDelinquent);
    String days = Words.days(daysDelinquent) + " delinquent";
    if (fiveClass == 1) {
      return days + ", less than " + firstDays().get(0);
    }
    String from = days + ", at least " + firstDays().get(fiveClass - 2);
    return fiveClass == CLASS_NAMES.size()
        ? from
        : from + " and less than " + firstDays().get(fiveClass - 1);
  }

  Figure repaymentStatus() {
    char status = figures.repaymentStatus();
    String because =
        switch (status) {
          case 'C' -> "the loan is CLOSED";
          case 'G' -> goneSentence();
          case 'B' -> "the loan is WRITTEN_OFF and something is owed";
          case 'D' -> "a guarantor repaid in the month of the business date";
          case 'M' ->
              "nothing is overdue, and at the close of its due date was unpaid: " + unpaidWhenDue();
          case 'N' ->
              figures.daysPastDue() > 0
                  ? "days_past_due is above 0, but not delinquent or the overdue total below 0.50"
                  : "due_this_month is above 0 and was paid when due";
          case '*' -> "nothing is past due and nothing was due this month";
          default ->
              Words.days(figures.daysDelinquent())
                  + " delinquent ÷ 30, rounded up, at most 7; the overdue total is at least 0.50";
        };
    return Figure.said("repayment_status", String.valueOf(status), because);
  }

  private String goneSentence() {
    return switch (facts.status()) {
      case TRANSFERRED -> "the loan is TRANSFERRED";
      default -> "the loan is WRITTEN_OFF and nothing is owed any more";
    };
  }

  private String unpaidWhenDue() {
    int first = Day.firstOfMonth(date);
    List<String> unpaid = new ArrayList<>();
    for (ItemTrace each : facts.replay().items()) {
      int due = each.item().dueOn();
      if (due >= first && due <= date && each.isUnpaid(due)) {
        unpaid.add(each.label());
      }
    }
    if (unpaid.isEmpty()) {
      throw new IllegalStateException("status M without an instalment unpaid when due");
    }
    return String.join("; ", unpaid);
  }

  Figure treatment(TreatmentStep step) {
    TreatmentRules rules = facts.conf().treatment();
    String days = Words.days(figures.daysPastDue()) + " past due";
    String because =
        switch (step) {
          case NONE ->
              figures.daysPastDue() == 0 ? "nothing is past due" : noneSentence(rules, days);
          case REMIND -> between(days, rules.remindFromDays(), rules.callFromDays());
          case CALL -> between(days, rules.callFromDays(), rules.restrictFromDays());
          case RESTRICT -> restrictSentence(rules, days);
          case LEGAL_REVIEW ->
              days
                  + ", at least "
                  + rules.legalFromDays()
                  + ", and an overdue total of at least "
                  + Cents.format(rules.legalFromOverdueTotal());
        };
    return Figure.said("treatment", step.name(), because);
  }

  private String noneSentence(TreatmentRules rules, String days) {
    return switch (facts.status()) {
      case CLOSED, TRANSFERRED -> "no step for a loan that is " + facts.status();
      default -> days + ", less than " + rules.remindFromDays();
    };
  }

  private String restrictSentence(TreatmentRules rules, String days) {
    return figures.daysPastDue() < rules.legalFromDays()
        ? between(days, rules.restrictFromDays(), rules.legalFromDays())
        : days
            + ", at least "
            + rules.restrictFromDays()
            + "; legal review from "
            + rules.legalFromDays()
            + " days also needs an overdue total of "
            + Cents.format(rules.legalFromOverdueTotal());
  }

  private static String between(String days, int from, int before) {
    return days + ", at least " + from + " and less than " + before;
  }
}
