package org.xinbao.store;

import java.time.Instant;
import java.util.Optional;

/** When a step of a run took place; the end is empty while it has none. */
public record StepTime(String step, Instant startedAt, Optional<Instant> endedAt) {}
