package org.xinbao.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.ExportRefused.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code manifest.json}; what Jackson says of a broken one is not passed on. */
final class ManifestReader {

  private static final String NAME = "manifest.json";
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern INSTITUTION = Pattern.compile("[0-9A-Za-z]{14}");
  private static final Pattern TOTAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,10})?");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ManifestReader() {}

  /** Reads the manifest of an export folder. */
  static Manifest read(Path folder) throws IOException, ExportRefused {
    if (!Files.isDirectory(folder)) {
      throw new ExportRefused(
          Reason.FOLDER_MISSING,
          "The ledger export folder does not exist; check --ledger and whether the export has"
              + " arrived.");
    }
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ExportRefused(
          Reason.MANIFEST_MISSING,
          "The export has no manifest.json; wait until the ledger has finished or export again.");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(Limits.MANIFEST_BYTES + 1);
    }
    if (bytes.length > Limits.MANIFEST_BYTES) {
      throw malformed("is larger than " + Limits.MANIFEST_BYTES + " bytes");
    }
    return parse(bytes);
  }

  private static Manifest parse(byte[] bytes) throws ExportRefused {
    if (!Utf8.isValid(bytes, 0, bytes.length)) {
      throw malformed("is not UTF-8");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    JsonNode root;
    try {
      root = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (JacksonException e) {
      throw malformed("is not well-formed JSON");
    }
    if (!root.isObject()) {
      throw malformed("is not a JSON object");
    }
    String version = text(root, "contract_version");
    if (!version.equals(Manifest.CONTRACT_VERSION)) {
      throw new ExportRefused(
          Reason.WRONG_CONTRACT_VERSION,
          "manifest.json is not of contract_version "
              + Manifest.CONTRACT_VERSION
              + "; install the version of this program that reads it, or export again.");
    }
    String institution = text(root, "institution");
    if (!INSTITUTION.matcher(institution).matches()) {
      throw malformed("has an institution that is not 14 letters and digits");
    }
    return new Manifest(
        version,
        institution,
        businessDate(root),
        scope(root),
        openLoans(root),
        files(root),
        HexFormat.of().formatHex(FileScan.newDigest().digest(bytes)));
  }

  private static int businessDate(JsonNode root) throws ExportRefused {
    byte[] date = text(root, "business_date").getBytes(StandardCharsets.UTF_8);
    int day = Numbers.day(date, 0, date.length);
    if (day == Day.NONE) {
      throw malformed("has a business_date that is not a date yyyy-MM-dd");
    }
    return day;
  }

  private static Manifest.Scope scope(JsonNode root) throws ExportRefused {
    if (!root.has("scope")) {
      return Manifest.Scope.WINDOW;
    }
    String scope = text(root, "scope");
    for (Manifest.Scope known : Manifest.Scope.values()) {
      if (known.name().equals(scope)) {
        return known;
      }
    }
    throw malformed("has a scope that is neither WINDOW nor INITIAL");
  }

  private static OptionalLong openLoans(JsonNode root) throws ExportRefused {
    return root.has("open_loans")
        ? OptionalLong.of(count(root.path("open_loans"), "open_loans"))
        : OptionalLong.empty();
  }

  private static List<Manifest.ListedFile> files(JsonNode root) throws ExportRefused {
    JsonNode list = root.path("files");
    if (!list.isArray() || list.size() > Limits.MANIFEST_FILES) {
      throw malformed("has no list of files, or one of more than " + Limits.MANIFEST_FILES);
    }
    List<Manifest.ListedFile> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : list) {
      String name = text(node, "name");
      if (!FILE_NAME.matcher(name).matches() || name.equals(NAME)) {
        throw malformed("lists a file whose name is not a plain file name");
      }
      if (!names.add(name)) {
        throw malformed("lists " + name + " twice");
      }
      String sha256 = text(node, "sha256");
      if (!HASH.matcher(sha256).matches()) {
        throw malformed("has a sha256 of " + name + " that is not 64 hexadecimal digits");
      }
      files.add(
          new Manifest.ListedFile(
              name,
              count(node.path("rows"), "rows of " + name),
              sha256.toLowerCase(Locale.ROOT),
              totals(node, name)));
    }
    return files;
  }

  private static Map<String, BigDecimal> totals(JsonNode file, String name) throws ExportRefused {
    Map<String, BigDecimal> totals = new HashMap<>();
    JsonNode node = file.path("totals");
    if (node.isMissingNode() || node.isNull()) {
      return totals;
    }
    if (!node.isObject()) {
      throw malformed("has totals of " + name + " that are no JSON object");
    }
    for (Map.Entry<String, JsonNode> total : node.properties()) {
      JsonNode value = total.getValue();
      String text = value.isString() || value.isNumber() ? value.asString() : "";
      if (!TOTAL.matcher(text).matches()) {
        throw malformed("has a control total of " + name + " that is not a decimal number");
      }
      totals.put(total.getKey(), new BigDecimal(text));
    }
    return totals;
  }

  private static String text(JsonNode node, String key) throws ExportRefused {
    JsonNode value = node.path(key);
    if (!value.isString()) {
      throw malformed("has no text " + key);
    }
    return value.stringValue();
  }

  private static long count(JsonNode value, String what) throws ExportRefused {
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw malformed("has no whole number at or above 0 as " + what);
    }
    return value.longValue();
  }

  private static ExportRefused malformed(String what) {
    return new ExportRefused(
        Reason.MANIFEST_MALFORMED, "manifest.json " + what + "; export again.");
  }
}
