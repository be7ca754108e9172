/**
 * Arrears: product rules, replay of a loan's movements, days past due, buckets, penalty interest
 * and five-class.
 *
 * <p>Everything here is a value or a pure function of values: no files, no framework, no clock.
 * Amounts are whole cents in {@code long}; days are epoch days in {@code int} (see {@link
 * org.xinbao.arrears.Day}).
 */
@NullMarked
package org.xinbao.arrears;

import org.jspecify.annotations.NullMarked;
