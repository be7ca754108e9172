package org.xinbao.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import org.xinbao.store.StoreException;

/** One sentence for a failure that nobody foresaw; never the text of data. */
final class Failures {

  private Failures() {}

  /** What happened and what to do. */
  static String sentence(Throwable failure) {
    Throwable cause = failure;
    if (failure instanceof StoreException) {
      return String.valueOf(failure.getMessage());
    }
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof IOException || each instanceof OutOfMemoryError) {
        cause = each;
      }
    }
    if (cause instanceof AccessDeniedException denied) {
      return "No right to write or read "
          + denied.getFile()
          + ": correct the rights of the folder and run the same command again.";
    }
    if (cause instanceof ReadOnlyFileSystemException) {
      return "The folder cannot be written: correct its rights and run the same command again.";
    }
    if (cause instanceof FileSystemException file) {
      String reason = file.getReason() == null ? "failed" : file.getReason();
      return "The disk failed at "
          + file.getFile()
          + " ("
          + reason
          + "): free space or correct the rights, and run the same command again.";
    }
    if (cause instanceof IOException io) {
      return "Reading or writing failed ("
          + String.valueOf(io.getMessage())
          + "): check disk space and rights, and run the same command again.";
    }
    if (cause instanceof OutOfMemoryError) {
      return "The memory limit is too small: raise -Xmx in XINBAO_JAVA_OPTS and run the same"
          + " command again.";
    }
    return "An unexpected failure ("
        + cause.getClass().getSimpleName()
        + "); nothing was published: see the log, and run the same command again.";
  }
}
