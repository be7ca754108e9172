/** Commands, exit codes, progress. */
@NullMarked
package org.xinbao.cli;

import org.jspecify.annotations.NullMarked;
