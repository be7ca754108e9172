package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the hand-over job is asked to do.
 *
 * @param date the business date up to which files are handed over (epoch day)
 * @param bureau only this bureau's files
 * @param again a file of the date that may be handed over although its last attempt has no known
 *     end, or although it was published without hand-over
 * @param done a file of the date that was handed over by other means or has arrived
 * @param output where the folders of the dates are
 */
public record HandoverArguments(
    int date,
    Optional<String> bureau,
    Optional<String> again,
    Optional<String> done,
    Path output,
    Path conf,
    Path home,
    Duration lockWait) {}
