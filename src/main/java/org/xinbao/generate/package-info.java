/** Plausible ledger exports of any size, for tests, benchmarks and first trials. */
@NullMarked
package org.xinbao.generate;

import org.jspecify.annotations.NullMarked;
