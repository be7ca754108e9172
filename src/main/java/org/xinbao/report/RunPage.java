package org.xinbao.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.xinbao.arrears.Day;

/**
 * The run page ({@code reports/run-<date>.html}): one self-contained file that a mail can carry.
 *
 * <p>It loads nothing; its Content Security Policy allows only the one script and the one style
 * sheet inside it, by their hashes. The same input gives the same bytes: no time of day is on it.
 */
public final class RunPage {

  private RunPage() {}

  /** Writes the page. */
  public static void write(ReportInput in, Path file) throws IOException {
    write(in, Labels.of(in.language()), file);
  }

  static void write(ReportInput in, Labels labels, Path file) throws IOException {
    String style = resource("run.css");
    String script = resource("run.js");
    Html html = new Html();
    head(html, in, labels, style, script);
    new PageBody(html, in, labels).write();
    html.raw("<script>" + script + "</script>\n</body>\n</html>\n");
    Files.writeString(file, html.toString(), StandardCharsets.UTF_8);
  }

  private static void head(Html html, ReportInput in, Labels labels, String style, String script) {
    String policy =
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; script-src '"
            + hash(script)
            + "'; img-src data:; base-uri 'none'; form-action 'none'";
    html.raw("<!DOCTYPE html>\n<html lang=\"" + in.language().tag() + "\">\n<head>\n");
    html.raw("<meta charset=\"utf-8\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.raw("<link rel=\"icon\" href=\"data:,\">\n");
    html.element("title", labels.text("page.title", Day.format(in.businessDate())));
    html.raw("\n<style>" + style + "</style>\n</head>\n<body>\n");
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RunPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Column labels by their keys. */
  static List<String> columns(Labels labels, String... keys) {
    return List.of(keys).stream().map(key -> labels.text("column." + key)).toList();
  }
}
