package org.xinbao.conf;

/**
 * A rule in force: a key's full path and its value in one canonical form, stated or by default.
 *
 * @param key for example {@code products.JIEBEI.penalty.base}
 * @param value for example {@code PRINCIPAL}, {@code 0.24}, {@code 5000.00} or {@code [30, 60]}
 */
public record Convention(String key, String value) {}
