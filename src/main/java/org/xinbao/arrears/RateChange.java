package org.xinbao.arrears;

/**
 * A change of a loan's rates (rulings 8, {@code rates.csv}). Rates are fractions a year times
 * 10<sup>10</sup>, so that 0.1825 (18.25 %) is 1825000000.
 *
 * @param from the first day charged at these rates (epoch day)
 * @param annualRateE10 the contract rate
 * @param penaltyAnnualRateE10 the penalty rate, or -1 when the product rule decides
 */
public record RateChange(int from, long annualRateE10, long penaltyAnnualRateE10) {}
