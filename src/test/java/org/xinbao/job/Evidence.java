package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.Database;
import org.xinbao.store.EvidenceChain;

/** Looks into the evidence chain of a home. */
final class Evidence {

  private Evidence() {}

  /** The entries of a kind, in order. */
  static List<EvidenceEntry> of(Nights nights, EvidenceKind kind) {
    List<EvidenceEntry> found = new ArrayList<>();
    try (Database database = Database.openEmbedded(nights.home())) {
      new EvidenceChain(database)
          .entries()
          .forEachRemaining(
              each -> {
                if (each.kind() == kind) {
                  found.add(each);
                }
              });
    }
    return found;
  }
}
