package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Settings.Keeping;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.Submission;

/**
 * Which files are past their time, from what the evidence chain says was published: derived outputs
 * of a date as a whole, files that list older adverse records much earlier, state files as soon as
 * neither the next night nor the archive needs them, the archive last (rulings 12).
 */
final class DeletionFiles {

  /** Files that list adverse records of any age. */
  private static final Set<String> REGISTER_FILES = Set.of("episodes.csv", DeletionLists.DUE);

  private final DeletionArguments arguments;
  private final Keeping keeping;
  private final List<DeletedFile> files = new ArrayList<>();
  private final List<Long> runs = new ArrayList<>();
  private final Set<String> neededStates = new HashSet<>();

  DeletionFiles(DeletionArguments arguments, Keeping keeping) {
    this.arguments = arguments;
    this.keeping = keeping;
  }

  /** Finds them. */
  void find(Stores stores, Set<StateName> current) throws IOException {
    ChainContents chain = new ChainContents(new Findings());
    chain.gather(stores.chain());
    current.forEach(each -> neededStates.add(each.toString()));
    for (Iterator<EvidenceEntry> all = stores.chain().entries(); all.hasNext(); ) {
      EvidenceEntry entry = all.next();
      EvidenceBody body = entry.statements();
      switch (entry.kind()) {
        case RUN -> published(entry, body, chain, stores);
        case RECORDS_DELETED -> retention(entry, body, chain);
        case ARCHIVE -> archived(entry, body, chain);
        default -> {}
      }
    }
    states(stores, chain);
    files.sort(
        Comparator.comparing(DeletedFile::store, LoanCursor.ORDER)
            .thenComparing(DeletedFile::path, LoanCursor.ORDER));
  }

  /** What to delete, by store and path. */
  List<DeletedFile> files() {
    return List.copyOf(files);
  }

  /** The runs whose outputs go as a whole. */
  List<Long> runs() {
    return List.copyOf(runs);
  }

  /** The rule by which a file is deleted, for {@code deleted-files.csv}. */
  static String rule(DeletedFile file, Keeping keeping) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    return switch (file.store()) {
      case AuditVerify.STATE -> "SUPERSEDED";
      case AuditVerify.ARCHIVE -> "archive-years " + keeping.archiveYears();
      default ->
          REGISTER_FILES.contains(name)
              ? "register-files-days " + keeping.registerFilesDays()
              : "outputs-years " + keeping.outputsYears();
    };
  }

  private void published(EvidenceEntry entry, EvidenceBody body, ChainContents chain, Stores stores)
      throws IOException {
    int date = entry.businessDate();
    boolean whole = arguments.date() > Day.plusYears(date, keeping.outputsYears());
    boolean registerFiles = arguments.date() > date + keeping.registerFilesDays();
    String folder = body.value("folder");
    int before = files.size();
    outputs(body, folder, whole, registerFiles, chain);
    if (whole && files.size() > before) {
      long run = Long.parseLong(body.value("run"));
      runs.add(run);
      feedbackLists(run, stores);
    }
    if (Boolean.FALSE.equals(chain.archived.get(folder))) {
      body.values("state_before").forEach(each -> neededStates.add(each.get(0)));
    }
  }

  /** The lists of what was rejected of a run's files go with these. */
  private void feedbackLists(long run, Stores stores) throws IOException {
    for (Submission sent : stores.submissions().list(run)) {
      for (FeedbackFile each : stores.feedbacks().answer(sent).stream().toList()) {
        Path list = FeedbackList.file(arguments.home(), each.fileName());
        if (Files.exists(list)) {
          files.add(
              new DeletedFile(
                  AuditVerify.FEEDBACK,
                  String.valueOf(list.getFileName()),
                  SafeFiles.sha256(list)));
        }
      }
    }
  }

  /**
   * Tombstones name nobody: they stay as long as the archive, only the list of due records goes.
   */
  private void retention(EvidenceEntry entry, EvidenceBody body, ChainContents chain) {
    int date = entry.businessDate();
    boolean whole = arguments.date() > Day.plusYears(date, keeping.archiveYears());
    boolean registerFiles = arguments.date() > date + keeping.registerFilesDays();
    outputs(body, body.value("folder"), whole, registerFiles, chain);
  }

  private void outputs(
      EvidenceBody body, String folder, boolean whole, boolean registerFiles, ChainContents chain) {
    for (List<String> each : body.values("output")) {
      String path = folder + "/" + each.get(0);
      boolean due = whole || (registerFiles && REGISTER_FILES.contains(each.get(0)));
      boolean known = chain.deletedFiles.contains(AuditVerify.OUTPUT + "/" + path);
      // What is missing without having been deleted is for the audit to name.
      if (due && !known && Files.exists(arguments.output().resolve(path))) {
        files.add(new DeletedFile(AuditVerify.OUTPUT, path, each.get(2)));
      }
    }
  }

  private void archived(EvidenceEntry entry, EvidenceBody body, ChainContents chain) {
    String path = "dates/" + body.value("folder");
    boolean due = arguments.date() > Day.plusYears(entry.businessDate(), keeping.archiveYears());
    boolean known = chain.deletedFiles.contains(AuditVerify.ARCHIVE + "/" + path);
    if (due && !known && Files.exists(arguments.archive().resolve(path))) {
      files.add(new DeletedFile(AuditVerify.ARCHIVE, path, body.value("index_sha256")));
    }
  }

  private void states(Stores stores, ChainContents chain) throws IOException {
    for (StateName.Kind kind : StateName.Kind.values()) {
      for (SnapshotKey each : stores.states(kind).list()) {
        String name = new StateName(kind, each).toString();
        if (!neededStates.contains(name) && chain.states.containsKey(name)) {
          files.add(new DeletedFile(AuditVerify.STATE, name, chain.states.getOrDefault(name, "")));
        }
      }
    }
  }

  /** The entries of the chain that tell of the files: one for each folder, so that none grows. */
  static List<DeletionWork.Statement> statements(List<DeletedFile> files) {
    List<DeletionWork.Statement> statements = new ArrayList<>();
    String last = "";
    EvidenceBody body = EvidenceBody.empty();
    for (DeletedFile each : files) {
      int slash = each.path().indexOf('/');
      String folder =
          String.format(
              Locale.ROOT,
              "%s/%s",
              each.store(),
              each.store().equals(AuditVerify.OUTPUT) ? each.path().substring(0, slash) : "");
      if (!folder.equals(last)) {
        body = EvidenceBody.empty();
        statements.add(new DeletionWork.Statement(EvidenceKind.FILES_DELETED, body));
        last = folder;
      }
      body.add("file", each.store(), each.path(), each.sha256());
    }
    return statements;
  }

  /** Deletes a file of a store, or the folder of a run in the archive. */
  static Path place(DeletedFile file, Path home, Path output, Path archive) {
    return switch (file.store()) {
      case AuditVerify.STATE -> home.resolve("state").resolve(file.path() + ".state");
      case AuditVerify.ARCHIVE -> archive.resolve(file.path());
      case AuditVerify.FEEDBACK -> home.resolve(FeedbackJob.FOLDER).resolve(file.path());
      default -> output.resolve(file.path());
    };
  }
}
