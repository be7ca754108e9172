package org.xinbao.evidence;

import java.util.List;
import org.xinbao.arrears.Cents;

/**
 * A figure and how it comes about.
 *
 * @param key column of {@code assessments.csv}, or the like
 * @param value as written there; empty when there is none
 * @param because one sentence; empty when the terms say it all
 * @param terms amounts that add up to it
 */
record Figure(String key, String value, String because, List<Term> terms) {

  /** A part of a sum, in cents. */
  record Term(String label, long amount) {}

  Figure {
    terms = List.copyOf(terms);
  }

  static Figure said(String key, String value, String because) {
    return new Figure(key, value, because, List.of());
  }

  /** An amount that the terms must add up to; zero terms are left out. */
  static Figure sum(String key, long value, String because, List<Term> terms) {
    long sum = terms.stream().mapToLong(Term::amount).reduce(0, Math::addExact);
    if (sum != value) {
      throw new IllegalStateException("the derivation does not add up to " + key);
    }
    return new Figure(
        key,
        Cents.format(value),
        because,
        terms.stream().filter(each -> each.amount() != 0).toList());
  }
}
