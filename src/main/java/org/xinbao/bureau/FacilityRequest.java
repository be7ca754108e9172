package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;
import org.xinbao.ledger.FacilityRow;

/**
 * What a bureau is asked for one facility and one night, after all loans.
 *
 * @param businessDate epoch day
 * @param version of that date, from 1
 * @param facility its row of {@code facilities.csv}
 * @param facts what this bureau said of the facility's loans, in the order of loans; none when no
 *     loan of it was assessed
 * @param reported what this bureau was last told under the facility, as it wrote it in {@link
 *     KeyResult#reported}; empty when never
 * @param takenAsKnown whether the home was empty and {@code first-load} says that the bureaux know
 *     all facilities as they stand (rulings 6)
 */
public record FacilityRequest(
    int businessDate,
    int version,
    String facilityId,
    Optional<FacilityRow> facility,
    List<Fact> facts,
    String reported,
    boolean takenAsKnown) {

  public FacilityRequest {
    facts = List.copyOf(facts);
  }
}
