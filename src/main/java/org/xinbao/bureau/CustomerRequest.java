package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.IdentityRow;

/**
 * What a bureau is asked for one customer and one night, after all loans.
 *
 * @param businessDate epoch day
 * @param version of that date, from 1
 * @param key {@link org.xinbao.ledger.CustomerKey} of the customer
 * @param borrower the customer's row of {@code borrowers.csv}
 * @param identities the customer's rows of {@code identities.csv}, in the order of the file
 * @param facts what this bureau said of the customer's loans, in the order of loans; none when no
 *     loan of the customer was assessed
 * @param reported what this bureau was last told of the customer, as it wrote it in {@link
 *     KeyResult#reported}; empty when never
 * @param takenAsKnown whether the home was empty and {@code first-load} says that the bureaux know
 *     all customers as they stand (rulings 6)
 */
public record CustomerRequest(
    int businessDate,
    int version,
    String key,
    Optional<BorrowerRow> borrower,
    List<IdentityRow> identities,
    List<Fact> facts,
    String reported,
    boolean takenAsKnown) {

  public CustomerRequest {
    identities = List.copyOf(identities);
    facts = List.copyOf(facts);
  }
}
