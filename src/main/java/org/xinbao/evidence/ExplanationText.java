package org.xinbao.evidence;

import static org.xinbao.arrears.Cents.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Part;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.RoundingMoment;
import org.xinbao.evidence.PenaltyAccount.Block;
import org.xinbao.retention.Hold;

/** An explanation as text. Figures are written {@code key = value (because)}, terms below. */
final class ExplanationText {

  private static final int RATE_DECIMALS = 10;

  private final Explanation explanation;
  private final Facts facts;
  private final ProductRules rules;
  private final StringBuilder out = new StringBuilder();

  ExplanationText(Explanation explanation) {
    this.explanation = explanation;
    this.facts = explanation.facts();
    this.rules = facts.rules();
  }

  String write() {
    line(
        "Loan "
            + facts.loan().loanId()
            + " at the close of "
            + Day.format(facts.date())
            + ", product "
            + rules.product());
    rules();
    loan();
    schedule();
    movements();
    penalties();
    figures();
    adverse();
    return out.toString();
  }

  private void rules() {
    title("1. Rules in force (setting; source)");
    for (Rule each : explanation.rules()) {
      line(pad("  " + each.key() + " = " + each.setting(), 50) + "  [" + each.source() + "]");
    }
  }

  private void loan() {
    title("2. The loan");
    Loan loan = facts.loan();
    line("  opened " + Words.day(loan.openedOn()) + ", matures " + Words.day(loan.maturesOn()));
    line(
        "  principal "
            + format(loan.principal())
            + ", contract rate "
            + Words.rate(loan.annualRateE10())
            + " a year, "
            + penaltyRate());
    loan.rates()
        .forEach(
            each ->
                line(
                    "  from "
                        + Day.format(each.from())
                        + ": contract rate "
                        + Words.rate(each.annualRateE10())
                        + (each.penaltyAnnualRateE10() < 0
                            ? ""
                            : ", penalty rate " + Words.rate(each.penaltyAnnualRateE10()))));
    line("  status " + facts.status() + statusFrom());
  }

  private String statusFrom() {
    return facts.status() == LoanStatus.ACTIVE
        ? ""
        : " since " + Day.format(facts.loan().closedOn());
  }

  private String penaltyRate() {
    long multiplier = rules.penalty().multiplierE10();
    if (multiplier < 0) {
      return "penalty rate " + Words.rate(rules.penalty().annualRateE10()) + " a year";
    }
    BigDecimal rate =
        BigDecimal.valueOf(multiplier, RATE_DECIMALS)
            .multiply(BigDecimal.valueOf(facts.loan().annualRateE10(), RATE_DECIMALS));
    return "penalty rate " + Words.rate(multiplier) + " × that = " + Words.rate(rate);
  }

  private void schedule() {
    title("3. Schedule: what was scheduled, and what is unpaid of it");
    String columns = "  %-4s %-10s %12s %12s %10s | %12s %12s %10s";
    line(columns, "seq", "due on", "principal", "interest", "fee", "principal", "interest", "fee");
    for (ItemTrace each : facts.replay().items()) {
      if (each.validFrom() != Instalment.ALWAYS) {
        line("  from " + Day.format(each.validFrom()) + " in place of the earlier version:");
      }
      line(
          columns,
          each.item().seq() + (each.item().restored() ? "r" : ""),
          Day.format(each.item().dueOn()),
          format(each.scheduled(Part.PRINCIPAL)),
          format(each.scheduled(Part.INTEREST)),
          format(each.scheduled(Part.FEE)),
          format(each.unpaid(Part.PRINCIPAL, facts.date())),
          format(each.unpaid(Part.INTEREST, facts.date())),
          format(each.unpaid(Part.FEE, facts.date())));
    }
    if (facts.replay().items().stream().anyMatch(each -> each.item().restored())) {
      line("  r: owed again since a payment was returned, an instalment of its own");
    }
  }

  private void movements() {
    title("4. Movements, and what each was applied to");
    for (MovementTrace each : facts.replay().movements()) {
      line(
          "  "
              + Day.format(each.movement().valueDate())
              + " "
              + each.movement().type()
              + " "
              + each.movement().txnId()
              + " "
              + format(each.movement().amount()));
      each.notes().forEach(note -> line("      " + note));
      for (MovementTrace.Applied applied : each.applied()) {
        line(
            "      %-44s %-20s %12s",
            Words.of(applied.item()), Words.of(applied.part()), format(applied.amount()));
      }
      if (each.unallocated() > 0) {
        line("      %-65s %12s", "unallocated", format(each.unallocated()));
      }
    }
    for (Recorder.Cleared each : facts.replay().cleared()) {
      line(
          "  From the close of "
              + Day.format(each.day())
              + " nothing is owed; what was: "
              + format(each.amount()));
    }
  }

