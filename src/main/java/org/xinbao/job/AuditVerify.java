package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.Run;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.StoreException;

/**
 * {@code audit verify}: the chain link by link, then published outputs, state files and the archive
 * against their hashes. What is gone must have been deleted under retention, and what was deleted
 * must be gone (rulings 13).
 */
final class AuditVerify {

  /** Where deleted files were, as entries of the chain name it. */
  static final String OUTPUT = "output";

  static final String STATE = "state";
  static final String ARCHIVE = "archive";

  /** The lists of what bureaux rejected, in the home. */
  static final String FEEDBACK = FeedbackJob.FOLDER;

  private static final int DATES_SHOWN = 5;

  private final AuditArguments arguments;
  private final Stores stores;
  private final Findings findings = new Findings();
  private final ChainContents chain = new ChainContents(findings);
  private final ArchiveCheck archive;

  AuditVerify(AuditArguments arguments, Stores stores) {
    this.arguments = arguments;
    this.stores = stores;
    this.archive = new ArchiveCheck(new ArchivePlaces(arguments.archive()));
  }

  Audit.Result run() throws IOException {
    chain.gather(stores.chain());
    runs();
    chain.answers.compare(stores, stores.feedbacks().bureaux(), findings);
    lists();
    states();
    for (Iterator<EvidenceEntry> all = stores.chain().entries(); all.hasNext(); ) {
      EvidenceEntry entry = all.next();
      boolean publishes =
          entry.kind() == EvidenceKind.RUN || entry.kind() == EvidenceKind.RECORDS_DELETED;
      if (publishes && entry.isWhole()) {
        folder(entry.statements());
      } else if (entry.kind() == EvidenceKind.ARCHIVE && entry.isWhole()) {
        archived(entry.statements());
      }
    }
    deletedFilesAreGone();
    return findings.count() == 0 ? intact() : broken();
  }

  private Audit.Result intact() {
    String sentence =
        String.format(
            Locale.ROOT,
            "intact, %,d records and %,d files deleted under retention, tombstones ok; %,d entries,"
                + " head %s%s",
            chain.deletedRecords,
            chain.deletedFiles.size(),
            chain.entries(),
            chain.head(),
            notArchived());
    return new Audit.Result(ExitCode.DONE, sentence, List.of());
  }

  private Audit.Result broken() {
    String sentence =
        String.format(
            Locale.ROOT,
            "Broken: %,d findings, the first: %s; keep everything as it is and compare with the"
                + " last backup.",
            findings.count(),
            findings.first().get(0));
    return new Audit.Result(ExitCode.LOOK, sentence, findings.first());
  }

  private String notArchived() {
    List<String> dates = chain.notArchived();
    if (dates.isEmpty()) {
      return ".";
    }
    String shown = String.join(", ", dates.subList(0, Math.min(DATES_SHOWN, dates.size())));
    return String.format(
        Locale.ROOT,
        "; not archived yet: %s%s.",
        shown,
        dates.size() > DATES_SHOWN ? " and " + (dates.size() - DATES_SHOWN) + " more" : "");
  }

  /** Every published run is in the chain, and none else; those before its beginning are older. */
  private void runs() {
    long first = chain.runs.keySet().stream().mapToLong(Long::longValue).min().orElse(0);
    for (Run each : stores.runs().listPublished()) {
      String hash = chain.runs.remove(each.id());
      if (hash == null && first > 0 && each.id() > first) {
        findings.add(
            "run " + each.id() + " is published but the evidence chain does not tell of it");
      } else if (hash != null && !hash.equals(each.outputsSha256())) {
        findings.add("the row of run " + each.id() + " is not as it was published");
      }
    }
    chain.runs.keySet().stream()
        .sorted()
        .forEach(each -> findings.add("run " + each + " of the evidence chain is not published"));
  }

  private void folder(EvidenceBody body) throws IOException {
    String name = body.value("folder");
    Set<Path> listed = new HashSet<>();
    for (List<String> each : body.values("output")) {
      Path file = arguments.output().resolve(name).resolve(each.get(0));
      listed.add(file);
      compare(OUTPUT, name + "/" + each.get(0), file, each.get(2));
    }
    Path folder = arguments.output().resolve(name);
    if (Files.isDirectory(folder)) {
      for (Path each : ProgramFiles.files(folder)) {
        if (!listed.contains(each)) {
          findings.add(each + " was not published with its folder");
        }
      }
    }
  }

  private void archived(EvidenceBody body) throws IOException {
    String name = body.value("folder");
    if (!chain.deletedFiles.contains(ARCHIVE + "/dates/" + name)) {
      archive.folder(name, body.value("index_sha256"), findings);
    }
  }

  /** A file must be there as it was, or have been deleted under retention. */
  private void compare(String store, String path, Path file, String sha256) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      if (!chain.deletedFiles.contains(store + "/" + path)) {
        findings.add(file + " is missing and was not deleted under retention");
      }
    } else if (!SafeFiles.sha256(file).equals(sha256)) {
      findings.add(file + " has been changed");
    }
  }

  /** The lists of what bureaux rejected. */
  private void lists() throws IOException {
    for (EvidenceBody body : chain.answers.feedback()) {
      for (List<String> each : body.values("list")) {
        compare(
            FEEDBACK,
            each.get(0),
            arguments.home().resolve(FEEDBACK).resolve(each.get(0)),
            each.get(2));
      }
    }
  }

  private void states() throws IOException {
    for (Map.Entry<String, String> each : chain.states.entrySet()) {
      StateName key = StateName.parse(each.getKey());
      if (!stores.states(key).exists(key.key())) {
        if (!chain.deletedFiles.contains(STATE + "/" + key)) {
          findings.add(
              "the state file of " + key + " is missing and was not deleted under retention");
        }
        continue;
      }
      try {
        String sha256 = stores.states(key).verified(key.key()).sha256();
        if (!sha256.equals(each.getValue())) {
          findings.add("the state file of " + key + " has been changed");
        }
      } catch (StoreException e) {
        findings.add(String.valueOf(e.getMessage()));
      }
    }
  }

  private void deletedFilesAreGone() {
    for (String each : chain.deletedFiles) {
      Path file = place(each);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        findings.add(file + " was deleted under retention and is there again");
      }
    }
  }

  private Path place(String path) {
    if (path.startsWith(OUTPUT + "/")) {
      return arguments.output().resolve(path.substring(OUTPUT.length() + 1));
    }
    if (path.startsWith(FEEDBACK + "/")) {
      return arguments.home().resolve(path);
    }
    return path.startsWith(STATE + "/")
        ? arguments.home().resolve(path + ".state")
        : arguments.archive().resolve(path.substring(ARCHIVE.length() + 1));
  }
}
