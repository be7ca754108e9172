package org.xinbao.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.evidence.Publication;
import org.xinbao.store.LoanRange;
import org.xinbao.store.RegisterEntry;

/**
 * Which adverse records that an archived date shows have expired since: only the source archive
 * still has them (rulings 12 c), and whoever reads them there is told so.
 */
final class DeletedSince {

  private final Path output;
  private final NightlyConf conf;
  private final Stores stores;

  DeletedSince(Path output, NightlyConf conf, Stores stores) {
    this.output = output;
    this.conf = conf;
    this.stores = stores;
  }

  /**
   * Those of a loan.
   *
   * @param shown first days of the records that the date shows (epoch days)
   */
  List<Publication.Deleted> of(String loanId, List<Integer> shown) throws IOException {
    Set<Integer> kept =
        stores.register().read(new LoanRange(loanId, "")).take(loanId).stream()
            .map(RegisterEntry::overdueFrom)
            .collect(Collectors.toUnmodifiableSet());
    List<Publication.Deleted> deleted = new ArrayList<>();
    for (int each : shown) {
      if (!kept.contains(each)) {
        deleted.add(new Publication.Deleted(Day.format(each), sentence(loanId, each)));
      }
    }
    return deleted;
  }

  private String sentence(String loanId, int overdueFrom) throws IOException {
    if (conf.settings().deletionKeyFile().isEmpty()) {
      return "expired and no longer in the register; only the source archive still has it (without"
          + " deletion-key-file its tombstone cannot be named)";
    }
    String tombstone = DeletionKey.read(conf.settings()).tombstone(loanId, overdueFrom);
    for (Iterator<EvidenceEntry> all = stores.chain().entries(); all.hasNext(); ) {
      EvidenceEntry entry = all.next();
      if (entry.kind() == EvidenceKind.RECORDS_DELETED) {
        Path list =
            output.resolve(entry.statements().value("folder")).resolve(DeletionLists.DELETIONS);
        if (Files.exists(list) && has(list, tombstone)) {
          return "expired and deleted by the retention of "
              + Day.format(entry.businessDate())
              + "; only the source archive still has it; tombstone "
              + tombstone
              + " (entry "
              + entry.number()
              + " of the evidence chain)";
        }
      }
    }
    return "no longer in the register, and no retention has left a tombstone of it: a later export"
        + " shows the loan otherwise, or the register was changed (run audit verify)";
  }

  private static boolean has(Path list, String tombstone) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(list)) {
      return in.lines().anyMatch(each -> each.startsWith(tombstone));
    }
  }
}
