package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.xinbao.evidence.EvidenceDraft;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.evidence.LoanContent;

/**
 * The evidence chain: entries are appended, never changed. Only the contents about single loans can
 * be deleted (rulings 14).
 */
public final class EvidenceChain {

  private static final int PAGE = 500;

  private final Database database;

  public EvidenceChain(Database database) {
    this.database = database;
  }

  /** The link at the end of the chain: number and hash. */
  private record Head(long number, String sha256) {}

  /**
   * Appends an entry, in the transaction that makes what it tells count.
   *
   * @return its number
   */
  public long append(EvidenceDraft draft, Instant now) {
    return database.inTransaction(
        () -> {
          Head head = head();
          EvidenceEntry entry = EvidenceEntry.after(head.number(), head.sha256(), draft, now);
          insert(entry);
          draft.content().ifPresent(each -> insert(entry.number(), each));
          return entry.number();
        });
  }

  /** All entries in their order, read in pages. */
  public Iterator<EvidenceEntry> entries() {
    return new Iterator<>() {
      private List<EvidenceEntry> page = page(0);
      private int next;

      @Override
      public boolean hasNext() {
        return next < page.size();
      }

      @Override
      public EvidenceEntry next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        EvidenceEntry entry = page.get(next++);
        if (next == page.size()) {
          page = page(entry.number());
          next = 0;
        }
        return entry;
      }
    };
  }

  /** The latest entry of a kind about a published run, if there is one. */
  public Optional<EvidenceEntry> find(EvidenceKind kind, int businessDate, int version) {
    return database
        .sql()
        .sql("SELECT * FROM evidence WHERE kind = ? AND business_date = ? ORDER BY entry_no DESC")
        .param(kind.name())
        .param(Columns.date(businessDate))
        .query(EvidenceChain::entry)
        .list()
        .stream()
        .filter(each -> each.statements().value("version").equals(Integer.toString(version)))
        .findFirst();
  }

  /** The content of an entry, if it has one that is not deleted. */
  public Optional<LoanContent> findContent(long number) {
    return database
        .sql()
        .sql("SELECT * FROM evidence_content WHERE entry_no = ?")
        .param(number)
        .query(EvidenceChain::content)
        .optional();
  }

  /** The entries that have a content about a loan. */
  public List<Long> withContentAbout(String loanId) {
    return database
        .sql()
        .sql("SELECT entry_no FROM evidence_content WHERE loan_id = ? ORDER BY entry_no")
        .param(loanId)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** How many contents there are without an entry that could commit to them. */
  public long strayContents() {
    return database
        .sql()
        .sql(
            "SELECT COUNT(*) FROM evidence_content c JOIN evidence e ON e.entry_no = c.entry_no"
                + " WHERE e.commitment = ''")
        .query((row, number) -> row.getLong(1))
        .single();
  }

  private Head head() {
    return database
        .sql()
        .sql("SELECT entry_no, sha256 FROM evidence ORDER BY entry_no DESC FETCH FIRST 1 ROWS ONLY")
        .query((row, number) -> new Head(row.getLong("entry_no"), row.getString("sha256")))
        .optional()
        .orElse(new Head(0, EvidenceEntry.NO_PREVIOUS));
  }

  private List<EvidenceEntry> page(long after) {
    return database
        .sql()
        .sql(
            "SELECT * FROM evidence WHERE entry_no > ? ORDER BY entry_no FETCH FIRST "
                + PAGE
                + " ROWS ONLY")
        .param(after)
        .query(EvidenceChain::entry)
        .list();
  }

  private void insert(EvidenceEntry entry) {
    database
        .sql()
        .sql(
            """
            INSERT INTO evidence (entry_no, kind, business_date, recorded_at, recorded_by, body,
              commitment, previous_sha256, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(entry.number())
        .param(entry.kind().name())
        .param(Columns.date(entry.businessDate()))
        .param(Columns.timestamp(entry.recordedAt()))
        .params(
            entry.by(), entry.body(), entry.commitment(), entry.previousSha256(), entry.sha256())
        .update();
  }

  private void insert(long number, LoanContent content) {
    database
        .sql()
        .sql("INSERT INTO evidence_content (entry_no, loan_id, salt, content) VALUES (?, ?, ?, ?)")
        .params(number, content.loanId(), content.salt(), content.text())
        .update();
  }

  private static EvidenceEntry entry(ResultSet row, int number) throws SQLException {
    return new EvidenceEntry(
        row.getLong("entry_no"),
        EvidenceKind.parse(row.getString("kind")),
        Columns.day(row, "business_date"),
        Columns.instant(row, "recorded_at"),
        row.getString("recorded_by"),
        row.getString("body"),
        row.getString("commitment"),
        row.getString("previous_sha256"),
        row.getString("sha256"));
  }

  private static LoanContent content(ResultSet row, int number) throws SQLException {
    return new LoanContent(
        row.getString("loan_id"), row.getString("salt"), row.getString("content"));
  }
}
