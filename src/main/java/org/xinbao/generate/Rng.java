package org.xinbao.generate;

/**
 * A deterministic stream of numbers (SplitMix64): the same seed and stream give the same numbers on
 * every machine and Java version.
 */
final class Rng {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** Starts the stream {@code stream} of {@code seed}. */
  void start(long seed, long stream) {
    state = mix(seed ^ mix(stream + GAMMA));
  }

  /** The next number of the stream. */
  long next() {
    state += GAMMA;
    return mix(state);
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
