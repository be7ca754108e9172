package org.xinbao.evidence;

import org.xinbao.arrears.Contradiction;

/** A loan that cannot be assessed, so that there is nothing to explain but why not. */
public record NotExplained(Contradiction contradiction) implements Explained {}
