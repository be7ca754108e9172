package org.xinbao.bureau;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON objects of submission files one after the other, in constant memory; knows the line it
 * is at. Written for the pre-checks, which must not share code with what they check.
 */
public final class JsonScanner implements Closeable {

  /** Longer than any record of a bureau; more is no record. */
  private static final int RECORD_MAX = 1 << 20;

  private static final int BUFFER = 1 << 16;

  /** Whether anything but white space is on no byte. */
  private static final int END = -1;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int filled;
  private long line = 1;
  private int peeked = END - 1;
  private int length;

  /** Text that is not what the format says. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    public Malformed(String what) {
      super(what);
    }
  }

  public JsonScanner(InputStream in) {
    this.in = in;
  }

  /** The line that the next byte is on, from 1. */
  public long line() {
    return line;
  }

  /** The next byte, or -1 at the end of the file, without taking it. */
  public int peek() throws IOException {
    if (peeked < END) {
      peeked = fetch();
    }
    return peeked;
  }

  /** Takes the next byte, or -1. */
  public int take() throws IOException {
    int one = peek();
    peeked = END - 1;
    if (one == '\n') {
      line++;
    }
    return one;
  }

  /** Takes white space and gives the byte after it without taking that. */
  public int skipSpace() throws IOException {
    int one = peek();
    while (one == ' ' || one == '\t' || one == '\r' || one == '\n') {
      take();
      one = peek();
    }
    return one;
  }

  /** Takes the rest of the line and its end; false at the end of the file. */
  public boolean skipLine() throws IOException {
    int one = take();
    while (one != '\n' && one != END) {
      one = take();
    }
    return one != END;
  }

  /** Takes white space and one byte that must follow. */
  public void expect(char wanted) throws IOException, Malformed {
    if (skipSpace() != wanted) {
      throw new Malformed("expected " + wanted);
    }
    take();
  }

  /** Takes one object with its members in their order. */
  public List<JsonMember> object() throws IOException, Malformed {
    length = 0;
    expect('{');
    List<JsonMember> members = new ArrayList<>();
    if (skipSpace() == '}') {
      take();
      return members;
    }
    while (true) {
      if (skipSpace() != '"') {
        throw new Malformed("a member without a name");
      }
      String name = string();
      expect(':');
      members.add(value(name));
      int after = skipSpace();
      take();
      if (after == '}') {
        return members;
      }
      if (after != ',') {
        throw new Malformed("members not divided by a comma");
      }
    }
  }

  private JsonMember value(String name) throws IOException, Malformed {
    int first = skipSpace();
    if (first == '"') {
      return new JsonMember(name, JsonMember.Kind.STRING, string());
    }
    if (first == '{' || first == '[') {
      return new JsonMember(name, JsonMember.Kind.NESTED, nested());
    }
    String word = word();
    return switch (word) {
      case "null" -> new JsonMember(name, JsonMember.Kind.NULL, "");
      case "true", "false" -> new JsonMember(name, JsonMember.Kind.TRUTH, word);
      default -> {
        if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
          throw new Malformed("a value that is none");
        }
        yield new JsonMember(name, JsonMember.Kind.NUMBER, word);
      }
    };
  }

  private String word() throws IOException, Malformed {
    StringBuilder word = new StringBuilder();
    int one = peek();
    while ((one >= '0' && one <= '9')
        || (one >= 'a' && one <= 'z')
        || one == '-'
        || one == '+'
        || one == '.'
        || one == 'E') {
      word.append((char) counted());
      one = peek();
    }
    return word.toString();
  }

  private String nested() throws IOException, Malformed {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int depth = 0;
    do {
      int one = peek();
      if (one == '"') {
        text.write('"');
        text.write(string().getBytes(StandardCharsets.UTF_8));
        text.write('"');
        continue;
      }
      counted();
      text.write(one);
      depth += one == '{' || one == '[' ? 1 : one == '}' || one == ']' ? -1 : 0;
    } while (depth > 0);
    return text.toString(StandardCharsets.UTF_8);
  }

  private int counted() throws IOException, Malformed {
    int one = take();
    if (one == END || ++length > RECORD_MAX) {
      throw new Malformed("a record without end");
    }
    return one;
  }

  private String string() throws IOException, Malformed {
    counted();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int one = counted(); one != '"'; one = counted()) {
      if (one == '\\') {
        escape(bytes);
      } else if (one < ' ') {
        throw new Malformed("a control character in a string");
      } else {
        bytes.write(one);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("a string that is not UTF-8");
    }
  }

  private void escape(ByteArrayOutputStream bytes) throws IOException, Malformed {
    int one = counted();
    int plain = "\"\\/bfnrt".indexOf(one);
    if (plain >= 0) {
      bytes.write("\"\\/\b\f\n\r\t".charAt(plain));
      return;
    }
    if (one != 'u') {
      throw new Malformed("an unknown escape");
    }
    StringBuilder text = new StringBuilder().append(unit());
    if (Character.isHighSurrogate(text.charAt(0))) {
      if (counted() != '\\' || counted() != 'u') {
        throw new Malformed("half a character");
      }
      text.append(unit());
    }
    bytes.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private char unit() throws IOException, Malformed {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(counted(), 16);
      if (digit < 0) {
        throw new Malformed("an unknown escape");
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private int fetch() throws IOException {
    if (next == filled) {
      filled = Math.max(0, in.read(buffer, 0, buffer.length));
      next = 0;
      if (filled == 0) {
        return END;
      }
    }
    return buffer[next++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
