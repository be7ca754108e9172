package org.xinbao.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.report.AuditInput.Column;
import org.xinbao.report.AuditInput.Kind;
import org.xinbao.report.AuditInput.Table;

/**
 * The auditors' workbook ({@code audit report}): an overview whose figures are formulas over the
 * other sheets, then a table each of what was run, told, refused, held, decided and deleted.
 *
 * <p>The same input gives the same bytes.
 */
public final class AuditWorkbook {

  /** Rows of a sheet; what lies beyond stands in the files that the sheet's note names. */
  static final int ROWS_MAX = 200_000;

  private static final String OVERVIEW = "overview";
  private static final String DISPUTES = "disputes";

  private final AuditInput in;
  private final WorkbookWriter book;
  private final Labels codes;
  private final Map<String, Written> written = new LinkedHashMap<>();

  /** A sheet that is filled: its rows, and how often each word of its last column occurs. */
  private record Written(
      SheetWriter sheet, int first, int last, int columns, SortedMap<String, Long> words) {

    String column(int index) {
      return sheet.reference(first, last, index, index);
    }
  }

  private AuditWorkbook(AuditInput in, WorkbookWriter book, Labels codes) {
    this.in = in;
    this.book = book;
    this.codes = codes;
  }

  /**
   * Writes the workbook.
   *
   * @param privateTempDir an existing folder that only the owner may read; temporary files go there
   *     and are gone afterwards
   */
  public static void write(AuditInput in, Path file, Path privateTempDir) throws IOException {
    write(in, Labels.ofAudit(in.language()), file, privateTempDir);
  }

  static void write(AuditInput in, Labels labels, Path file, Path privateTempDir)
      throws IOException {
    List<String> sheets = new ArrayList<>();
    sheets.add(OVERVIEW);
    in.tables().forEach(each -> sheets.add(each.key()));
    BookFrame frame =
        new BookFrame(
            sheets,
            in.language(),
            labels.text("span", Day.format(in.from()), Day.format(in.to())),
            in.institution(),
            in.program(),
            in.to());
    WorkbookFile.write(
        () -> {
          WorkbookWriter book = new WorkbookWriter(frame, labels);
          new AuditWorkbook(in, book, Labels.of(in.language())).fill();
          return book;
        },
        in.language(),
        file,
        privateTempDir);
  }

  private void fill() {
    in.tables().forEach(this::table);
    overview();
  }

  private void table(Table table) {
    SheetWriter sheet = book.sheet(table.key());
    List<String> labels = new ArrayList<>();
    List<Cell.Format> formats = new ArrayList<>();
    for (Column each : table.columns()) {
      labels.add(book.text("column." + each.key()));
      formats.add(format(each.kind()));
    }
    sheet.header(labels, formats);
    int first = sheet.nextRow();
    SortedMap<String, Long> words = new TreeMap<>();
    while (table.rows().hasNext() && sheet.nextRow() - first < ROWS_MAX) {
      List<String> row = table.rows().next();
      String last = row.get(row.size() - 1);
      if (table.key().equals(DISPUTES)) {
        words.merge(last, 1L, Long::sum);
      }
      sheet.body(cells(table.columns(), row, sheet.nextRow()));
    }
    int end = sheet.nextRow() - 1;
    written.put(table.key(), new Written(sheet, first, end, labels.size(), words));
    sheet.endFilter();
    if (end < first) {
      sheet.note(book.text("note.nothing"));
    } else if (table.rows().hasNext()) {
      sheet.note(book.text("note.more", ROWS_MAX));
    }
    sheet.note(book.text("note." + table.key()));
    sheet.finish(1);
  }

