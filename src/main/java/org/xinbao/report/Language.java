package org.xinbao.report;

/** The language of the workbook and the run page. */
public enum Language {
  /** Simplified Chinese, the default. */
  ZH_CN("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The name in the configuration and in HTML, for example {@code zh-CN}. */
  public String tag() {
    return tag;
  }

  /** The language of a tag; throws {@link IllegalArgumentException} for any other. */
  public static Language ofTag(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    throw new IllegalArgumentException("language is one of zh-CN, en");
  }
}
