package org.xinbao.treatment;

import java.time.LocalTime;
import java.util.Optional;

/**
 * One contact with the debtor, or a try, on the business date.
 *
 * @param at time of day; empty when only the day is known
 * @param channel the way, in the ledger's own words
 * @param connected whether the debtor was reached
 */
public record Contact(Optional<LocalTime> at, String channel, boolean connected) {}
