package org.xinbao.bureau;

/**
 * What a bureau's error code means to a person.
 *
 * @param chinese one sentence, without personal data
 * @param english the same
 * @param repair what to do, so that the record goes out right
 */
public record RejectionReason(String chinese, String english, String repair) {}
