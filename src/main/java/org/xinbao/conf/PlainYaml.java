package org.xinbao.conf;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML whose values are text as written: only mappings, lists, texts and empty values.
 *
 * <p>YAML 1.1 would read {@code 08:00} as a number to the base 60, {@code no} as false and {@code
 * 0.10} as a binary fraction; a setting must mean what the file shows.
 */
final class PlainYaml {

  /** A configuration file of more characters is not one. */
  private static final int CHARACTERS_MAX = 1_000_000;

  /** Deeper nesting than any setting needs. */
  private static final int DEPTH_MAX = 20;

  /** A few shared blocks are fine; a bomb of aliases is not. */
  private static final int ALIASES_MAX = 20;

  private PlainYaml() {}

  /** The root of a file: a {@code Map}, a {@code List}, a {@code String}, or null when empty. */
  static @Nullable Object read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return yaml().load(Files.readString(file));
    } catch (DuplicateKeyException e) {
      throw new ConfException(name + line(e) + ": a key is given twice; keep one of them.");
    } catch (MarkedYAMLException e) {
      throw new ConfException(name + line(e) + ": not valid YAML; correct the file.");
    } catch (YAMLException e) {
      throw new ConfException(name + ": not valid YAML; correct the file.");
    } catch (CharacterCodingException e) {
      throw new ConfException(name + ": not UTF-8; save the file in that encoding.");
    } catch (IOException e) {
      throw new ConfException(
          file + ": cannot be read; create it or name another folder with --conf.");
    }
  }

  private static String line(MarkedYAMLException e) {
    return e.getProblemMark() == null ? "" : ", line " + (e.getProblemMark().getLine() + 1);
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(ALIASES_MAX);
    options.setNestingDepthLimit(DEPTH_MAX);
    options.setCodePointLimit(CHARACTERS_MAX);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options),
        new Representer(unused),
        unused,
        options,
        new OnlyEmptyIsSpecial());
  }

  /** Takes every plain value as text, except the ways to write "nothing". */
  private static final class OnlyEmptyIsSpecial extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, EMPTY, null);
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
    }
  }
}
