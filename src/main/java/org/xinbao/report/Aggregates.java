package org.xinbao.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one partition adds to the report: its figures and its worklist, with their part file.
 *
 * <p>The part file has a line {@code F} or {@code W}, a tab and the fields for each figure and each
 * loan of the worklist, UTF-8, ended by LF.
 */
public final class Aggregates {

  private final Figures figures = new Figures();
  private final Worklist worklist = new Worklist();

  /** Adds an assessed loan. */
  public void add(AssessedLoan loan) {
    figures.add(loan);
    worklist.add(loan);
  }

  /** Adds all of another part. */
  public void merge(Aggregates other) {
    figures.merge(other.figures);
    worklist.merge(other.worklist);
  }

  /** The figures, to which more may be added. */
  public Figures figures() {
    return figures;
  }

  /** The worklist. */
  public Worklist worklist() {
    return worklist;
  }

  /** Writes the part file. */
  public void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Figure figure : figures.toRows()) {
        out.write("F\t" + figure.toLine() + "\n");
      }
      for (String line : worklist.toLines()) {
        out.write("W\t" + line + "\n");
      }
    }
  }

  /** Reads a part file; throws {@link IOException} when it is not one. */
  public static Aggregates read(Path file) throws IOException {
    Aggregates aggregates = new Aggregates();
    List<Figure> figures = new ArrayList<>();
    List<String> work = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("F\t")) {
          figures.add(Figure.parse(line.substring(2)));
        } else if (line.startsWith("W\t")) {
          work.add(line.substring(2));
        } else {
          throw new IOException("not a part file of aggregates: " + file.getFileName());
        }
      }
    }
    aggregates.figures.merge(Figures.of(figures));
    aggregates.worklist.merge(Worklist.of(work));
    return aggregates;
  }
}
