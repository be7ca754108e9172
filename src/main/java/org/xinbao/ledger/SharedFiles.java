package org.xinbao.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of files in the order of their key, written down so that another process opens them
 * without reading them as a whole: by name where the file is, its header and its index. The paths
 * are absolute and must hold for that process too.
 */
final class SharedFiles {

  /** Changes whenever the form does; processes of one program version never meet another. */
  private static final int FORM = 1;

  private SharedFiles() {}

  static byte[] write(Map<String, SortedFile> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORM);
      out.writeInt(files.size());
      for (Map.Entry<String, SortedFile> each : files.entrySet()) {
        out.writeUTF(each.getKey());
        write(each.getValue(), out);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  static Map<String, SortedFile> read(Path file) throws IOException {
    Map<String, SortedFile> files = new LinkedHashMap<>();
    try (InputStream stream = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
      if (in.readInt() != FORM) {
        throw new IOException(file + " was written by another version of the program");
      }
      for (int left = in.readInt(); left > 0; left--) {
        files.put(in.readUTF(), read(in));
      }
    }
    return files;
  }

  private static void write(SortedFile file, DataOutputStream out) throws IOException {
    out.writeUTF(file.name());
    out.writeInt(file.header().columns().size());
    for (String column : file.header().columns()) {
      out.writeUTF(column);
    }
    out.writeUTF(file.path().toAbsolutePath().toString());
    out.writeLong(file.size());
    out.writeBoolean(file.spool());
    out.writeInt(file.key().position());
    out.writeUTF(file.key().form().name());
    SparseIndex index = file.index();
    out.writeInt(index.size());
    for (int i = 0; i < index.size(); i++) {
      out.writeLong(index.entry(i).offset());
      out.writeLong(index.entry(i).line());
      out.writeShort(index.entry(i).key().length);
      out.write(index.entry(i).key());
    }
  }

  private static SortedFile read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    List<String> columns = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      columns.add(in.readUTF());
    }
    Path path = Path.of(in.readUTF());
    long size = in.readLong();
    boolean spool = in.readBoolean();
    KeyColumn key = new KeyColumn(in.readInt(), KeyColumn.Form.valueOf(in.readUTF()));
    return new SortedFile(name, new Header(columns), path, size, spool, key, index(in));
  }

  private static SparseIndex index(DataInputStream in) throws IOException {
    int size = in.readInt();
    SparseIndex index = new SparseIndex(in.readLong(), in.readLong());
    in.skipNBytes(in.readShort()); // the first entry's key is always the empty one
    for (int i = 1; i < size; i++) {
      long offset = in.readLong();
      long line = in.readLong();
      byte[] key = new byte[in.readShort()];
      in.readFully(key);
      index.add(offset, line, key);
    }
    return index;
  }
}
