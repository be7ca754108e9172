package org.xinbao.job;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The names of one partition attempt's files. An attempt never touches another's files, so that a
 * slow worker whose partition was given to somebody else does no harm.
 */
record PartFiles(Path folder, int partition, long attempt) {

  Path of(PartKind kind) {
    return folder.resolve(prefix() + kind.suffix());
  }

  /** The records of one type for one bureau. */
  Path records(String bureau, String recordType) {
    return folder.resolve(prefix() + "records-" + bureau + "-" + recordType);
  }

  /** What those records are about, line by line. */
  Path subjects(String bureau, String recordType) {
    return folder.resolve(prefix() + "subjects-" + bureau + "-" + recordType);
  }

  /** Whether a file is one of this attempt's. */
  boolean isOwn(Path file) {
    return String.valueOf(file.getFileName()).startsWith(prefix());
  }

  private String prefix() {
    return String.format(Locale.ROOT, "p%05d-a%d-", partition, attempt);
  }
}
