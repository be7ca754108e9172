/**
 * The ledger export: manifest, files, checking, sorting, merging into one loan with its schedule
 * and movements.
 */
@NullMarked
package org.xinbao.ledger;

import org.jspecify.annotations.NullMarked;
