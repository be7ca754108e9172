package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The 210 records of a published date, read as text. */
final class PbocFiles {

  private static final String PROVIDER = "TEST0000000001";

  private PbocFiles() {}

  /** One record: its loan, report date and reporting point, and its whole text. */
  record Sent(String loanId, String reportDate, String point, String text) {
    /** The content of the first item of this name. */
    String item(String tag) {
      return PbocFiles.item(text, tag);
    }
  }

  static List<Sent> records(Path published) throws IOException {
    List<Sent> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      for (Path file : files.filter(each -> recordType(each).equals("210")).sorted().toList()) {
        List<String> lines = Trees.lines(file);
        for (String line : lines.subList(1, lines.size())) {
          String account = item(line, "AcctCode");
          records.add(
              new Sent(
                  account.substring(PROVIDER.length()),
                  item(line, "RptDate"),
                  item(line, "RptDateCode"),
                  line));
        }
      }
    }
    return records;
  }

  /** The record type that a file's name tells. */
  static String recordType(Path file) {
    return String.valueOf(file.getFileName()).substring(22, 25);
  }

  /** The records of a type as they stand in the files; none when there is no file. */
  static List<String> texts(Path published, String recordType) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      for (Path file :
          files.filter(each -> recordType(each).equals(recordType)).sorted().toList()) {
        List<String> lines = Trees.lines(file);
        texts.addAll(lines.subList(1, lines.size()));
      }
    }
    return texts;
  }

  /** The records of one loan. */
  static List<Sent> records(Path published, String loanId) throws IOException {
    return records(published).stream().filter(each -> each.loanId().equals(loanId)).toList();
  }

  static String item(String text, String tag) {
    Matcher item = Pattern.compile("<" + tag + ">([^<]*)</" + tag + ">").matcher(text);
    return item.find() ? item.group(1) : "";
  }
}
