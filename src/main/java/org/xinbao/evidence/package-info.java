/** Proof: how every figure of a loan came about, under which rule and by which source. */
@NullMarked
package org.xinbao.evidence;

import org.jspecify.annotations.NullMarked;
