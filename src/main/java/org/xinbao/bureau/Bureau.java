package org.xinbao.bureau;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A credit bureau. Implementations hold configuration only, are immutable and may be used by many
 * threads.
 *
 * <p>A night asks {@link #report} once per loan, then once per customer and facility, then {@link
 * #assemble} once per record type, then {@link #precheck} on every file that was written.
 */
public interface Bureau {

  /** The name of its folder under {@code submissions} and in {@code held.csv}. */
  String name();

  /** What borrowers know it by, in Chinese; it stands in notices to them. */
  default String title() {
    return name();
  }

  /** Entries of its configuration that have no or only a partial effect, one sentence each. */
  default List<String> warnings() {
    return List.of();
  }

  /**
   * Whether {@link #report(ReportRequest, RecordSink)} needs the borrower's row ({@link
   * org.xinbao.ledger.ExportedLoan#borrower}), which costs every night a sort of the borrowers.
   */
  default boolean needsBorrowers() {
    return false;
  }

  /** Its record types in the order of submission. */
  List<String> recordTypes();

  /** Those of them whose records are about a customer or a facility. */
  default List<String> recordTypes(Fact.By by) {
    return List.of();
  }

  /**
   * Decides what is due for a loan, writes it to {@code sink} and says what is then known or held.
   */
  ReportResult report(ReportRequest request, RecordSink sink);

  /**
   * Carries out what decisions ask for a loan that has no figures tonight; a decision that needs
   * them is held.
   */
  default ReportResult reportAbsent(AbsentRequest request, RecordSink sink) {
    return new ReportResult(request.reported(), request.queue(), List.of(), List.of());
  }

  /**
   * Whether this bureau answers every file that it is sent; one that stays unanswered is then
   * listed (rulings 3).
   */
  default boolean answersFiles() {
    return true;
  }

  /** Whether a file of this name is an answer of this bureau. */
  default boolean isFeedback(String fileName) {
    return false;
  }

  /**
   * Takes in what this bureau has answered since the night before (rulings 3), before anything else
   * is decided for the loan.
   *
   * @param reported what this bureau was last told, as in {@link ReportRequest#reported}
   * @param businessDate of the night that learns of it (epoch day)
   * @param answers to the files that may hold records of the loan
   */
  default Answered answered(String reported, int businessDate, List<FileAnswer> answers) {
    return new Answered(reported, List.of());
  }

  /**
   * Takes in what this bureau has answered since the night before about a customer or a facility.
   *
   * @param reported what this bureau was last told, as in {@link KeyResult#reported}
   * @return the same once the answers are taken in
   */
  default String answeredKey(String reported, List<FileAnswer> answers) {
    return reported;
  }

  /**
   * Takes the ids of loans that are forgotten under retention out of what is remembered of a
   * customer or a facility (rulings 38).
   *
   * @param reported what this bureau was last told, as in {@link KeyResult#reported}
   * @param loans whether a loan is forgotten
   * @return the same without them; empty when nothing is left to remember
   */
  default String forgotten(String reported, Predicate<String> loans) {
    return reported;
  }

  /**
   * By what the second pass is to ask this bureau, after all loans (rulings 25). None: the two
   * methods below are never called.
   */
  default Set<Fact.By> secondPass() {
    return Set.of();
  }

  /** Decides what is due for a customer. */
  default KeyResult report(CustomerRequest request, RecordSink sink) {
    return KeyResult.unchanged(request.reported());
  }

  /** Decides what is due for a facility. */
  default KeyResult report(FacilityRequest request, RecordSink sink) {
    return KeyResult.unchanged(request.reported());
  }

  /**
   * The facility under whose merged account this bureau reports a loan (rulings 25); none for a
   * loan that is an account of its own.
   *
   * @param reported what this bureau was last told of the loan, or noted of it
   */
  default Optional<String> mergedUnder(String reported) {
    return Optional.empty();
  }

  /** Decides what is due for a merged account, before its facility and customer. */
  default AccountResult report(AccountRequest request, RecordSink sink) {
    return AccountResult.unchanged(request.reported());
  }

  /**
   * Takes in what this bureau has answered since the night before about a merged account.
   *
   * @param reported what this bureau was last told, as in {@link AccountResult#reported}
   * @param businessDate of the night that learns of it (epoch day)
   * @return the same once the answers are taken in
   */
  default String answeredAccount(String reported, int businessDate, List<FileAnswer> answers) {
    return reported;
  }

  /**
   * Whether the loan, reported as it stands today, would be reported as adverse although the
   * borrower has had no notice that counts (rulings 35).
   */
  default boolean lacksNotice(ReportRequest request) {
    return false;
  }

  /**
   * Whether a day is a settlement day on which some account must be reported (rulings 10).
   *
   * @param day epoch day
   */
  boolean isSettlementDay(int day);

  /**
   * The creation date that the files of a business date carry unless another one is given (epoch
   * day).
   *
   * @param businessDate epoch day
   */
  default int createdOn(int businessDate) {
    return businessDate + 1;
  }

  /**
   * Writes the files of one record type from part files: each holds records in loan order, one a
   * line ended by LF.
   *
   * @param createdOn the creation date that they carry (epoch day)
   * @param firstSerial the serial number of the first file (1 unless files of that type and
   *     creation date exist)
   * @return the files in order; none when no part has a record
   */
  List<SubmissionFile> assemble(
      int createdOn, String recordType, int firstSerial, List<Path> parts, Path folder)
      throws IOException;

  /**
   * Reads a file with a parser of its own and reports every finding, streaming; returns what the
   * bytes add up to.
   */
  SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException;

  /**
   * Reads a feedback file of this bureau, streaming, and checks all that can be checked without
   * knowing what was sent. Nothing that was told counts when it throws.
   */
  default void readFeedback(Path file, FeedbackSink sink) throws FeedbackRefused, IOException {
    throw new FeedbackRefused(
        FeedbackRefused.Reason.NOT_FEEDBACK, "the bureau " + name() + " answers no files");
  }

  /**
   * What a record that was sent says, for people who may not see whose it is: its items in their
   * order, without names, document numbers and free text. Empty when that cannot be parted.
   *
   * @param record a line of a submission file, without its end
   */
  default List<ShownItem> shown(String recordType, String record) {
    return List.of();
  }

  /** Takes over an account that another system reported before (rulings 6). */
  default Imported imported(ImportedAccount account) {
    return Imported.refused(
        List.of(Imported.Problem.of("bureau", "a bureau whose history can be imported")));
  }

  /** Takes over a borrower or a credit agreement that another system reported before. */
  default Imported imported(ImportedKey key) {
    return Imported.refused(
        List.of(Imported.Problem.of("bureau", "a bureau that is told of borrowers")));
  }

  /** What one of this bureau's error codes means and what to do. */
  default RejectionReason reason(RejectionCode code) {
    return new RejectionReason(
        "该征信机构未说明代码的含义。",
        "The bureau has not said what the code means.",
        "Ask the bureau and correct the loan.");
  }
}
