/**
 * A second, deliberately naive reading of the contract's section 2: it walks every single day and
 * shares nothing with the product but the value types. The product must give the same figures.
 */
@NullMarked
package org.xinbao.arrears.naive;

import org.jspecify.annotations.NullMarked;
