/** Spring Batch jobs, steps and partitions: wiring only, no rule. */
@NullMarked
package org.xinbao.job;

import org.jspecify.annotations.NullMarked;
