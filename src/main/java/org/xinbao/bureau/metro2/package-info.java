/** Metro 2, the format in which lenders report to the bureaux of the United States. */
@NullMarked
package org.xinbao.bureau.metro2;

import org.jspecify.annotations.NullMarked;
