package org.xinbao.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.xinbao.arrears.Arrears;
import org.xinbao.arrears.AssessmentOutcome;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.ProductRules;

/** Loans assessed per second by one thread; each operation is one loan. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ArrearsBenchmark {
  private static final int BOOK = 1000;
  private static final long SEED = 20261031;

  private final ProductRules rules = BenchLoans.rules();
  private final Loan onTime = BenchLoans.onTime();
  private final Loan overdue = BenchLoans.overdue();
  private final List<Loan> book = BenchLoans.book(BOOK, SEED);

  /** Twelve instalments, ten payments on time. */
  @Benchmark
  public AssessmentOutcome onTime() {
    return Arrears.assess(onTime, rules, BenchLoans.BUSINESS_DATE);
  }

  /** Twelve instalments, three paid, seven overdue. */
  @Benchmark
  public AssessmentOutcome overdue() {
    return Arrears.assess(overdue, rules, BenchLoans.BUSINESS_DATE);
  }

  /** A book of 90 % on time, 5 % late, 5 % in arrears. */
  @Benchmark
  @OperationsPerInvocation(BOOK)
  public void book(Blackhole hole) {
    for (Loan each : book) {
      hole.consume(Arrears.assess(each, rules, BenchLoans.BUSINESS_DATE));
    }
  }
}
