package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A copy of an export that a test changes; its manifest fits the files again after {@link #seal}.
 */
final class TestLedger {

  private final Path folder;
  private String institution = "TEST0000000001";
  private String version = "1";
  private String date;

  private TestLedger(Path folder, String date) {
    this.folder = folder;
    this.date = date;
  }

  /** A copy of the sample of a date. */
  static TestLedger sample(String date, Path to) throws IOException {
    return copy(Nights.sample(date), date, to);
  }

  static TestLedger copy(Path from, String date, Path to) throws IOException {
    Trees.copy(from, to);
    return new TestLedger(to, date);
  }

  /** An export without rows. */
  static TestLedger empty(String date, Path to) throws IOException {
    TestLedger ledger = sample(date, to);
    for (String file : ledger.files()) {
      ledger.rows(file, rows -> List.of());
    }
    return ledger;
  }

  /** The folder, with the manifest that fits the files. */
  Path seal() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String name : files()) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      long rows = Trees.lines(folder.resolve(name)).size() - 1L;
      entries.add(
          String.format(
              Locale.ROOT,
              "{\"name\":\"%s\",\"rows\":%d,\"sha256\":\"%s\"}",
              name,
              rows,
              Trees.sha256(bytes)));
    }
    Files.writeString(
        folder.resolve("manifest.json"),
        String.format(
            Locale.ROOT,
            "{\"contract_version\":\"%s\",\"institution\":\"%s\",\"business_date\":\"%s\",\"files\":[%s]}",
            version,
            institution,
            date,
            String.join(",", entries)));
    return folder;
  }

  Path folder() {
    return folder;
  }

  TestLedger institution(String other) {
    institution = other;
    return this;
  }

  TestLedger version(String other) {
    version = other;
    return this;
  }

  /** The same book exported on another day. */
  TestLedger date(String other) {
    date = other;
    return this;
  }

  /** Changes the rows of a file; its header stays. */
  TestLedger rows(String file, UnaryOperator<List<String>> change) throws IOException {
    List<String> lines = Trees.lines(folder.resolve(file));
    List<String> changed = new ArrayList<>();
    changed.add(lines.get(0));
    changed.addAll(change.apply(new ArrayList<>(lines.subList(1, lines.size()))));
    return write(file, changed);
  }

  /** Adds rows at the end of a file. */
  TestLedger add(String file, String... rows) throws IOException {
    return rows(
        file,
        all -> {
          all.addAll(List.of(rows));
          return all;
        });
  }

  /** Replaces text in every row of a loan. */
  TestLedger replace(String file, String loanId, String from, String to) throws IOException {
    return rows(
        file,
        all -> all.stream().map(row -> isOf(row, loanId) ? row.replace(from, to) : row).toList());
  }

  /** Takes a loan out of every file. */
  TestLedger without(String loanId) throws IOException {
    for (String file :
        List.of("loans.csv", "instalments.csv", "transactions.csv", "guarantees.csv")) {
      if (Files.exists(folder.resolve(file))) {
        rows(file, all -> all.stream().filter(row -> !isOf(row, loanId)).toList());
      }
    }
    return this;
  }

  TestLedger delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
    return this;
  }

  /** Writes the rows of every file in another order. */
  TestLedger shuffle(long seed) throws IOException {
    Random random = new Random(seed);
    for (String file : files()) {
      rows(
          file,
          all -> {
            Collections.shuffle(all, random);
            return all;
          });
    }
    return this;
  }

  TestLedger write(String file, List<String> lines) throws IOException {
    Files.writeString(
        folder.resolve(file), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    return this;
  }

  private static boolean isOf(String row, String loanId) {
    return row.startsWith(loanId + ",");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName()))
          .filter(each -> each.endsWith(".csv"))
          .sorted()
          .toList();
    }
  }
}
