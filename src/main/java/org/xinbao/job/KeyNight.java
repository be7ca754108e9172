package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.bureau.AccountResult;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.RecordSink;
import org.xinbao.ledger.FacilityRow;

/** One customer's or facility's night with every bureau that works by it. */
final class KeyNight {

  /** More loans of one customer or facility are a wrong export, and would need memory. */
  static final int LOANS_MAX = 100_000;

  private static final Comparator<Held> HELD_ORDER =
      Comparator.comparing(Held::bureau, LoanCursor.ORDER)
          .thenComparing(Held::code, LoanCursor.ORDER)
          .thenComparing(Held::loanId, LoanCursor.ORDER);

  private final NightContext night;
  private final KeyOutput out;
  private final List<Bureau> bureaux;
  private final KeyAnswers answers;
  private final AccountNight accounts;

  KeyNight(NightContext night, Fact.By by, KeyOutput out, KeyAnswers answers) {
    this.answers = answers;
    this.accounts = new AccountNight(night, out);
    this.night = night;
    this.out = out;
    this.bureaux = night.bureaux().stream().filter(each -> each.secondPass().contains(by)).toList();
  }

  /** How a bureau is asked about the key at hand. */
  @FunctionalInterface
  interface Question {
    KeyResult ask(Bureau bureau, List<Fact> facts, String reported, RecordSink sink);

    /** The facility at hand, when the export has it. */
    default Optional<FacilityRow> facility() {
      return Optional.empty();
    }
  }

  @SuppressWarnings(
      "ArrayRecordComponent") // the bytes go to the file as they are, and nowhere else
  private record Sent(String recordType, int reportDate, byte[] record, ControlFigures control) {}

  /**
   * Asks every bureau.
   *
   * @param told facts of the key, in the order of loans
   * @param merged loans of the key that are reported as one account, likewise
   * @param before its row of the last snapshot
   */
  void work(
      String key,
      List<KeyFacts.Told> told,
      List<AccountLoans.Told> merged,
      Optional<byte[]> before,
      Question question)
      throws IOException {
    KeyState state = answers.take(key, before.map(KeyState::parse).orElse(KeyState.NONE));
    if (told.size() > LOANS_MAX || merged.size() > LOANS_MAX) {
      tooMany(told.isEmpty() ? merged.get(0).loan().loanId() : told.get(0).fact().loanId());
      out.state(key, state, before);
      return;
    }
    SortedMap<String, String> reported = new TreeMap<>(state.reported());
    List<Held> held = new ArrayList<>();
    for (Bureau bureau : bureaux) {
      String name = bureau.name();
      List<Fact> facts = new ArrayList<>();
      told.stream()
          .filter(each -> each.bureau().equals(name))
          .map(KeyFacts.Told::fact)
          .forEach(facts::add);
      facts.addAll(account(key, bureau, merged, question, reported, held));
      List<Sent> records = new ArrayList<>(1);
      KeyResult result =
          question.ask(
              bureau,
              facts,
              state.of(name),
              (type, day, record, control) -> records.add(new Sent(type, day, record, control)));
      reported.put(name, result.reported());
      held.addAll(result.held());
      write(key, name, facts, records, result);
    }
    held.sort(HELD_ORDER);
    for (Held each : held) {
      out.held(each);
    }
    out.state(key, new KeyState(reported), before);
  }

  /** Reports the merged account of a facility, and says what the facility must know of it. */
  private List<Fact> account(
      String key,
      Bureau bureau,
      List<AccountLoans.Told> merged,
      Question question,
      SortedMap<String, String> reported,
      List<Held> held)
      throws IOException {
    List<AccountLoans.Told> own =
        merged.stream().filter(each -> each.bureau().equals(bureau.name())).toList();
    if (own.isEmpty()) {
      return List.of();
    }
    Optional<FacilityRow> facility =
        own.stream().flatMap(each -> each.facility().stream()).findFirst().or(question::facility);
    String name = AccountNight.stateName(bureau.name());
    AccountResult result =
        accounts.report(
            bureau,
            key,
            facility,
            own.stream().map(AccountLoans.Told::loan).toList(),
            reported.getOrDefault(name, ""),
            held);
    reported.put(name, result.reported());
    return result.facts().stream().filter(each -> each.by() == Fact.By.FACILITY).toList();
  }

  private void write(
      String key, String bureau, List<Fact> facts, List<Sent> records, KeyResult result)
      throws IOException {
    String loanId = facts.isEmpty() ? "" : facts.get(0).loanId();
    for (Sent each : records) {
      out.record(
          new RecordKey(bureau, each.recordType()),
          key,
          each.reportDate(),
          each.record(),
          each.control());
      if (each.reportDate() != night.date()) {
        out.late("LATE", loanId, bureau, each.reportDate());
        out.counters().add(Count.RECORDS_LATE, 1);
      }
    }
    for (Held each : result.warnings()) {
      out.late("SENT_WITH_" + each.code(), each.loanId(), bureau, each.reportDate());
    }
  }

  private void tooMany(String loanId) throws IOException {
    for (Bureau bureau : bureaux) {
      out.held(
          new Held(
              loanId,
              bureau.name(),
              HoldReason.TOO_MANY_LOANS.name(),
              HoldReason.TOO_MANY_LOANS.sentence(),
              night.date(),
              night.date()));
    }
  }
}
