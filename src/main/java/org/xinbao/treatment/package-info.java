/** Which step is due for an overdue loan: remind, call, restrict, legal review. */
@NullMarked
package org.xinbao.treatment;

import org.jspecify.annotations.NullMarked;
