package org.xinbao.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that survive a crash and that only their owner and group can read.
 *
 * <p>Folders are created with mode 0750 and files with 0640: the owner writes, the group (auditors,
 * monitoring) reads, others see nothing. A stricter umask stays in force. On file systems without
 * POSIX rights the system's own defaults hold.
 */
public final class SafeFiles {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-x---");
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r-----");
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("------rwx");
  private static final FileAttribute<?>[] NO_ATTRIBUTE = {};

  /** Bytes read at once when hashing: large enough that system calls cost nothing. */
  private static final int BUFFER = 1 << 18;

  /** A folder into which somebody writes is emptied so often before it is left to a person. */
  private static final int DELETE_ATTEMPTS = 5;

  private SafeFiles() {}

  /** Creates a folder and its missing parents, readable by owner and group only. */
  public static Path createFolders(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return folder;
    }
    Path parent = absolute.getParent();
    if (parent != null) {
      createFolders(parent);
    }
    Files.createDirectories(absolute, attributes(absolute, FOLDER));
    return folder;
  }

  /** Creates a folder that only its owner can look into, and its missing parents. */
  public static Path createPrivateFolder(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      createFolders(parent(absolute));
      Files.createDirectories(absolute, attributes(absolute, PRIVATE));
    }
    return folder;
  }

  /**
   * A new, empty file open for writing, readable by owner and group only; throws {@link
   * java.nio.file.FileAlreadyExistsException} when there is one.
   */
  public static FileChannel createFile(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        attributes(file, FILE));
  }

  /** A new file for {@link OutputStream} users, unbuffered, as {@link #createFile} makes it. */
  public static OutputStream newOutput(Path file) throws IOException {
    return Channels.newOutputStream(createFile(file));
  }

  /**
   * Replaces a small file in one step: whoever reads it sees the old or the new content, never a
   * mixture, also after a crash.
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    try (FileChannel channel = createFile(temporary)) {
      writeFully(channel, ByteBuffer.wrap(content));
      channel.force(true);
    }
    rename(temporary, file);
  }

  /** Waits until a file's content is on the disk. */
  public static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Waits until the names in a folder are on the disk; does nothing where a folder has no such
   * call.
   */
  public static void forceFolder(Path folder) throws IOException {
    if (isWindows()) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Waits until every file and folder of a tree is on the disk, and takes the rights of others away
   * from what a library created with the process's own mask: until then the folder around it keeps
   * them out.
   */
  public static void forceTree(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              restrict(file, OTHERS);
              force(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            restrict(each, OTHERS);
            forceFolder(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Renames a file or a folder in one step and waits until the new name is on the disk. A file that
   * exists is replaced; a folder that exists and is not empty makes this fail. Both names must be
   * on one file system.
   */
  public static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new StoreException(
          from + " cannot become " + to + " in one step; keep both on the same file system.", e);
    }
    Path toFolder = parent(to);
    Path fromFolder = parent(from);
    forceFolder(toFolder);
    if (!toFolder.equals(fromFolder)) {
      forceFolder(fromFolder);
    }
  }

  /**
   * Makes a finished folder visible under its final name: everything in it is on the disk before
   * the name changes, and the name is on the disk when this returns.
   */
  public static void publishFolder(Path staged, Path target) throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException(target + " exists already; move it away and run again.");
    }
    forceTree(staged);
    rename(staged, target);
  }

  /**
   * Deletes a file or a folder with all it holds, if it exists; symbolic links are not followed.
   */
  public static void deleteTree(Path path) throws IOException {
    for (int attempt = 1; Files.exists(path, LinkOption.NOFOLLOW_LINKS); attempt++) {
      try {
        deleteOnce(path);
      } catch (DirectoryNotEmptyException | NoSuchFileException e) {
        // A worker whose part nobody waits for any more may still be writing it.
        if (attempt == DELETE_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void deleteOnce(Path path) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The SHA-256 of a file as 64 lower-case hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = newSha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Refuses to start work that the disk has no room for.
   *
   * @param bytes estimated need
   */
  public static void requireFreeSpace(Path folder, long bytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      throw new StoreException(
          String.format(
              Locale.ROOT,
              "The disk of %s has %d MB free and about %d MB are needed; make room and run the same"
                  + " command again.",
              folder,
              free >> 20,
              bytes >> 20));
    }
  }

  /**
   * The regular file that an input names within a folder. A name that leads out of the folder, a
   * symbolic link and anything but a regular file are refused, so that an input cannot make the
   * program read (or archive) what its sender may not see.
   */
  public static Path resolveInput(Path folder, String name) {
    Path only = Path.of(name).getFileName();
    boolean plain =
        only != null && only.toString().equals(name) && !name.equals("..") && !name.equals(".");
    Path file = plain ? folder.resolve(name) : folder;
    if (!plain || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException(
          folder
              + " names an input file that is not a regular file in that very folder (symbolic"
              + " links are not followed); put the file there itself.");
    }
    return file;
  }

  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Takes the rights of others away from files that a library created with its own defaults. */
  static void restrictFiles(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        PosixFileAttributeView view =
            Files.getFileAttributeView(
                file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          view.setPermissions(FILE);
        }
      }
    }
  }

  private static void restrict(Path path, Set<PosixFilePermission> without) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
    rights.addAll(view.readAttributes().permissions());
    if (rights.removeAll(without)) {
      view.setPermissions(rights);
    }
  }

  private static Path parent(Path path) {
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(path + " has no parent folder");
    }
    return parent;
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : NO_ATTRIBUTE;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