  private void penalties() {
    title("5. Penalty interest: base × rate × days of a year = exact amount");
    List<PenaltyNote> notes = PenaltyNote.of(facts);
    if (notes.isEmpty()) {
      line("  None was ever charged.");
    }
    for (PenaltyNote each : notes) {
      line("  " + Words.of(each.part()) + " of " + each.item().label());
      each.blocks().forEach(this::block);
      if (!each.gate().isEmpty()) {
        line("      " + each.gate());
      }
      line("      " + balance(each));
    }
  }

  private void block(Block block) {
    for (Charge each : block.charges()) {
      line(
          "      "
              + Day.format(each.from())
              + " to "
              + Day.format(each.to())
              + ", "
              + Words.days(each.days())
              + ": "
              + format(each.base())
              + " × "
              + Words.rate(each.rate())
              + " × "
              + each.yearShare(rules.dayCount())
              + " = "
              + each.exact().yuan());
    }
    String sum = block.charges().size() > 1 ? "sum " + block.exact().yuan() + ", " : "";
    line("      " + sum + roundedHow(block) + ": " + format(block.amount()));
  }

  private String roundedHow(Block block) {
    String mode = rules.penalty().mode().name();
    if (rules.penalty().when() == RoundingMoment.PER_DAY) {
      return "each day rounded " + mode + oneDay(block.charges().get(0)) + ", in all";
    }
    return "rounded " + mode + (block.running() ? " for the business date" : "");
  }

  /** What one day gives, where all days of the stretch count the same. */
  private String oneDay(Charge charge) {
    if (charge.units() % charge.days() != 0) {
      return "";
    }
    Fraction day =
        Fraction.of(
            charge.base(), charge.rate(), charge.units() / charge.days(), charge.unitsPerYear());
    long rounded = day.rounded(rules.penalty().mode());
    boolean uniform = Math.multiplyExact(rounded, charge.days()) == charge.roundedByDay();
    return uniform ? " (" + day.yuan() + " to " + format(rounded) + ")" : "";
  }

  private static String balance(PenaltyNote note) {
    StringBuilder text = new StringBuilder("charged ").append(format(note.charged()));
    append(text, "restored", note.restored());
    append(text, "paid", note.paid());
    append(text, "waived", note.waived());
    append(text, "no longer owed", note.noLongerOwed());
    return text.append(", unpaid ").append(format(note.unpaid())).toString();
  }

  private static void append(StringBuilder text, String what, long amount) {
    if (amount > 0) {
      text.append(", ").append(what).append(' ').append(format(amount));
    }
  }

  private void figures() {
    title("6. Figures");
    for (Figure each : explanation.figures()) {
      String because = each.because().isEmpty() ? "" : "  (" + each.because() + ")";
      line("  " + each.key() + " = " + orNone(each.value()) + because);
      for (Figure.Term term : each.terms()) {
        line("      %-65s %12s", term.label(), format(term.amount()));
      }
    }
  }

  private void adverse() {
    title("7. Adverse records");
    if (explanation.adverse().isEmpty()) {
      line("  None.");
    }
    for (AdverseNote each : explanation.adverse()) {
      line("  " + heading(each));
      each.because().forEach(sentence -> line("      " + sentence));
    }
    line(
        facts.holds().isEmpty()
            ? "  This export names no legal hold or dispute of the loan."
            : "  Legal holds and disputes of this export:");
    facts
        .holds()
        .forEach(
            each ->
                line(
                    "      from "
                        + Day.format(each.from())
                        + (each.to() == Hold.OPEN_END
                            ? ", open"
                            : " to " + Day.format(each.to()))));
  }

  private static String heading(AdverseNote note) {
    if (note.overdueFrom().isEmpty()) {
      return note.state();
    }
    return note.state()
        + ": overdue_from "
        + note.overdueFrom()
        + ", settled_on "
        + orNone(note.settledOn())
        + ", retain_until "
        + orNone(note.retainUntil())
        + ", worst_days_past_due "
        + note.worstDaysPastDue()
        + ", worst_overdue_total "
        + note.worstOverdueTotal();
  }

  private static String orNone(String value) {
    return value.isEmpty() ? Words.NONE : value;
  }

  private void title(String title) {
    line("");
    line(title);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  private void line(String columns, Object... values) {
    line(String.format(Locale.ROOT, columns, values));
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
