package org.xinbao.bureau;

/**
 * One reason of a bureau for a rejection.
 *
 * @param code the bureau's own error code
 * @param tag the item at fault, empty when the error is not tied to one
 */
public record RejectionCode(String code, String tag) {}
