/** Configuration: the YAML files of the configuration folder, checked completely at start. */
@NullMarked
package org.xinbao.conf;

import org.jspecify.annotations.NullMarked;
