/** Benchmarks, outside the test run: {@code src/bench/arrears.sh}. */
@NullMarked
package org.xinbao.bench;

import org.jspecify.annotations.NullMarked;
