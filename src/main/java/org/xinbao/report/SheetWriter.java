package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * Writes one sheet from top to bottom: title, subtitle, tables with a header, notes; then fits
 * widths and sets up freezing, filter and printing.
 */
final class SheetWriter {

  private static final int MIN_WIDTH = 6;
  private static final int MAX_WIDTH = 66;
  private static final int MAX_HEADER_WIDTH = 10;

  private final WorkbookWriter book;
  private final SXSSFSheet sheet;
  private final String name;
  private final List<Integer> widths = new ArrayList<>();
  private final List<String> pendingNotes = new ArrayList<>();
  private int next;
  private int headerRow = -1;
  private int headers;
  private int columns;
  private int filterEnd = -1;

  SheetWriter(WorkbookWriter book, SXSSFSheet sheet, String key) {
    this.book = book;
    this.sheet = sheet;
    this.name = sheet.getSheetName();
    BookFrame frame = book.frame();
    heading(Styles.Heading.TITLE, book.text("title." + key), 24);
    heading(
        Styles.Heading.SUBTITLE,
        book.text("subtitle", frame.dated(), PlainText.clean(frame.institution()))
            + "  "
            + book.text("about." + key),
        0);
    next++;
  }

  /** A heading over the next table of a sheet with several. */
  void section(String text) {
    if (headers > 0) {
      next++;
    }
    heading(Styles.Heading.SECTION, text, 20);
  }

  /** The header of a table; returns its row. */
  int header(List<String> labels, List<Cell.Format> formats) {
    SXSSFRow row = sheet.createRow(next);
    int lines = 1;
    for (int i = 0; i < labels.size(); i++) {
      SXSSFCell cell = row.createCell(i);
      cell.setCellValue(labels.get(i));
      boolean number = formats.get(i).isNumber();
      cell.setCellStyle(
          book.styles().of(number ? Styles.Heading.HEADER_NUMBER : Styles.Heading.HEADER));
      lines = Math.max(lines, fitHeader(i, labels.get(i)));
    }
    row.setHeightInPoints(15f * lines + 5);
    columns = Math.max(columns, labels.size());
    headers++;
    if (headerRow < 0) {
      headerRow = next;
    }
    return next++;
  }

  /** A row of a table; returns its number, from 0. */
  int body(List<Cell> cells) {
    return row(cells, false);
  }

  /** A total row; returns its number, from 0. */
  int total(List<Cell> cells) {
    return row(cells, true);
  }

  /** Ends the rows that the filter covers: what follows is totals or another table. */
  void endFilter() {
    filterEnd = next - 1;
  }

  /** A note under the tables, wrapped to the width of the sheet. */
  void note(String text) {
    pendingNotes.add(text);
  }

  /** The number of the next row, from 0. */
  int nextRow() {
    return next;
  }

  /** Leaves rows free, for a chart. */
  void skip(int rows) {
    next += rows;
  }

  SXSSFSheet sheet() {
    return sheet;
  }

  /** A reference to a cell of this sheet from another, for example {@code '总览'!$B$3}. */
  String reference(int row, int column) {
    return quotedName() + "!" + new CellReference(row, column, true, true).formatAsString();
  }

  /** A reference to a range of this sheet from another. */
  String reference(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    return reference(firstRow, firstColumn)
        + ":"
        + new CellReference(lastRow, lastColumn, true, true).formatAsString();
  }

  /** A reference within this sheet, for example {@code B3}. */
  static String local(int row, int column) {
    return new CellReference(row, column, false, false).formatAsString();
  }

  /** A range of one column within this sheet, for example {@code B3:B9}. */
  static String localRange(int firstRow, int lastRow, int column) {
    return local(firstRow, column) + ":" + local(lastRow, column);
  }

  /** The row of the first header, from 0. */
  int firstHeader() {
    return headerRow;
  }