  private List<Cell> cells(List<Column> columns, List<String> row, int number) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Kind kind = columns.get(i).kind();
      if (kind == Kind.DIFFERENCE) {
        cells.add(difference(row, i, number));
      } else {
        cells.add(row.get(i).isEmpty() ? new Cell.Blank(format(kind)) : cell(kind, row.get(i)));
      }
    }
    return cells;
  }

  private static Cell difference(List<String> row, int index, int number) {
    if (row.get(index - 2).isEmpty() || row.get(index - 1).isEmpty()) {
      return new Cell.Blank(Cell.Format.COUNT_CHANGE);
    }
    long cached =
        Math.subtractExact(Long.parseLong(row.get(index - 2)), Long.parseLong(row.get(index - 1)));
    return Sheets.change(Cell.Format.COUNT_CHANGE, number, index - 2, index - 1, (double) cached);
  }

  private Cell cell(Kind kind, String value) {
    return switch (kind) {
      case TEXT -> new Cell.Text(value);
      case COUNT, DIFFERENCE -> Cell.count(Long.parseLong(value));
      case PLAIN -> Cell.plain(Long.parseLong(value));
      case DATE -> Cell.date(Day.parse(value));
      case WORD ->
          book.labels()
              .findWord(value)
              .<Cell>map(Cell.Label::new)
              .orElseGet(() -> new Cell.Text(value));
      case MEANING ->
          codes.findCode(value).<Cell>map(Cell.Label::new).orElseGet(() -> new Cell.Text(value));
    };
  }

  private static Cell.Format format(Kind kind) {
    return switch (kind) {
      case TEXT -> Cell.Format.TEXT;
      case COUNT -> Cell.Format.COUNT;
      case PLAIN -> Cell.Format.DAYS;
      case DATE -> Cell.Format.DATE;
      case WORD, MEANING -> Cell.Format.LABEL;
      case DIFFERENCE -> Cell.Format.COUNT_CHANGE;
    };
  }

  private String word(String value) {
    return book.labels()
        .findWord(value)
        .orElseThrow(() -> new IllegalStateException("no label for the word " + value));
  }

  private void overview() {
    SheetWriter sheet = book.sheet(OVERVIEW);
    sheet.section(book.text("section.contents"));
    sheet.header(
        Sheets.columns(book, "subject", "sheet", "rows"),
        List.of(Cell.Format.LABEL, Cell.Format.LINK, Cell.Format.COUNT));
    for (Table each : in.tables()) {
      Written there = written(each.key());
      int rows = there.last() - there.first() + 1;
      sheet.body(
          List.of(
              new Cell.Label(book.text("title." + each.key())),
              new Cell.Link(book.text("sheet." + each.key()), each.key()),
              rows == 0 ? Cell.count(0) : counted("COUNTA(" + there.column(0) + ")", rows)));
    }
    disputes(sheet);
    chain(sheet);
    sheet.note(book.text("note.overview"));
    sheet.finish(1);
  }

  private void disputes(SheetWriter sheet) {
    sheet.section(book.text("section.disputes"));
    sheet.header(
        Sheets.columns(book, "state", "sheet", "cases"),
        List.of(Cell.Format.LABEL, Cell.Format.LINK, Cell.Format.COUNT));
    Written there = written(DISPUTES);
    for (String each : List.of("IN_TIME", "LATE", "OPEN", "OVERDUE")) {
      long count = there.words().getOrDefault(each, 0L);
      // The words are ours; a quote in one would end the text of the formula.
      String label = word(each).replace("\"", "\"\"");
      String range = there.column(there.columns() - 1);
      sheet.body(
          List.of(
              new Cell.Label(word(each)),
              new Cell.Link(book.text("sheet." + DISPUTES), DISPUTES),
              there.last() < there.first()
                  ? Cell.count(0)
                  : counted("COUNTIF(" + range + ",\"" + label + "\")", count)));
    }
  }

  private void chain(SheetWriter sheet) {
    sheet.section(book.text("section.chain"));
    sheet.header(
        Sheets.columns(book, "fact", "value"), List.of(Cell.Format.LABEL, Cell.Format.LABEL));
    AuditInput.Chain chain = in.chain();
    sheet.body(
        List.of(
            new Cell.Label(book.text("fact.walk")),
            chain.broken().isEmpty()
                ? new Cell.Signal(Light.GREEN, book.text("chain.whole"))
                : new Cell.Signal(Light.RED, PlainText.clean(chain.broken()))));
    sheet.body(
        List.of(
            new Cell.Label(book.text("fact.entries")),
            new Cell.Text(String.format(Locale.ROOT, "%d", chain.entries()))));
    sheet.body(List.of(new Cell.Label(book.text("fact.head")), new Cell.Text(chain.head())));
  }

  private static Cell counted(String expression, long cached) {
    return new Cell.Formula(Cell.Format.COUNT, expression, (double) cached);
  }

  private Written written(String key) {
    Written there = written.get(key);
    if (there == null) {
      throw new IllegalStateException("the sheet " + key + " is not filled");
    }
    return there;
  }
}
