package org.xinbao.bureau.baihang;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.JsonScanner;
import org.xinbao.bureau.SubmissionFile;

/**
 * The pre-check of a submission file, whoever wrote it, line by line; what grows with the file is
 * nothing but the numbers of one loan's records. Several blocks, each below its tag line, may stand
 * in one file.
 */
final class Precheck {

  /** Longer than any record; more is no record. */
  private static final int LINE_MAX = 1 << 20;

  private static final int BUFFER = 1 << 17;

  private final Path file;
  private final Consumer<Finding> findings;
  private final Optional<FileName> name;
  private final RecordRules rules = new RecordRules();
  private final Set<String> numbers = new HashSet<>();
  private Optional<RecordType> type = Optional.empty();
  private String loan = "";
  private long line;
  private long records;
  private long blockRecords;
  private long balance;
  private long overdue;

  private Precheck(Path file, Consumer<Finding> findings) {
    this.file = file;
    this.findings = findings;
    this.name = FileName.find(String.valueOf(file.getFileName()));
  }

  static SubmissionFile file(Path file, Consumer<Finding> findings) throws IOException {
    return new Precheck(file, findings).run();
  }

  private SubmissionFile run() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (boolean more = next(in, bytes); more; more = next(in, bytes)) {
        line(bytes.toByteArray());
      }
    }
    endBlock();
    if (line == 0) {
      line = 1;
      found(BaihangRule.BH001, "");
    }
    line = 1;
    archive();
    RecordType of = name.map(FileName::type).or(() -> type).orElse(RecordType.D2);
    return new SubmissionFile(
        Baihang.NAME, of.name(), String.valueOf(file.getFileName()), records, balance, overdue);
  }

  /** Reads a line without its end; false at the end of the file. */
  private boolean next(InputStream in, ByteArrayOutputStream bytes) throws IOException {
    bytes.reset();
    int before = -1;
    for (int one = in.read(); one >= 0; one = in.read()) {
      if (one == '\n') {
        line++;
        if (before != '\r') {
          found(BaihangRule.BH002, "");
        }
        return true;
      }
      if (before == '\r' && bytes.size() < LINE_MAX) {
        bytes.write('\r');
      }
      before = one;
      if (one != '\r' && bytes.size() < LINE_MAX) {
        bytes.write(one);
      }
    }
    if (bytes.size() == 0) {
      return false;
    }
    line++;
    found(BaihangRule.BH002, "");
    return true;
  }

  private void line(byte[] bytes) {
    boolean isTag = bytes.length > 0 && bytes[0] == '#';
    if (line == 1 || isTag) {
      endBlock();
      blockRecords = 0;
      type = RecordType.ofTag(new String(bytes, StandardCharsets.UTF_8));
      if (type.isEmpty()) {
        found(BaihangRule.BH001, "");
      } else if (name.isPresent() && name.get().type() != type.get()) {
        found(BaihangRule.BH027, "");
      }
      if (isTag || type.isPresent()) {
        return;
      }
    }
    records++;
    blockRecords++;
    type.ifPresent(each -> record(each, bytes));
  }

  private void endBlock() {
    if (type.isPresent() && blockRecords == 0) {
      found(BaihangRule.BH004, "");
    }
  }

  private void record(RecordType of, byte[] bytes) {
    try (JsonScanner scanner = new JsonScanner(new ByteArrayInputStream(bytes))) {
      int fileDay = name.map(FileName::createdOn).orElse(Day.NONE);
      boolean readable = rules.check(of, scanner.object(), fileDay, this::found);
      if (scanner.skipSpace() >= 0) {
        found(BaihangRule.BH003, "");
      }
      if (!readable) {
        return;
      }
    } catch (IOException | JsonScanner.Malformed e) {
      found(BaihangRule.BH003, "");
      return;
    }
    balance = Math.addExact(balance, rules.cents(of.balance()));
    overdue = Math.addExact(overdue, rules.cents(of.overdue()));
    repeated();
  }

  /** Records of one loan stand together, as the files of this program have them. */
  private void repeated() {
    if (!loan.equals(rules.value("loanId"))) {
      loan = rules.value("loanId");
      numbers.clear();
    }
    if (!numbers.add(rules.value("reqID"))) {
      found(BaihangRule.BH026, "reqID");
    }
  }

  private void archive() throws IOException {
    String own = String.valueOf(file.getFileName());
    if (!own.endsWith(FileName.TEXT)) {
      return;
    }
    Path zip =
        file.resolveSibling(
            own.substring(0, own.length() - FileName.TEXT.length()) + FileName.ARCHIVE);
    if (Files.exists(zip) && !holds(zip, own)) {
      found(BaihangRule.BH028, "");
    }
  }

  private boolean holds(Path archive, String own) throws IOException {
    try (ZipInputStream zip =
            new ZipInputStream(
                new BufferedInputStream(Files.newInputStream(archive), BUFFER),
                StandardCharsets.UTF_8);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null || !entry.getName().equals(own)) {
        return false;
      }
      byte[] one = new byte[BUFFER];
      byte[] other = new byte[BUFFER];
      int read;
      do {
        read = zip.readNBytes(one, 0, BUFFER);
        int same = in.readNBytes(other, 0, BUFFER);
        if (read != same || !java.util.Arrays.equals(one, 0, read, other, 0, read)) {
          return false;
        }
      } while (read > 0);
      return zip.getNextEntry() == null;
    } catch (java.util.zip.ZipException e) {
      return false;
    }
  }

  private void found(BaihangRule rule, String item) {
    findings.accept(new Finding(line, rule.name(), item, rule.english(), rule.chinese()));
  }
}
