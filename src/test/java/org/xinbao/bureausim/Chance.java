package org.xinbao.bureausim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Rejects a share of the good records for reasons that no one outside the centre can foresee: an
 * organisation or a document that its own registers do not have.
 */
final class Chance {

  private static final Map<String, List<Fault>> REASONS =
      Map.of(
          "210",
              List.of(
                  new Fault("ABE003", "MngmtOrgCode"),
                  new Fault("ABE004", "IDNum"),
                  new Fault("ABR006", Fault.NO_TAG)),
          "110", List.of(new Fault("ABE004", "IDNum"), new Fault("ABE003", "Cimoc")),
          "220", List.of(new Fault("ABE003", "MngmtOrgCode"), new Fault("ABE004", "IDNum")));

  private static final List<Fault> OTHERWISE = List.of(new Fault("ABR006", Fault.NO_TAG));

  private final Random random;
  private final int perMille;

  /**
   * @param perMille the share of good records that is rejected all the same
   */
  Chance(long seed, int perMille) {
    this.random = new Random(seed);
    this.perMille = perMille;
  }

  /** Nothing is rejected by chance. */
  static Chance none() {
    return new Chance(0, 0);
  }

  /** Draws for one good record. */
  Optional<Fault> draw(String recordType) {
    if (random.nextInt(1000) >= perMille) {
      return Optional.empty();
    }
    List<Fault> reasons = REASONS.getOrDefault(recordType, OTHERWISE);
    return Optional.of(reasons.get(random.nextInt(reasons.size())));
  }
}
