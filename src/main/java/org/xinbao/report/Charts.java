package org.xinbao.report;

import java.util.List;
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
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;

/** Native column charts. */
final class Charts {

  /** Okabe and Ito's colours, told apart by the colour-blind too. */
  static final List<String> PALETTE =
      List.of("0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "B8A900", "4D4D4D");

  /** Rows that a chart covers. */
  static final int ROWS = 20;

  private Charts() {}

  /**
   * A series of a chart.
   *
   * @param values as they stand in the cells of {@code range}
   */
  record Series(String name, List<Double> values, String range) {}

  /**
   * A stacked column chart below the rows written so far.
   *
   * @param categoryRange the cells that hold {@code categories}
   */
  static void stackedColumns(
      WorkbookWriter book,
      String sheetKey,
      String title,
      List<String> categories,
      String categoryRange,
      List<Series> series) {
    SheetWriter writer = book.sheet(sheetKey);
    writer.skip(1);
    XSSFSheet sheet = book.drawingSheet(sheetKey);
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(0, 0, 0, 0, 0, writer.nextRow(), 9, writer.nextRow() + ROWS);
    writer.skip(ROWS);
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
    chart.setTitleText(title);
    chart.setTitleOverlay(false);
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    left.setNumberFormat("#,##0");
    XDDFLineProperties grid = new XDDFLineProperties();
    grid.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.LIGHT_GRAY)));
    left.getOrAddMajorGridProperties().setLineProperties(grid);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, bottom, left);
    data.setBarDirection(BarDirection.COL);
    data.setBarGrouping(BarGrouping.STACKED);
    data.setGapWidth(60);
    data.setVaryColors(false);
    for (int i = 0; i < series.size(); i++) {
      addSeries(data, series.get(i), categories, categoryRange, PALETTE.get(i % PALETTE.size()));
    }
    chart.plot(data);
    overlapFully(chart);
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

  private static void addSeries(
      XDDFBarChartData data,
      Series series,
      List<String> categories,
      String categoryRange,
      String rgb) {
    XDDFChartData.Series added =
        data.addSeries(
            XDDFDataSourcesFactory.fromArray(categories.toArray(new String[0]), categoryRange),
            XDDFDataSourcesFactory.fromArray(
                series.values().toArray(new Double[0]), series.range()));
    added.setTitle(series.name());
    XDDFShapeProperties shape = new XDDFShapeProperties();
    shape.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(bytes(rgb))));
    added.setShapeProperties(shape);
  }

  private static byte[] bytes(String rgb) {
    byte[] bytes = new byte[3];
    for (int i = 0; i < 3; i++) {
      bytes[i] = (byte) Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }
}
