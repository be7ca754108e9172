package org.xinbao.evidence;

/** What explaining a loan gives. */
public sealed interface Explained permits Explanation, NotExplained {}
