package org.xinbao.report;

import java.util.List;

/**
 * What the sheets of a workbook have in common.
 *
 * @param sheets their keys, in order
 * @param dated the date or span that the headings show
 * @param program name and version of the program
 * @param stampedOn the date inside the file (epoch day)
 */
record BookFrame(
    List<String> sheets,
    Language language,
    String dated,
    String institution,
    String program,
    int stampedOn) {

  BookFrame {
    sheets = List.copyOf(sheets);
  }
}
