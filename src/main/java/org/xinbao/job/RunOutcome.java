package org.xinbao.job;

/**
 * How a job ended.
 *
 * @param sentence what happened and which file to open; the last line on standard error
 */
public record RunOutcome(ExitCode code, String sentence) {}
