package org.xinbao.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * The products of the sample configuration, as far as the sample book needs them: how they are
 * repaid and what an instalment that is wholly unpaid costs. The formulas are the contract's,
 * written once more here, so that the sample data do not rest on the program that reads them.
 */
enum SampleProduct {
  /** 1.5 times the rate on principal, actual/360, half up. */
  JIEBEI {
    @Override
    long penalty(SampleInstalment unpaid, BigDecimal rate, LocalDate until) {
      BigDecimal yearly = cents(unpaid.principal()).multiply(rate).multiply(new BigDecimal("1.5"));
      return whole(yearly.multiply(days(unpaid, until)), 360, RoundingMode.HALF_UP);
    }
  },
  /** 1.3 times the rate on principal and on interest, actual/365, half even, free within 3 days. */
  XIAOFEI {
    @Override
    long penalty(SampleInstalment unpaid, BigDecimal rate, LocalDate until) {
      if (!until.isAfter(unpaid.dueOn().plusDays(3))) {
        return 0;
      }
      BigDecimal parts = rate.multiply(new BigDecimal("1.3")).multiply(days(unpaid, until));
      return whole(cents(unpaid.principal()).multiply(parts), 365, RoundingMode.HALF_EVEN)
          + whole(cents(unpaid.interest()).multiply(parts), 365, RoundingMode.HALF_EVEN);
    }
  },
  /** 21 % a year on principal, 30E/360, half up. */
  SUIJIE {
    @Override
    long penalty(SampleInstalment unpaid, BigDecimal rate, LocalDate until) {
      LocalDate due = unpaid.dueOn();
      long days =
          360L * (until.getYear() - due.getYear())
              + 30L * (until.getMonthValue() - due.getMonthValue())
              + Math.min(30, until.getDayOfMonth())
              - Math.min(30, due.getDayOfMonth());
      BigDecimal yearly = cents(unpaid.principal()).multiply(new BigDecimal("0.21"));
      return whole(yearly.multiply(BigDecimal.valueOf(days)), 360, RoundingMode.HALF_UP);
    }
  },
  /** 1.5 times the rate on principal, each day rounded down, the first 5 days free. */
  XUNHUAN {
    @Override
    long penalty(SampleInstalment unpaid, BigDecimal rate, LocalDate until) {
      if (until.isLeapYear() || unpaid.dueOn().isLeapYear()) {
        throw new IllegalArgumentException("years of 365 days only");
      }
      BigDecimal yearly = cents(unpaid.principal()).multiply(rate).multiply(new BigDecimal("1.5"));
      long charged = Math.max(0, days(unpaid, until).longValueExact() - 5);
      return charged * whole(yearly, 365, RoundingMode.DOWN);
    }
  };

  /** Cents owed as penalty on a date for an instalment of which nothing is paid. */
  abstract long penalty(SampleInstalment unpaid, BigDecimal rate, LocalDate until);

  private static BigDecimal cents(long amount) {
    return BigDecimal.valueOf(amount);
  }

  private static BigDecimal days(SampleInstalment unpaid, LocalDate until) {
    return BigDecimal.valueOf(Math.max(0, until.toEpochDay() - unpaid.dueOn().toEpochDay()));
  }

  private static long whole(BigDecimal parts, int base, RoundingMode mode) {
    return parts.divide(BigDecimal.valueOf(base), 0, mode).longValueExact();
  }

  String repaymentMethod() {
    return this == XUNHUAN ? "REVOLVING" : "EQUAL_INSTALMENT";
  }
}
