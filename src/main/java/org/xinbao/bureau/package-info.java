/**
 * What a credit bureau is to this program: what is reportable now, the record, the file, the
 * pre-check.
 */
@NullMarked
package org.xinbao.bureau;

import org.jspecify.annotations.NullMarked;
