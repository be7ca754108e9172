package org.xinbao.job;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xinbao.evidence.ChainWalk;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.LoanContent;
import org.xinbao.store.EvidenceChain;

/**
 * What the chain as a whole says, gathered on the first walk: later entries tell what has been
 * deleted of what earlier ones tell.
 */
final class ChainContents {

  /** The hash that each state file must have; a later statement replaces an earlier one. */
  final Map<String, String> states = new TreeMap<>();

  /** The runs by their number, with the hash of their {@code run.json}. */
  final Map<Long, String> runs = new HashMap<>();

  /** Files deleted under retention: store, slash, path. */
  final Set<String> deletedFiles = new HashSet<>();

  /** Feedback and hand-overs. */
  final AnswersCheck answers = new AnswersCheck();

  final Set<Long> deletedContents = new HashSet<>();

  /** Folders of published runs in the order of publication, and of those the archived ones. */
  final Map<String, Boolean> archived = new TreeMap<>();

  long deletedRecords;
  private final ChainWalk walk = new ChainWalk();
  private final Findings findings;
  private boolean broken;

  ChainContents(Findings findings) {
    this.findings = findings;
  }

  /** Walks the whole chain; names the first link that does not hold. */
  void gather(EvidenceChain chain) {
    for (Iterator<EvidenceEntry> all = chain.entries(); all.hasNext(); ) {
      EvidenceEntry entry = all.next();
      if (!broken) {
        walk.next(entry).ifPresent(this::broken);
      }
      // What a changed entry says is not to be relied on.
      if (entry.isWhole()) {
        take(entry);
      }
    }
    for (Iterator<EvidenceEntry> all = chain.entries(); all.hasNext(); ) {
      content(chain, all.next());
    }
    if (chain.strayContents() > 0) {
      findings.add("the evidence chain has contents that no entry commits to");
    }
  }

  /** How many entries there are. */
  long entries() {
    return walk.number();
  }

  /** The hash that fixes the whole chain. */
  String head() {
    return walk.head();
  }

  private void broken(String sentence) {
    broken = true;
    findings.add(sentence);
  }

  private void take(EvidenceEntry entry) {
    EvidenceBody body = entry.statements();
    body.values("state").forEach(each -> states.put(each.get(0), each.get(1)));
    switch (entry.kind()) {
      case RUN -> {
        archived.putIfAbsent(body.value("folder"), false);
        runs.put(Long.parseLong(body.value("run")), outputHash(body, "run.json"));
      }
      case IMPORT -> runs.put(Long.parseLong(body.value("run")), body.value("reported_sha256"));
      case ARCHIVE -> archived.put(body.value("folder"), true);
      case RECORDS_DELETED -> {
        runs.put(Long.parseLong(body.value("run")), outputHash(body, "retention.json"));
        deletedRecords += Long.parseLong(body.value("records"));
      }
      case FILES_DELETED ->
          body.values("file").forEach(each -> deletedFiles.add(each.get(0) + "/" + each.get(1)));
      case CONTENTS_DELETED ->
          body.values("content").forEach(each -> deletedContents.add(Long.parseLong(each.get(0))));
      case FEEDBACK, HANDOVER -> answers.take(entry);
      case DECISION, RULES, SKIPPED, UNREADABLE -> {}
    }
  }

  private static String outputHash(EvidenceBody body, String path) {
    return body.values("output").stream()
        .filter(each -> each.get(0).equals(path))
        .map(each -> each.get(2))
        .findFirst()
        .orElse("");
  }

  private void content(EvidenceChain chain, EvidenceEntry entry) {
    if (entry.commitment().isEmpty()) {
      return;
    }
    var content = chain.findContent(entry.number());
    boolean deleted = deletedContents.contains(entry.number());
    if (content.isEmpty() && !deleted) {
      findings.add("the content of entry " + entry.number() + " of the evidence chain is missing");
    } else if (content.isPresent() && deleted) {
      findings.add(
          "the content of entry " + entry.number() + " is still there though it was deleted");
    } else if (!content
        .map(LoanContent::commitment)
        .orElse(entry.commitment())
        .equals(entry.commitment())) {
      findings.add(
          "the content of entry " + entry.number() + " of the evidence chain has been changed");
    }
  }

  /** The folders of published runs that are not archived. */
  List<String> notArchived() {
    return archived.entrySet().stream()
        .filter(each -> !each.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
