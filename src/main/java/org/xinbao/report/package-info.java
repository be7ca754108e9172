/** The management workbook and the run page, from aggregates. */
@NullMarked
package org.xinbao.report;

import org.jspecify.annotations.NullMarked;
