package org.xinbao.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;

/** The workbook while it is written: its sheets in order, styles, labels and named totals. */
final class WorkbookWriter implements AutoCloseable {

  /** The sheets in the order of importance; {@code sheet.<key>} is their name. */
  static final List<String> SHEETS =
      List.of(
          "overview",
          "products",
          "trend",
          "buckets",
          "bucketproducts",
          "fiveclass",
          "roll",
          "vintage",
          "vintageproducts",
          "collection",
          "penalty",
          "submissions",
          "held",
          "disputes",
          "retention",
          "treatment",
          "worklist",
          "quality",
          "rejects",
          "differences",
          "conventions");

  private final @Nullable ReportInput input;
  private final BookFrame frame;
  private final Labels labels;
  private final SXSSFWorkbook workbook;
  private final Styles styles;
  private final Map<String, SheetWriter> sheets = new LinkedHashMap<>();
  private final Map<String, String> totals = new HashMap<>();

  /** The management workbook. */
  WorkbookWriter(ReportInput input, Labels labels) {
    this(
        input,
        new BookFrame(
            SHEETS,
            input.language(),
            Day.format(input.businessDate()),
            input.institution(),
            input.program(),
            input.businessDate()),
        labels);
  }

  /** Another workbook. */
  WorkbookWriter(BookFrame frame, Labels labels) {
    this(null, frame, labels);
  }

  private WorkbookWriter(@Nullable ReportInput input, BookFrame frame, Labels labels) {
    this.input = input;
    this.frame = frame;
    this.labels = labels;
    this.workbook = new SXSSFWorkbook(100);
    this.styles = new Styles(workbook.getXSSFWorkbook(), frame.language());
    for (String key : frame.sheets()) {
      workbook.createSheet(labels.text("sheet." + key));
    }
    for (int i = 0; i < frame.sheets().size(); i++) {
      String key = frame.sheets().get(i);
      sheets.put(key, new SheetWriter(this, workbook.getSheetAt(i), key));
    }
  }

  ReportInput input() {
    return Objects.requireNonNull(input, "only the management workbook has such an input");
  }

  /** What stands in every heading. */
  BookFrame frame() {
    return frame;
  }

  Styles styles() {
    return styles;
  }

  Labels labels() {
    return labels;
  }

  String text(String key, Object... values) {
    return labels.text(key, values);
  }

  /** The value of a setting of the institution; empty when nobody says. */
  String convention(String key) {
    return input().conventions().stream()
        .filter(each -> each.scope().isEmpty() && each.key().equals(key))
        .map(ReportInput.Convention::value)
        .findFirst()
        .orElse("");
  }

  CreationHelper createHelper() {
    return workbook.getCreationHelper();
  }

  SheetWriter sheet(String key) {
    SheetWriter sheet = sheets.get(key);
    if (sheet == null) {
      throw new IllegalArgumentException("no sheet " + key);
    }
    return sheet;
  }

  String quotedSheetName(String key) {
    return "'" + text("sheet." + key).replace("'", "''") + "'";
  }

  /** The products that have loans in a currency, now or at the last month-end. */
  List<String> products(String currency) {
    return input().productsWithLoans(currency);
  }

  /** The sheet to which charts are added; its rows are not there, they are streamed. */
  XSSFSheet drawingSheet(String key) {
    XSSFWorkbook inner = workbook.getXSSFWorkbook();
    return inner.getSheet(text("sheet." + key));
  }

  /** Remembers where the total of a key figure stands, for the overview to refer to. */
  void putTotal(KeyFigure figure, String currency, String reference) {
    totals.put(figure.key() + " " + currency, reference);
  }

  Optional<String> findTotal(KeyFigure figure, String currency) {
    return Optional.ofNullable(totals.get(figure.key() + " " + currency));
  }

  /** Names the styles of the finished workbook; the name and the style format it belongs to. */
  Map<String, Integer> styleNames() {
    return styles.names();
  }

  /** Writes the package; dates inside are the frame's. */
  void write(OutputStream out) throws IOException {
    workbook.setActiveSheet(0);
    workbook.setForceFormulaRecalculation(false);
    POIXMLProperties.CoreProperties core =
        workbook.getXSSFWorkbook().getProperties().getCoreProperties();
    Date date = Date.from(Day.toDate(frame.stampedOn()).atStartOfDay(ZoneOffset.UTC).toInstant());
    core.setCreated(Optional.of(date));
    core.setModified(Optional.of(date));
    core.setCreator(frame.program());
    core.setTitle(text("title." + frame.sheets().get(0)) + " " + frame.dated());
    workbook.write(out);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
