package org.xinbao.sample;

import java.time.LocalDate;

/** A credit facility of the sample book; its limit in cents. */
record SampleFacility(
    String id, int person, long limit, LocalDate effectiveOn, LocalDate expiresOn) {

  static SampleFacility of(String id, String limit, String effectiveOn, String expiresOn) {
    return new SampleFacility(
        id,
        Integer.parseInt(id.substring(2)),
        SampleLoan.cents(limit),
        LocalDate.parse(effectiveOn),
        LocalDate.parse(expiresOn));
  }
}
