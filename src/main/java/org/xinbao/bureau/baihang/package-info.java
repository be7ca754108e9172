/** Baihang Credit (百行征信): accounts, repayments and arrears of loans, one JSON object a record. */
@NullMarked
package org.xinbao.bureau.baihang;

import org.jspecify.annotations.NullMarked;
