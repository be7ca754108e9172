/** The data feedback of merchants to Zhima Credit (芝麻信用). */
@NullMarked
package org.xinbao.bureau.zhima;

import org.jspecify.annotations.NullMarked;
