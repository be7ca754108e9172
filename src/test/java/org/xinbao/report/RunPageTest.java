package org.xinbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunPageTest {

  /** Tags and the two blocks whose content is no markup. */
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]*>");

  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href|action|data|srcset|poster)\\s*=\\s*\"([^\"]*)\"");

  private final Path folder;

  RunPageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void repeatsItsBytes() throws Exception {
    assertThat(page(Samples.input(Language.ZH_CN))).isEqualTo(page(Samples.input(Language.ZH_CN)));
  }

  @ParameterizedTest
  @EnumSource
  void refersToNothingOutside(Language language) throws Exception {
    for (ReportInput in :
        List.of(
            Samples.input(language), HostileSample.hostile(language), Samples.empty(language))) {
      String page = page(in);
      for (String tag : tags(page)) {
        Matcher reference = REFERENCE.matcher(tag);
        while (reference.find()) {
          assertThat(reference.group(1)).matches("#[a-z]+|data:,");
        }
        assertThat(tag).doesNotContain("style=").doesNotContain("@import");
      }
      assertThat(between(page, "<style>", "</style>")).doesNotContain("url(", "@import", "http");
    }
  }

  @Test
  void policyAllowsItsOwnScriptAndStyleOnly() throws Exception {
    String page = page(Samples.input(Language.EN));
    assertThat(page)
        .contains("default-src 'none'")
        .contains("style-src '" + hash(between(page, "<style>", "</style>")) + "'")
        .contains("script-src '" + hash(between(page, "<script>", "</script>")) + "'")
        .doesNotContain("unsafe-inline");
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextAddsNoMarkup(Language language) throws Exception {
    String page = page(HostileSample.hostile(language));
    assertThat(tags(page).stream().filter(tag -> tag.startsWith("<script"))).hasSize(1);
    assertThat(tags(page).stream().filter(tag -> tag.startsWith("<img"))).isEmpty();
    for (String tag : tags(page)) {
      // With every quoted value taken out no handler may be left as an attribute of its own.
      assertThat(tag.replaceAll("\"[^\"]*\"", "")).doesNotContain("onmouseover", "onerror", "'");
    }
    assertThat(page.codePoints().filter(c -> c == 0x202E || c == 0 || c == 7)).isEmpty();
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void showsFiguresFilesAndRules() throws Exception {
    ReportInput in = Samples.input(Language.ZH_CN);
    String page = page(in);
    assertThat(page).contains("<html lang=\"zh-CN\">").contains("302 笔贷款已评估 300 笔");
    for (KeyFigure figure : KeyFigure.values()) {
      if (figure.kind() == KeyFigure.Kind.MONEY) {
        assertThat(page)
            .contains(">" + Numbers.money(figure.of(in.today(), "CNY").numerator()) + "<");
      }
    }
    assertThat(page)
        .contains("a1".repeat(32))
        .contains("e5".repeat(32))
        .contains("1.1 MiB")
        .contains("DUE_DATE_IS_ZERO")
        .contains("data-code=\"UNKNOWN_PRODUCT\"");
  }

  @Test
  void saysWhatItDoesNotShow() throws Exception {
    // 12 rejects of the sample are listed, 75 = 6 + 69 are counted.
    assertThat(page(Samples.input(Language.EN)))
        .contains("12 of 75 shown; the full list is rejects.csv");
  }

  private static List<String> tags(String page) {
    String markup =
        page.replace(between(page, "<style>", "</style>"), "")
            .replace(between(page, "<script>", "</script>"), "");
    return TAG.matcher(markup).results().map(result -> result.group()).toList();
  }

  private static String between(String page, String open, String close) {
    int from = page.indexOf(open) + open.length();
    return page.substring(from, page.indexOf(close, from));
  }

  private static String hash(String content) throws Exception {
    return "sha256-"
        + Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(content.getBytes(StandardCharsets.UTF_8)));
  }

  private String page(ReportInput in) throws Exception {
    Path file = folder.resolve("page.html");
    RunPage.write(in, file);
    return Files.readString(file);
  }
}
