package org.xinbao.report;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;

/** Native charts: columns and lines. */
final class Charts {

  /** Okabe and Ito's colours, told apart by the colour-blind too. */
  static final List<String> PALETTE =
      List.of("0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "B8A900", "4D4D4D");

  private static final List<MarkerStyle> MARKERS =
      List.of(MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.DIAMOND, MarkerStyle.TRIANGLE);

  /** Rows that a chart covers. */
  static final int ROWS = 20;

  private Charts() {}

  /** How the columns of one category stand. */
  enum Columns {
    STACKED,
    SIDE_BY_SIDE
  }

  /**
   * A series of a chart.
   *
   * @param values as they stand in the cells of {@code range}; none where a cell is empty
   */
  record Series(String name, List<Optional<Double>> values, String range) {

    /** A series without gaps. */
    static Series of(String name, List<Double> values, String range) {
      return new Series(name, values.stream().map(Optional::of).toList(), range);
    }

    private Double[] numbers() {
      Double[] numbers = new Double[values.size()];
      for (int i = 0; i < numbers.length; i++) {
        if (values.get(i).isPresent()) {
          numbers[i] = values.get(i).get();
        }
      }
      return numbers;
    }
  }

  /**
   * What a chart shows.
   *
   * @param numberFormat of the value axis
   * @param categoryRange the cells that hold {@code categories}
   */
  record Data(
      String title,
      String numberFormat,
      List<String> categories,
      String categoryRange,
      List<Series> series) {

    Data {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }

  /** A column chart below the rows written so far. */
  static void columns(WorkbookWriter book, String sheetKey, Columns columns, Data data) {
    XSSFChart chart = frame(book, sheetKey, data);
    XDDFBarChartData bars = (XDDFBarChartData) plot(chart, ChartTypes.BAR, data.numberFormat());
    bars.setBarDirection(BarDirection.COL);
    bars.setBarGrouping(columns == Columns.STACKED ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
    bars.setGapWidth(60);
    bars.setVaryColors(false);
    for (int i = 0; i < data.series().size(); i++) {
      XDDFShapeProperties shape = new XDDFShapeProperties();
      shape.setFillProperties(colour(i));
      add(bars, data, data.series().get(i)).setShapeProperties(shape);
    }
    chart.plot(bars);
    if (columns == Columns.STACKED) {
      overlapFully(chart);
    }
  }

  /** A line chart below the rows written so far; empty cells are gaps. */
  static void lines(WorkbookWriter book, String sheetKey, Data data) {
    XSSFChart chart = frame(book, sheetKey, data);
    chart.displayBlanksAs(DisplayBlanks.GAP);
    XDDFLineChartData lines = (XDDFLineChartData) plot(chart, ChartTypes.LINE, data.numberFormat());
    lines.setVaryColors(false);
    for (int i = 0; i < data.series().size(); i++) {
      XDDFLineChartData.Series line =
          (XDDFLineChartData.Series) add(lines, data, data.series().get(i));
      line.setSmooth(false);
      // A lone point between gaps has no line: its marker must show it, and tells lines apart.
      line.setMarkerStyle(MARKERS.get(i % MARKERS.size()));
      XDDFLineProperties stroke = new XDDFLineProperties(colour(i));
      stroke.setWidth(2.0);
      line.setLineProperties(stroke);
      XDDFShapeProperties marker = new XDDFShapeProperties();
      marker.setFillProperties(colour(i));
      line.getCTLineSer().getMarker().setSpPr(marker.getXmlObject());
    }
    chart.plot(lines);
  }

  private static XSSFChart frame(WorkbookWriter book, String sheetKey, Data data) {
    SheetWriter writer = book.sheet(sheetKey);
    writer.skip(1);
    XSSFSheet sheet = book.drawingSheet(sheetKey);
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(0, 0, 0, 0, 0, writer.nextRow(), 9, writer.nextRow() + ROWS);
    writer.skip(ROWS);
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
    chart.setTitleText(data.title());
    chart.setTitleOverlay(false);
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    return chart;
  }

  private static XDDFChartData plot(XSSFChart chart, ChartTypes type, String numberFormat) {
    XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    left.setNumberFormat(numberFormat);
    XDDFLineProperties grid = new XDDFLineProperties();
    grid.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.LIGHT_GRAY)));
    left.getOrAddMajorGridProperties().setLineProperties(grid);
    return chart.createData(type, bottom, left);
  }

  /**
   * Puts the stacked columns exactly over each other. By cursor, because the reduced schemas of the
   * library leave out the type of this one attribute.
   */
  private static void overlapFully(XSSFChart chart) {
    try (XmlCursor cursor =
        chart.getCTChart().getPlotArea().getBarChartArray(0).addNewOverlap().newCursor()) {
      cursor.setAttributeText(new QName("val"), "100");
    }
  }

  private static XDDFChartData.Series add(XDDFChartData chart, Data data, Series series) {
    XDDFChartData.Series added =
        chart.addSeries(
            XDDFDataSourcesFactory.fromArray(
                data.categories().toArray(new String[0]), data.categoryRange()),
            XDDFDataSourcesFactory.fromArray(series.numbers(), series.range()));
    added.setTitle(series.name());
    return added;
  }

  private static XDDFSolidFillProperties colour(int series) {
    String rgb = PALETTE.get(series % PALETTE.size());
    byte[] bytes = new byte[3];
    for (int i = 0; i < 3; i++) {
      bytes[i] = (byte) Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16);
    }
    return new XDDFSolidFillProperties(XDDFColor.from(bytes));
  }
}
