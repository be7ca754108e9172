package org.xinbao.bureau;

/**
 * What a pre-check found in a submission file.
 *
 * @param line line of the file, the header being line 1
 * @param code the bureau's own error code
 * @param tag the tag at fault, or empty
 * @param english one sentence, without personal data
 * @param chinese the same in Chinese
 */
public record Finding(long line, String code, String tag, String english, String chinese) {}
