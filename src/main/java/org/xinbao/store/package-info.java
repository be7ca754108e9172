/** What is kept between runs: the database, the snapshot files, the lock. */
@NullMarked
package org.xinbao.store;

import org.jspecify.annotations.NullMarked;
