package org.xinbao.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.xinbao.store.PublishedRuns.Owned;

/**
 * Rows of a table by loan, in the order of loan ids, read in pages so that memory does not grow
 * with their number. For one thread.
 *
 * @param <T> a row
 */
public final class LoanRows<T> {

  private static final int PAGE = 2_000;

  private final Database database;
  private final Source source;
  private final RowMapper<Owned<T>> mapper;
  private final PublishedRuns published;
  private final LoanRange range;

  private String after = "";
  private boolean exhausted;
  private List<Row<T>> page = List.of();
  private int next;
  private Optional<Group<T>> group = Optional.empty();

  private record Row<T>(String loanId, Owned<T> value) {}

  private record Group<T>(String loanId, List<T> rows) {}

  /**
   * Where the rows are.
   *
   * @param table has a column loan_id, and an index that begins with it
   * @param condition further condition
   * @param order further columns of the order within a loan
   */
  record Source(String table, String condition, String order) {
    static Source of(String table, String order) {
      return new Source(table, "1 = 1", order);
    }
  }

  LoanRows(Database database, Source source, RowMapper<Owned<T>> mapper, LoanRange range) {
    this.database = database;
    this.source = source;
    this.mapper = mapper;
    this.published = PublishedRuns.load(database);
    this.range = range;
  }

  /** The next loan that has rows; empty at the end. Does not move on. */
  public Optional<String> nextLoan() {
    while (group.isEmpty() && (next < page.size() || readPage())) {
      group = nextGroup();
    }
    return group.map(Group::loanId);
  }

  /**
   * The rows of a loan, perhaps none; loans before it are passed over. Ids must not go down from
   * one call to the next.
   */
  public List<T> take(String loanId) {
    while (true) {
      int order = nextLoan().map(each -> Utf8.compare(each, loanId)).orElse(1);
      if (order > 0) {
        return List.of();
      }
      List<T> rows = group.orElseThrow().rows();
      group = Optional.empty();
      if (order == 0) {
        return rows;
      }
    }
  }

  private Optional<Group<T>> nextGroup() {
    String loanId = page.get(next).loanId();
    List<Owned<T>> rows = new ArrayList<>();
    while (next < page.size() && page.get(next).loanId().equals(loanId)) {
      rows.add(page.get(next++).value());
    }
    List<T> chosen = published.latest(rows);
    return chosen.isEmpty() ? Optional.empty() : Optional.of(new Group<>(loanId, chosen));
  }

  /** Reads whole loans only: the last loan of a full page may go on, so it is left to the next. */
  private boolean readPage() {
    for (int size = PAGE; !exhausted; size = Math.multiplyExact(size, 2)) {
      List<Row<T>> rows = query(size);
      int end = rows.size();
      if (end < size) {
        exhausted = true;
      } else {
        String last = rows.get(end - 1).loanId();
        while (end > 0 && rows.get(end - 1).loanId().equals(last)) {
          end--;
        }
      }
      if (end > 0) {
        page = rows.subList(0, end);
        next = 0;
        after = rows.get(end - 1).loanId();
        return true;
      }
    }
    return false;
  }

  private List<Row<T>> query(int limit) {
    boolean first = after.isEmpty();
    List<Object> values = new ArrayList<>();
    values.add(first ? range.from() : after);
    String condition = first ? "loan_id >= ?" : "loan_id > ?";
    if (!range.isOpen()) {
      condition += " AND loan_id < ?";
      values.add(range.to());
    }
    return database
        .sql()
        .sql(
            "SELECT * FROM "
                + source.table()
                + " WHERE "
                + source.condition()
                + " AND "
                + condition
                + " ORDER BY loan_id, "
                + source.order()
                + " FETCH FIRST "
                + limit
                + " ROWS ONLY")
        .params(values)
        .query((row, number) -> new Row<>(row.getString("loan_id"), mapper.mapRow(row, number)))
        .list();
  }
}
