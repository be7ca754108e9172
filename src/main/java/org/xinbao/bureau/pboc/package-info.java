/** The PBOC second-generation personal credit database (二代征信). */
@NullMarked
package org.xinbao.bureau.pboc;

import org.jspecify.annotations.NullMarked;
