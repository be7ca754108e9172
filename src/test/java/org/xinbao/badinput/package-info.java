/**
 * Inputs that nobody should send: valid exports, configurations and feedback files, damaged by
 * chance, and what every one of them must still end in.
 */
@NullMarked
package org.xinbao.badinput;

import org.jspecify.annotations.NullMarked;
