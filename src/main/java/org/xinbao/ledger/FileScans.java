package org.xinbao.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads, checks and sorts the files of an export, some at a time. */
final class FileScans {

  /** Two: a disk feeds two readers, and each may hold a sort of {@link Limits#SORT_BYTES}. */
  private static final int THREADS = 2;

  /** An interrupted read or write of a file ends at once; this is for a disk that hangs. */
  private static final int SECONDS_TO_STOP = 60;

  private FileScans() {}

  /**
   * Every contract file of the export in the order of its key.
   *
   * @throws ExportRefused what is wrong with the first file of the manifest that is wrong
   */
  static Map<ContractFile, SortedFile> run(Manifest manifest, Path folder, Path workFolder)
      throws IOException, ExportRefused {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Map<String, Future<Optional<SortedFile>>> futures = new LinkedHashMap<>();
      for (Manifest.ListedFile listed : manifest.files()) {
        futures.put(listed.name(), threads.submit(() -> one(listed, folder, workFolder)));
      }
      Map<ContractFile, SortedFile> files = new EnumMap<>(ContractFile.class);
      for (Map.Entry<String, Future<Optional<SortedFile>>> future : futures.entrySet()) {
        Optional<SortedFile> file = get(future.getValue());
        ContractFile.find(future.getKey())
            .ifPresent(contract -> file.ifPresent(sorted -> files.put(contract, sorted)));
      }
      return files;
    } finally {
      stop(threads);
    }
  }

  /** Waits until nothing is written any more: the caller deletes what a failed run has written. */
  private static void stop(ExecutorService threads) throws IOException {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        throw new IOException("reading the export cannot be stopped; end the program");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading the export was interrupted", e);
    }
  }

  private static Optional<SortedFile> one(Manifest.ListedFile listed, Path folder, Path workFolder)
      throws IOException, ExportRefused {
    Optional<ContractFile> contract = ContractFile.find(listed.name());
    FileScan scan = FileScan.of(folder.resolve(listed.name()), listed.name(), contract);
    ExportChecks.check(listed, scan, contract);
    boolean read = contract.map(ContractFile::isRead).orElse(false);
    return read ? Optional.of(SortedFile.of(scan, workFolder)) : Optional.empty();
  }

  private static Optional<SortedFile> get(Future<Optional<SortedFile>> future)
      throws IOException, ExportRefused {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ExportRefused refused) {
        throw refused;
      }
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException("a file of the export cannot be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading the export was interrupted", e);
    }
  }
}
