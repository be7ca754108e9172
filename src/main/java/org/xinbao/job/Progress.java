package org.xinbao.job;

/** Where a job says how far it is; implementations may be called by several threads. */
public interface Progress {

  /** Says nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String name, long total) {}

        @Override
        public void advance(long by) {}
      };

  /** A step begins that has {@code total} units of work, loans mostly; 0 when that is not known. */
  void step(String name, long total);

  /** So many more units are done. */
  void advance(long by);
}
