package org.xinbao.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.job.Allowed;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a person may allow one run of the nightly job, and why. */
final class AllowedOptions {

  @Option(
      names = "--correct",
      description = "publish a new version of the last published date, from corrected input")
  private boolean correct;

  @Option(
      names = "--skip-to",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "DATE",
      description = "leave out the dates since the last published one by a decision")
  private @Nullable String skipTo;

  @Option(
      names = "--without-month",
      paramLabel = "MONTH",
      description = "with --skip-to: a month, yyyy-MM, whose settlement day is left out")
  private List<String> withoutMonths = new ArrayList<>();

  @Option(
      names = "--accept-rules",
      paramLabel = "KEY",
      description = "a changed rule of a published product that is accepted; needs --reason")
  private List<String> acceptRules = new ArrayList<>();

  @Option(
      names = "--file-date",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "the creation date of the bureaux' files, with creation-date: GIVEN")
  private @Nullable LocalDate fileDate;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "why, for the evidence; no personal data")
  private String reason = "";

  /** Whether anything is allowed that catching up over several dates cannot take. */
  boolean isForOneDate() {
    return correct || skipTo != null || !acceptRules.isEmpty();
  }

  /** What the options allow a run of a date. */
  Allowed of(LocalDate date, Complaint complaint) {
    if (skipTo != null && !skipTo.isEmpty() && !skipTo.equals(date.toString())) {
      throw complaint.of("--skip-to names another date than --date");
    }
    if (skipTo == null && !withoutMonths.isEmpty()) {
      throw complaint.of("--without-month belongs to --skip-to");
    }
    for (String each : withoutMonths) {
      if (!isMonth(each)) {
        throw complaint.of("a month is written yyyy-MM, for example 2026-10");
      }
    }
    if (!acceptRules.isEmpty() && reason.isBlank()) {
      throw complaint.of("--accept-rules needs --reason TEXT, which goes into the evidence");
    }
    TreeSet<Allowed.What> what = new TreeSet<>();
    if (correct) {
      what.add(Allowed.What.CORRECTION);
    }
    if (skipTo != null) {
      what.add(Allowed.What.GAP);
    }
    if (fileDate != null && fileDate.isBefore(date)) {
      throw complaint.of("--file-date must not be before --date");
    }
    return new Allowed(
        what,
        new TreeSet<>(acceptRules),
        new TreeSet<>(withoutMonths),
        fileDate == null ? Day.NONE : Day.of(fileDate),
        reason);
  }

  private static boolean isMonth(String text) {
    try {
      return YearMonth.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Makes the error of a command that was wrongly given. */
  interface Complaint {
    ParameterException of(String sentence);
  }
}
