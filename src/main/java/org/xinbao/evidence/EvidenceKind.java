package org.xinbao.evidence;

import java.util.Arrays;

/** What an entry of the evidence chain tells. */
public enum EvidenceKind {
  /** A run was published: its inputs, rules, program and outputs. */
  RUN,
  /** A decision became known; its content is about one loan. */
  DECISION,
  /** A bureau's answer was taken in. */
  FEEDBACK,
  /** A submission was handed over. */
  HANDOVER,
  /** A reporting history was imported (rulings 6). */
  IMPORT,
  /** Changed rules of a product were accepted (rulings 8). */
  RULES,
  /** Business dates were left out by a person's decision (rulings 10). */
  SKIPPED,
  /** A published run was archived. */
  ARCHIVE,
  /** The retention job deleted adverse records (rulings 12). */
  RECORDS_DELETED,
  /** The retention job deleted files. */
  FILES_DELETED,
  /** The retention job deleted contents of entries, because their loan is forgotten. */
  CONTENTS_DELETED,
  /** None of these: the entry was changed. */
  UNREADABLE;

  /** The kind of a name, {@link #UNREADABLE} when it is none. */
  public static EvidenceKind parse(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(UNREADABLE);
  }
}