  /** Freezes, filters and sets up printing; nothing can be written afterwards. */
  void finish(int frozenColumns) {
    for (int i = 0; i < widths.size(); i++) {
      int width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, widths.get(i) + widths.get(i) / 6 + 2));
      sheet.setColumnWidth(i, width * 256);
    }
    writeNotes();
    boolean single = headers == 1;
    int frozenRows = single ? headerRow + 1 : 2;
    sheet.createFreezePane(frozenColumns, frozenRows);
    if (single && filterEnd > headerRow) {
      sheet.setAutoFilter(new CellRangeAddress(headerRow, filterEnd, 0, columns - 1));
    }
    print(single);
  }

  private void print(boolean single) {
    sheet.setDisplayGridlines(false);
    sheet.setZoom(100);
    sheet.setFitToPage(true);
    sheet.setAutobreaks(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.4);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.4);
    sheet.setRepeatingRows(
        new CellRangeAddress(single ? headerRow : 0, single ? headerRow : 1, -1, -1));
    sheet.getHeader().setRight("&9 " + book.text("subtitle.print", book.frame().dated()));
    sheet.getFooter().setLeft("&9 &A");
    sheet.getFooter().setRight("&9 &P / &N");
  }

  private int row(List<Cell> cells, boolean isTotal) {
    SXSSFRow row = sheet.createRow(next);
    int lines = 1;
    for (int i = 0; i < cells.size(); i++) {
      Cell value = cells.get(i);
      SXSSFCell cell = row.createCell(i);
      cell.setCellStyle(book.styles().of(value.format(), isTotal));
      fill(cell, value);
      fit(i, value.width());
      lines = Math.max(lines, 1 + (value.width() - 1) / MAX_WIDTH);
    }
    row.setHeightInPoints(Math.min(16f * lines + 2, 120f));
    return next++;
  }

  private void fill(SXSSFCell cell, Cell value) {
    if (value instanceof Cell.Label label) {
      cell.setCellValue(label.text());
    } else if (value instanceof Cell.Text text) {
      cell.setCellValue(escaped(text.text()));
    } else if (value instanceof Cell.Numeric number) {
      cell.setCellValue(number.value());
    } else if (value instanceof Cell.Formula formula) {
      cell.setCellFormula(formula.expression());
      cell.setCellValue(formula.cached());
    } else if (value instanceof Cell.Signal signal) {
      cell.setCellValue(signal.light().symbol() + " " + signal.text());
    } else if (value instanceof Cell.Link link) {
      cell.setCellValue(link.text());
      Hyperlink target = book.createHelper().createHyperlink(HyperlinkType.DOCUMENT);
      target.setAddress(book.quotedSheetName(link.sheetKey()) + "!A1");
      cell.setHyperlink(target);
    }
  }

  /** Keeps text such as {@code _x000D_}, which the file format reads as an escape, as it is. */
  private static String escaped(String text) {
    return text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
  }

  private void heading(Styles.Heading heading, String text, int height) {
    SXSSFRow row = sheet.createRow(next++);
    SXSSFCell cell = row.createCell(0);
    cell.setCellValue(text);
    cell.setCellStyle(book.styles().of(heading));
    if (height > 0) {
      row.setHeightInPoints(height);
    }
  }

  private void writeNotes() {
    int total = 0;
    for (int i = 0; i < columns; i++) {
      total += sheet.getColumnWidth(i) / 256;
    }
    if (!pendingNotes.isEmpty()) {
      next++;
    }
    for (String note : pendingNotes) {
      for (String line : wrap(note, Math.max(40, total - 4))) {
        heading(Styles.Heading.NOTE, line, 0);
      }
    }
  }

  /** Lines of at most so many columns, broken at spaces or between wide characters. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    int breakAt = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int columns = PlainText.isWide(c) ? 2 : 1;
      if (used + columns > width && !line.isEmpty()) {
        int cut = breakAt > 0 ? breakAt : line.length();
        lines.add(line.substring(0, cut).strip());
        line.delete(0, cut);
        used = PlainText.displayWidth(line.toString());
        breakAt = -1;
      }
      line.appendCodePoint(c);
      used += columns;
      if (c == ' ' || PlainText.isWide(c)) {
        breakAt = line.length();
      }
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  /** Fits a column to a header that may wrap; returns how many lines it may take. */
  private int fitHeader(int column, String label) {
    int lines = 0;
    for (String line : label.split("\n", -1)) {
      int width = PlainText.displayWidth(line) + 1;
      fit(column, Math.min(width, MAX_HEADER_WIDTH));
      // Beyond the limit a line wraps, unless rows below make the column wider.
      lines += 1 + (width - 1) / (MAX_HEADER_WIDTH + 2);
    }
    return Math.min(lines, 3);
  }

  private void fit(int column, int width) {
    while (widths.size() <= column) {
      widths.add(0);
    }
    widths.set(column, Math.max(widths.get(column), width));
  }

  private String quotedName() {
    return "'" + name.replace("'", "''") + "'";
  }
}
