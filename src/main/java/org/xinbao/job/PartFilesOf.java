package org.xinbao.job;

import java.util.Comparator;
import java.util.List;
import org.xinbao.store.RunPart;

/** The part files of a run that count, by step and partition. */
final class PartFilesOf {

  private PartFilesOf() {}

  /** Those of all steps: loans, then customers, then facilities. */
  static List<PartFiles> run(NightRun night) {
    return NightlyJob.PARTITIONED.stream().flatMap(each -> step(night, each).stream()).toList();
  }

  /** Those of one step. */
  static List<PartFiles> step(NightRun night, String step) {
    return night.stores().parts().list(night.run().id(), step).stream()
        .sorted(Comparator.comparingInt(RunPart::partition))
        .map(each -> new PartFiles(night.staging().parts(), each.partition(), each.attempt()))
        .toList();
  }
}
