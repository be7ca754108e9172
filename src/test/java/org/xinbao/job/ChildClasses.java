package org.xinbao.job;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinbao.cli.Main;
import org.xinbao.store.SafeFiles;

/**
 * The program as children of tests start it: its classes in a jar and, as the program's own script
 * has it, an archive of what a night loads, which takes a quarter off the time of each child. Made
 * once for each state of the classes, beside them.
 *
 * @param classPath the jar, then the libraries
 * @param options of the virtual machine
 */
record ChildClasses(String classPath, List<String> options) {

  private static final String DATE = "2026-10-31";

  private static final class Made {
    static final ChildClasses INSTANCE = make();
  }

  ChildClasses {
    options = List.copyOf(options);
  }

  static ChildClasses get() {
    return Made.INSTANCE;
  }

  private static ChildClasses make() {
    try {
      Path classes =
          Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = Files.createDirectories(classes.resolveSibling("child-classes"));
      // Test processes run side by side: one makes it, the others wait.
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        String version =
            ProgramFiles.hash(classes).substring(0, 16) + "-" + Runtime.version().feature();
        Path made = folder.resolve(version);
        Path done = made.resolve("done");
        if (lock.isValid() && !Files.exists(done)) {
          // Not renamed when done: an archive is good for a jar in its own place only.
          SafeFiles.deleteTree(made);
          pack(classes, Files.createDirectories(made).resolve("program.jar"));
          dump(made);
          Files.createFile(done);
        }
        return of(made);
      }
    } catch (Exception e) {
      throw new LinkageError("children of tests cannot be prepared", e);
    }
  }

  private static ChildClasses of(Path made) {
    String libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(each -> Files.isRegularFile(Path.of(each)))
            .collect(Collectors.joining(File.pathSeparator));
    Path archive = made.resolve("classes.jsa");
    return new ChildClasses(
        made.resolve("program.jar") + File.pathSeparator + libraries,
        Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of());
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (Stream<Path> walk = Files.walk(classes);
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path each : walk.filter(each -> !each.equals(classes)).sorted().toList()) {
        // Folders as well: without them nobody finds the database's migrations.
        boolean folder = Files.isDirectory(each);
        out.putNextEntry(new JarEntry(ProgramFiles.name(classes, each) + (folder ? "/" : "")));
        if (!folder) {
          Files.copy(each, out);
        }
        out.closeEntry();
      }
    }
  }

  /** A night of the sample leaves the archive at its end; without one children are only slower. */
  private static void dump(Path made) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("child-classes");
    try {
      Path unfinished = made.resolve("classes.new");
      List<String> options = new ArrayList<>();
      options.add("-XX:ArchiveClassesAtExit=" + unfinished);
      int code =
          ChildProgram.start(
                  new ChildClasses(of(made).classPath(), options),
                  Nights.in(scratch).arguments(Nights.sample(DATE), DATE))
              .waitFor();
      if (code != ExitCode.LOOK.number()) {
        throw new LinkageError("the night of the sample ended with " + code);
      }
      if (Files.exists(unfinished)) {
        Files.move(unfinished, made.resolve("classes.jsa"));
      }
    } finally {
      SafeFiles.deleteTree(scratch);
    }
  }
}
