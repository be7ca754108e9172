package org.xinbao.bureau;

/** Takes the records of one partition, in the order of loans. */
@FunctionalInterface
public interface RecordSink {

  /**
   * One record.
   *
   * @param recordType for example {@code 210}; records of one type go to one series of files
   * @param reportDate its RptDate (epoch day)
   * @param record the bytes of the record without line end
   * @param control figures that the written file must add up to, in the bureau's own unit, keyed by
   *     its own names (for PBOC 210: {@code AcctBal}, {@code TotOverd} in yuan), computed from the
   *     assessment and not from the record
   */
  void accept(String recordType, int reportDate, byte[] record, ControlFigures control);
}
