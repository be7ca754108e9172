package org.xinbao.job;

import java.util.Comparator;
import java.util.List;
import org.xinbao.store.RunPart;

/** The part files of a run that count, by partition. */
final class PartFilesOf {

  private PartFilesOf() {}

  static List<PartFiles> run(NightRun night) {
    return night.stores().parts().list(night.run().id(), NightlyJob.ASSESS).stream()
        .sorted(Comparator.comparingInt(RunPart::partition))
        .map(each -> new PartFiles(night.staging().parts(), each.partition(), each.attempt()))
        .toList();
  }
}
