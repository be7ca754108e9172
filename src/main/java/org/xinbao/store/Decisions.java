package org.xinbao.store;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.store.PublishedRuns.Owned;

/**
 * Disputes, corrections and legal holds, kept from the night they are first seen (rulings 5). They
 * are numbered in the order in which they came, so that a run can say which it used (rulings 15).
 */
public final class Decisions {

  private static final String INSERT =
      """
      INSERT INTO decision (loan_id, decision_id, run_id, row_no, decision_no, kind, decided_on,
        effective_from, effective_to, reason, details, decided_by, ref_decision_id, bureau,
        content_sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PUBLISHED =
      " run_id IN (SELECT run_id FROM run WHERE publish_no IS NOT NULL)";

  private final Database database;

  /**
   * A decision with its numbers.
   *
   * @param rowNo within the run that saw it first
   * @param decisionNo among all decisions
   */
  public record Numbered(long rowNo, long decisionNo, DecisionRow decision) {}

  public Decisions(Database database) {
    this.database = database;
  }

  /** The decisions on the loans of a range, by decision id within a loan. */
  public LoanRows<DecisionRow> read(LoanRange range) {
    return new LoanRows<>(
        database, LoanRows.Source.of("decision", "decision_id, run_id"), Decisions::row, range);
  }

  /** The decisions up to a number that {@link #lastNumber} gave at the start of a run. */
  public LoanRows<DecisionRow> read(LoanRange range, long lastNumber) {
    LoanRows.Source source =
        new LoanRows.Source("decision", "decision_no <= " + lastNumber, "decision_id, run_id");
    return new LoanRows<>(database, source, Decisions::row, range);
  }

  /** All disputes and their resolutions, by loan. */
  public LoanRows<DecisionRow> disputes() {
    LoanRows.Source source =
        new LoanRows.Source(
            "decision", "kind IN ('DISPUTE_OPENED', 'DISPUTE_RESOLVED')", "decision_id, run_id");
    return new LoanRows<>(database, source, Decisions::row, LoanRange.ALL);
  }

  /**
   * The content hash of a decision that is known, on whatever loan: a repeated id with another hash
   * is another decision under a used id.
   */
  public Optional<String> findContentSha256(String decisionId) {
    return database
        .sql()
        .sql(
            "SELECT content_sha256 FROM decision WHERE decision_id = ? AND"
                + PUBLISHED
                + " ORDER BY decision_no FETCH FIRST 1 ROWS ONLY")
        .param(decisionId)
        .query((row, number) -> row.getString("content_sha256"))
        .optional();
  }

  /**
   * The account ids that decisions gave (RENAME_ACCOUNT), each with the loan that has it, up to a
   * number that {@link #lastNumber} gave at the start of a run. They are few.
   */
  public Map<String, String> accountIds(long lastNumber) {
    List<GivenId> given =
        database
            .sql()
            .sql(
                "SELECT loan_id, details FROM decision WHERE kind = 'RENAME_ACCOUNT' AND"
                    + " decision_no <= ? AND"
                    + PUBLISHED
                    + " ORDER BY decision_no")
            .param(lastNumber)
            .query(
                (row, number) ->
                    new GivenId(
                        decode(row.getString("details")).getOrDefault("new_id", ""),
                        row.getString("loan_id")))
            .list();
    Map<String, String> ids = new TreeMap<>();
    given.forEach(each -> ids.put(each.id(), each.loanId()));
    return ids;
  }

  private record GivenId(String id, String loanId) {}

  /**
   * The number of the decision that came last, 0 when there is none. Also one that has been deleted
   * with its loan: a number is never given twice.
   */
  public long lastNumber() {
    return Math.max(
        number("SELECT COALESCE(MAX(decision_no), 0) FROM decision WHERE" + PUBLISHED),
        number("SELECT COALESCE(MAX(decision_no), 0) FROM run WHERE publish_no IS NOT NULL"));
  }

  private long number(String query) {
    return database.sql().sql(query).query((row, number) -> row.getLong(1)).single();
  }

  /**
   * Writes the decisions that a run has seen first, replacing what it wrote before; they are known
   * once the run is published. They are numbered on from the last one known, and not by the
   * database, whose numbers would show in later outputs that an attempt of the run had failed.
   */
  public long record(long runId, Iterator<DecisionRow> decisions) {
    RunRows.delete(database, "decision", runId);
    long last = lastNumber();
    return Batches.insertInSlices(
        database, INSERT, decisions, (each, number) -> values(runId, number, last + number, each));
  }

  /** The decisions that a run was the first to see, in the order of their numbers. */
  public Iterator<Numbered> ofRun(long runId) {
    return new Iterator<>() {
      private List<Numbered> page = page(runId, 0);
      private int next;

      @Override
      public boolean hasNext() {
        return next < page.size();
      }

      @Override
      public Numbered next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Numbered one = page.get(next++);
        if (next == page.size()) {
          page = page(runId, one.rowNo());
          next = 0;
        }
        return one;
      }
    };
  }

  private List<Numbered> page(long runId, long after) {
    return database
        .sql()
        .sql(
            "SELECT * FROM decision WHERE run_id = ? AND row_no > ? ORDER BY row_no"
                + " FETCH FIRST 1000 ROWS ONLY")
        .params(runId, after)
        .query(
            (row, number) ->
                new Numbered(row.getLong("row_no"), row.getLong("decision_no"), decision(row)))
        .list();
  }

  /**
   * The decisions on a loan that a night found in the database, from its kept tables.
   *
   * @param lastNumber the last one that it used
   */
  public static List<DecisionRow> kept(Path tables, String loanId, long lastNumber)
      throws IOException {
    List<DecisionRow> decisions = new ArrayList<>();
    for (Map<String, String> row : KeptTables.ofLoan(tables, "decision", loanId)) {
      if (Long.parseLong(text(row, "decision_no")) <= lastNumber) {
        decisions.add(
            new DecisionRow(
                text(row, "decision_id"),
                loanId,
                DecisionRow.Kind.valueOf(text(row, "kind")),
                Day.parse(text(row, "decided_on")),
                day(row, "effective_from"),
                day(row, "effective_to"),
                text(row, "reason"),
                decode(text(row, "details")),
                text(row, "decided_by"),
                text(row, "ref_decision_id"),
                text(row, "bureau")));
      }
    }
    return decisions;
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static int day(Map<String, String> row, String column) {
    String text = text(row, column);
    return text.isEmpty() ? Day.NONE : Day.parse(text);
  }

  /** All fields of a decision as one text, for the evidence. */
  public static String contentText(DecisionRow decision) {
    return String.join(
        "\n",
        decision.decisionId(),
        decision.kind().name(),
        Day.format(decision.decidedOn()),
        Day.format(decision.effectiveFrom()),
        Day.format(decision.effectiveTo()),
        decision.decidedBy(),
        decision.refDecisionId(),
        decision.bureau(),
        encode(decision.details()),
        decision.reason());
  }

  /** The SHA-256 of all fields of a decision, in lower-case hexadecimal digits. */
  public static String contentSha256(DecisionRow decision) {
    List<String> fields =
        List.of(
            decision.loanId(),
            decision.decisionId(),
            decision.kind().name(),
            Day.format(decision.decidedOn()),
            Day.format(decision.effectiveFrom()),
            Day.format(decision.effectiveTo()),
            decision.reason(),
            encode(decision.details()),
            decision.decidedBy(),
            decision.refDecisionId(),
            decision.bureau());
    MessageDigest digest = SafeFiles.newSha256();
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      // The length before each field keeps two contents from looking alike.
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static @Nullable Object[] values(
      long runId, long rowNo, long decisionNo, DecisionRow decision) {
    return new @Nullable Object[] {
      decision.loanId(),
      decision.decisionId(),
      runId,
      rowNo,
      decisionNo,
      decision.kind().name(),
      Columns.date(decision.decidedOn()),
      Columns.date(decision.effectiveFrom()),
      Columns.date(decision.effectiveTo()),
      decision.reason(),
      encode(decision.details()),
      decision.decidedBy(),
      decision.refDecisionId(),
      decision.bureau(),
      contentSha256(decision)
    };
  }

  private static Owned<DecisionRow> row(ResultSet row, int number) throws SQLException {
    DecisionRow decision = decision(row);
    return new Owned<>(row.getLong("run_id"), decision.decisionId(), Optional.of(decision));
  }

  private static DecisionRow decision(ResultSet row) throws SQLException {
    return new DecisionRow(
        row.getString("decision_id"),
        row.getString("loan_id"),
        DecisionRow.Kind.valueOf(row.getString("kind")),
        Columns.day(row, "decided_on"),
        Columns.day(row, "effective_from"),
        Columns.day(row, "effective_to"),
        row.getString("reason"),
        decode(row.getString("details")),
        row.getString("decided_by"),
        row.getString("ref_decision_id"),
        row.getString("bureau"));
  }

  /** {@code key=value;key=value}, by key, each percent-encoded. */
  private static String encode(Map<String, String> details) {
    return new TreeMap<>(details)
        .entrySet().stream()
            .map(each -> percent(each.getKey()) + "=" + percent(each.getValue()))
            .collect(Collectors.joining(";"));
  }

  private static Map<String, String> decode(String details) {
    Map<String, String> decoded = new TreeMap<>();
    for (String each : details.isEmpty() ? new String[0] : details.split(";", -1)) {
      int equals = each.indexOf('=');
      decoded.put(
          URLDecoder.decode(each.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return decoded;
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
