package org.xinbao.bureau.pboc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The record-level pre-checks of one provider, by record type. Every record goes through {@link
 * #first} before it is handed to a sink: what has a finding is held, never written. Holds buffers,
 * so each thread has its own.
 */
final class RecordChecks {

  private final String providerCode;
  private final Set<String> organisations;
  private final Map<String, RecordTypeCheck> checks = new HashMap<>();

  RecordChecks(String providerCode, Set<String> organisations) {
    this.providerCode = providerCode;
    this.organisations = Set.copyOf(organisations);
  }

  /** The pre-check of a record type; none for those without a field table (510, 511, 514). */
  Optional<RecordTypeCheck> find(String recordType) {
    RecordTypeCheck known = checks.get(recordType);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<RecordTypeCheck> found =
        recordType.equals(Pboc.RECORD_TYPE)
            ? Optional.of(new RecordCheck(providerCode, organisations))
            : RecordLayout.find(recordType)
                .map(layout -> new LayoutCheck(layout, providerCode, organisations));
    found.ifPresent(check -> checks.put(recordType, check));
    return found;
  }

  /** The first finding about a record that is about to be written. */
  Optional<RecordCheck.Problem> first(String recordType, RecordBytes record) {
    return find(recordType)
        .orElseThrow(() -> new IllegalArgumentException("no pre-check of record " + recordType))
        .first(record);
  }
}
