package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFilesTest {

  private final Path folder;

  SafeFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsCreatedIsForOwnerAndGroupOnly() throws IOException {
    Path deep = SafeFiles.createFolders(folder.resolve("a/b"));
    Path file = deep.resolve("f");
    SafeFiles.createFile(file).close();
    assertThat(rights(folder.resolve("a"))).isEqualTo("rwxr-x---");
    assertThat(rights(deep)).isEqualTo("rwxr-x---");
    assertThat(rights(file)).isEqualTo("rw-r-----");
    assertThatThrownBy(() -> SafeFiles.createFile(file))
        .isInstanceOf(FileAlreadyExistsException.class);
    SafeFiles.replace(file, new byte[] {1});
    assertThat(rights(file)).isEqualTo("rw-r-----");
  }

  @Test
  void aReplacedFileHasTheNewContentAndLeavesNothingBehind() throws IOException {
    Path file = folder.resolve("status.json");
    SafeFiles.replace(file, new byte[] {1, 2, 3});
    Files.write(folder.resolve(".status.json.new"), new byte[] {9});
    SafeFiles.replace(file, new byte[] {4});
    assertThat(Files.readAllBytes(file)).containsExactly(4);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFolderIsPublishedWholeAndOnce() throws IOException {
    Path staged = SafeFiles.createFolders(folder.resolve(".2026-10-31/submissions"));
    Files.write(staged.resolve("f"), new byte[] {1});
    Path target = folder.resolve("2026-10-31");
    SafeFiles.publishFolder(folder.resolve(".2026-10-31"), target);
    assertThat(target.resolve("submissions/f")).hasBinaryContent(new byte[] {1});
    assertThat(folder.resolve(".2026-10-31")).doesNotExist();
    SafeFiles.createFolders(folder.resolve(".2026-10-31"));
    assertThatThrownBy(() -> SafeFiles.publishFolder(folder.resolve(".2026-10-31"), target))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void deletingATreeLeavesWhatItsLinksPointTo() throws IOException {
    Path outside = Files.write(folder.resolve("outside"), new byte[] {1});
    Path tree = SafeFiles.createFolders(folder.resolve("tree/deep"));
    Files.createSymbolicLink(tree.resolve("link"), outside);
    Files.createSymbolicLink(tree.resolve("loop"), folder);
    SafeFiles.deleteTree(folder.resolve("tree"));
    SafeFiles.deleteTree(folder.resolve("tree"));
    assertThat(folder.resolve("tree")).doesNotExist();
    assertThat(outside).exists();
  }

  @Test
  void theHashIsThatOfTheBytes() throws IOException {
    // FIPS 180-2, appendix B.1: SHA-256 of "abc".
    Path file = Files.writeString(folder.resolve("f"), "abc");
    assertThat(SafeFiles.sha256(file))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void aFullDiskIsNoticedBeforeWorkBegins() throws IOException {
    SafeFiles.requireFreeSpace(folder, 1);
    assertThatThrownBy(() -> SafeFiles.requireFreeSpace(folder, Long.MAX_VALUE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("make room");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret", "/etc/passwd", "sub/f", "..", ".", "", "missing", "link", "sub"})
  void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
    Path input = SafeFiles.createFolders(folder.resolve("export"));
    Files.write(folder.resolve("secret"), new byte[] {1});
    Files.write(SafeFiles.createFolders(input.resolve("sub")).resolve("f"), new byte[] {1});
    Files.createSymbolicLink(input.resolve("link"), folder.resolve("secret"));
    Path plain = Files.write(input.resolve("loans.csv"), new byte[] {1});
    assertThat(SafeFiles.resolveInput(input, "loans.csv")).isEqualTo(plain);
    assertThatThrownBy(() -> SafeFiles.resolveInput(input, name))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("regular file");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
