/**
 * Adverse records and their clocks: permanent while unpaid, then years after settlement, holds,
 * deletion.
 */
@NullMarked
package org.xinbao.retention;

import org.jspecify.annotations.NullMarked;
