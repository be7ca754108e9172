package org.xinbao.sample;

import java.time.LocalDate;

/** A scheduled instalment of a sample loan; cents. */
record SampleInstalment(int seq, LocalDate dueOn, long principal, long interest) {

  long total() {
    return principal + interest;
  }

  SampleInstalment postponed(int months) {
    return new SampleInstalment(seq, dueOn.plusMonths(months), principal, interest);
  }
}
