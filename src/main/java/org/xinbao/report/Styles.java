package org.xinbao.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/** The named styles of the workbook: one per format of body and total cells, and the headings. */
final class Styles {

  static final String INK = "1F2933";
  static final String MUTED = "5B6770";
  static final String BAND = "EEF2F6";
  static final String HEAD = "1B4965";
  static final String RULE = "C9D1D9";
  static final String IMMATURE = "E3E7EB";

  /** Styles that belong to no cell format. */
  enum Heading {
    TITLE,
    SUBTITLE,
    SECTION,
    HEADER,
    HEADER_NUMBER,
    NOTE
  }

  private final XSSFWorkbook workbook;
  private final String fontName;
  private final Map<Heading, XSSFCellStyle> headings = new EnumMap<>(Heading.class);
  private final Map<Cell.Format, XSSFCellStyle> body = new EnumMap<>(Cell.Format.class);
  private final Map<Cell.Format, XSSFCellStyle> total = new EnumMap<>(Cell.Format.class);
  private final Map<String, Integer> names = new LinkedHashMap<>();

  Styles(XSSFWorkbook workbook, Language language) {
    this.workbook = workbook;
    this.fontName = language == Language.ZH_CN ? "Microsoft YaHei" : "Calibri";
    // The first font is the workbook's default, by which column widths are measured.
    XSSFFont standard = workbook.getFontAt(0);
    standard.setFontName(fontName);
    standard.setFontHeightInPoints((short) 10);
    for (Heading heading : Heading.values()) {
      headings.put(heading, named("Xinbao " + words(heading.name()), heading(heading)));
    }
    for (Cell.Format format : Cell.Format.values()) {
      String name = "Xinbao " + words(format.name());
      body.put(format, named(name, cell(format, false)));
      total.put(format, named(name + " total", cell(format, true)));
    }
  }

  XSSFCellStyle of(Heading heading) {
    return require(headings.get(heading));
  }

  XSSFCellStyle of(Cell.Format format, boolean isTotal) {
    return require((isTotal ? total : body).get(format));
  }

  /** The names of styles and the cell style formats they belong to, for the style sheet. */
  Map<String, Integer> names() {
    return names;
  }

  private static XSSFCellStyle require(@org.jspecify.annotations.Nullable XSSFCellStyle style) {
    if (style == null) {
      throw new IllegalStateException("every style is made when the workbook is");
    }
    return style;
  }

  private XSSFCellStyle heading(Heading heading) {
    return switch (heading) {
      case TITLE -> style(font(16, true, HEAD));
      case SUBTITLE -> style(font(10, false, MUTED));
      case SECTION -> style(font(12, true, HEAD));
      case NOTE -> style(font(9, false, MUTED));
      case HEADER -> header(HorizontalAlignment.LEFT);
      case HEADER_NUMBER -> header(HorizontalAlignment.RIGHT);
    };
  }

  private XSSFCellStyle header(HorizontalAlignment alignment) {
    XSSFCellStyle style = style(font(10, true, "FFFFFF"));
    fill(style, HEAD);
    style.setAlignment(alignment);
    if (alignment == HorizontalAlignment.LEFT) {
      style.setIndention((short) 1);
    }
    style.setWrapText(true);
    return style;
  }

  private XSSFCellStyle cell(Cell.Format format, boolean isTotal) {
    XSSFCellStyle style = style(cellFont(format, isTotal));
    style.setBorderBottom(BorderStyle.HAIR);
    style.setBottomBorderColor(color(RULE));
    if (isTotal) {
      fill(style, BAND);
      style.setBorderTop(BorderStyle.THIN);
      style.setTopBorderColor(color(HEAD));
    }
    if (format == Cell.Format.NOT_YET
        || format == Cell.Format.COUNT_IMMATURE
        || format == Cell.Format.RATIO_IMMATURE) {
      fill(style, IMMATURE);
    }
    style.setDataFormat(workbook.createDataFormat().getFormat(pattern(format)));
    if (format == Cell.Format.TEXT) {
      style.setQuotePrefixed(true);
    }
    if (format.isNumber()) {
      style.setAlignment(HorizontalAlignment.RIGHT);
    } else {
      style.setAlignment(HorizontalAlignment.LEFT);
      style.setIndention((short) 1);
      style.setWrapText(true);
    }
    return style;
  }

  private XSSFFont cellFont(Cell.Format format, boolean isTotal) {
    return switch (format) {
      case LINK -> {
        XSSFFont font = font(10, isTotal, "0072B2");
        font.setUnderline(org.apache.poi.ss.usermodel.FontUnderline.SINGLE);
        yield font;
      }
      case GREEN -> font(10, true, "00795C");
      case AMBER -> font(10, true, "9A5B00");
      case RED -> font(10, true, "B03A00");
      case INFO -> font(10, true, "0072B2");
      case COUNT_IMMATURE, RATIO_IMMATURE, NOT_YET -> font(10, isTotal, MUTED);
      default -> font(10, isTotal, INK);
    };
  }

  private static String pattern(Cell.Format format) {
    return switch (format) {
      case TEXT -> "@";
      case COUNT, COUNT_IMMATURE -> "#,##0;-#,##0;\"–\"";
      case DAYS -> "#,##0";
      case MONEY -> "#,##0.00;-#,##0.00;\"–\"";
      case RATIO, RATIO_IMMATURE -> "0.00%;-0.00%;\"–\"";
      case COUNT_CHANGE -> "+#,##0;-#,##0;\"–\"";
      case MONEY_CHANGE -> "+#,##0.00;-#,##0.00;\"–\"";
      case RATIO_CHANGE -> "+0.00%;-0.00%;0.00%";
      case DATE -> "yyyy-mm-dd";
      case MONTH -> "yyyy-mm";
      default -> "General";
    };
  }

  private XSSFCellStyle style(XSSFFont font) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private XSSFFont font(int points, boolean bold, String rgb) {
    XSSFFont font = workbook.createFont();
    font.setFontName(fontName);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(color(rgb));
    return font;
  }

  private static void fill(XSSFCellStyle style, String rgb) {
    style.setFillForegroundColor(color(rgb));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  static XSSFColor color(String rgb) {
    byte[] bytes = new byte[3];
    for (int i = 0; i < 3; i++) {
      bytes[i] = (byte) Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16);
    }
    return new XSSFColor(bytes);
  }

  /**
   * Makes the cell format of a style also a style format of its own, so that it can have a name.
   */
  private XSSFCellStyle named(String name, XSSFCellStyle style) {
    StylesTable table = workbook.getStylesSource();
    CTXf format = (CTXf) style.getCoreXf().copy();
    if (format.isSetXfId()) {
      format.unsetXfId();
    }
    int id = table.putCellStyleXf(format) - 1;
    style.getCoreXf().setXfId(id);
    names.put(name, id);
    return style;
  }

  private static String words(String constant) {
    return constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
