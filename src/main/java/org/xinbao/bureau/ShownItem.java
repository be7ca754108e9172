package org.xinbao.bureau;

/** An item of a record that was sent, as it may be shown. */
public record ShownItem(String item, String value) {}
