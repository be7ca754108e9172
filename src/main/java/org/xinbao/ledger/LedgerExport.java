package org.xinbao.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger export (contract section 1): one folder of a business date, its manifest and files
 * agreed with each other, ready to be read loan by loan.
 *
 * <p>{@link #open} reads every file once: hash, number of rows, UTF-8, header, and whether it is in
 * the order of its key; a file that is not is sorted into the work folder. What a row says is
 * checked when its loan is read, and control totals when all ranges have been ({@link
 * #checkTotals}).
 *
 * <p>A file may have a byte order mark, LF or CRLF, and no line end after its last row. A blank
 * line is no row. A file that the contract does not know is only hashed and counted.
 */
public final class LedgerExport implements AutoCloseable {

  private static final String FILE = "file ";
  private static final String JOINED = "joined ";

  private final Manifest manifest;
  private final int businessDate;
  private final LedgerSettings settings;
  private final Map<ContractFile, SortedFile> files;
  private final Map<ContractFile, SortedFile> joined;
  private final Optional<Path> spools;

  private LedgerExport(
      Manifest manifest,
      LedgerSettings settings,
      Map<ContractFile, SortedFile> files,
      Map<ContractFile, SortedFile> joined,
      Optional<Path> spools) {
    this.spools = spools;
    this.manifest = manifest;
    this.businessDate = manifest.businessDate();
    this.settings = settings;
    this.files = files;
    this.joined = joined;
  }

  /**
   * Opens an export.
   *
   * @param businessDate the requested date, an epoch day
   * @param workFolder an existing private folder on a disk with as much room as the export; what is
   *     written there is deleted by {@link #close}
   * @throws ExportRefused when the export as a whole cannot be used
   * @throws IOException when a file cannot be read or the work folder not be written
   */
  public static LedgerExport open(
      Path folder, int businessDate, LedgerSettings settings, Path workFolder)
      throws ExportRefused, IOException {
    return open(folder, businessDate, false, settings, workFolder);
  }

  /**
   * Opens the export of a date, or of a later one where a person has allowed it (rulings 10).
   *
   * @param later whether the export may be of a later date than the requested one
   */
  public static LedgerExport open(
      Path folder, int businessDate, boolean later, LedgerSettings settings, Path workFolder)
      throws ExportRefused, IOException {
    Manifest manifest = ManifestReader.read(folder);
    boolean allowed = later && manifest.businessDate() > businessDate;
    ExportChecks.check(
        manifest, folder, allowed ? manifest.businessDate() : businessDate, settings);
    Path spools = PrivateFiles.createFolder(workFolder);
    boolean opened = false;
    try {
      Map<ContractFile, SortedFile> files = FileScans.run(manifest, folder, spools);
      Map<ContractFile, SortedFile> joined =
          new Joins(files, settings.borrowersByLoan(), spools).all();
      opened = true;
      return new LedgerExport(manifest, settings, files, joined, Optional.of(spools));
    } finally {
      if (!opened) {
        PrivateFiles.deleteFolder(spools);
      }
    }
  }

  /**
   * What another process needs to read this export without checking and sorting it again; good
   * while this one is open.
   */
  public byte[] toShare() {
    Map<String, SortedFile> all = new LinkedHashMap<>();
    files.forEach((file, sorted) -> all.put(FILE + file.name(), sorted));
    joined.forEach((file, sorted) -> all.put(JOINED + file.name(), sorted));
    return SharedFiles.write(all);
  }

  /**
   * Opens an export that another process has opened and shares: the same files at the same paths.
   * Rows are read from it; it sorts nothing and deletes nothing.
   *
   * @param shared a file with what {@link #toShare} gave
   */
  public static LedgerExport openShared(Path folder, LedgerSettings settings, Path shared)
      throws ExportRefused, IOException {
    Map<ContractFile, SortedFile> files = new EnumMap<>(ContractFile.class);
    Map<ContractFile, SortedFile> joined = new EnumMap<>(ContractFile.class);
    SharedFiles.read(shared)
        .forEach(
            (name, sorted) -> {
              boolean isJoined = name.startsWith(JOINED);
              String file = name.substring(isJoined ? JOINED.length() : FILE.length());
              (isJoined ? joined : files).put(ContractFile.valueOf(file), sorted);
            });
    return new LedgerExport(ManifestReader.read(folder), settings, files, joined, Optional.empty());
  }

  /** What the ledger says of the export. */
  public Manifest manifest() {
    return manifest;
  }

  /** The number of rows of a file; 0 when the export does not have it. */
  public long rows(String fileName) {
    return manifest.find(fileName).map(Manifest.ListedFile::rows).orElse(0L);
  }

  /**
   * Cuts the export into up to {@code count} ranges of about the same number of bytes: disjoint, in
   * order, together all loans.
   */
  public List<LoanRange> ranges(int count) {
    return Ranges.of(
        files.entrySet().stream()
            .filter(file -> file.getKey().isByLoan())
            .map(Map.Entry::getValue)
            .toList(),
        count);
  }

  /** A reader of the loans of a range. */
  public LoanReader read(LoanRange range) throws IOException {
    List<LoanReader.Input> inputs = new ArrayList<>();
    List<FactReader> facts = new ArrayList<>();
    try {
      for (Map.Entry<ContractFile, SortedFile> file : files.entrySet()) {
        if (file.getKey().isByLoan()) {
          Row row = new Row(file.getValue(), range.from());
          inputs.add(new LoanReader.Input(file.getKey(), row, reader(file.getKey(), row), false));
        } else if (range.fromLoanId().isEmpty()) {
          facts.add(Joins.reader(file.getKey(), file.getValue()));
        }
      }
      for (Map.Entry<ContractFile, SortedFile> file : joined.entrySet()) {
        Row row = new Row(file.getValue(), range.from());
        inputs.add(new LoanReader.Input(file.getKey(), row, reader(file.getKey(), row), true));
      }
    } catch (IOException e) {
      new LoanReader(range, inputs, new FactRejects(facts), businessDate).close();
      throw e;
    }
    return new LoanReader(range, inputs, new FactRejects(facts), businessDate);
  }

  /** A sorter of facts that pass 1 has left, which works in this export's folder. */
  public FactSorter factSorter(String name) {
    return new FactSorter(own(), name);
  }

  /** Sorts what the export says of customers by {@link CustomerKey}; once, before it is read. */
  public CustomerRows customers() throws IOException {
    return CustomerRows.sort(files, own());
  }

  private Path own() {
    return spools.orElseThrow(
        () -> new IllegalStateException("a shared export is sorted by whoever shares it"));
  }

  /** The facilities of a range of facility ids, those rejected left out. */
  public KeyedReader<FacilityRow> facilities(LoanRange range) throws IOException {
    SortedFile file = files.get(ContractFile.FACILITIES);
    if (file == null) {
      return KeyedReader.none();
    }
    return KeyedReader.ofRows(
        file,
        range,
        true,
        row -> {
          FacilityRows rows = new FacilityRows(row);
          return () -> rows.read(row);
        });
  }

  /**
   * The first day, from a day on, on which somebody works by {@code calendar.csv}; the day itself
   * without that file (rulings 40). Days that the file does not name are worked on.
   *
   * @param day epoch day
   */
  public int workingDayFrom(int day) throws IOException {
    SortedFile file = files.get(ContractFile.CALENDAR);
    if (file == null) {
      return day;
    }
    int first = day;
    // The rows come in the order of their days, as texts of one form do.
    try (KeyedReader<Integer> free =
        KeyedReader.ofRows(
            file,
            LoanRange.ALL,
            true,
            row -> {
              CalendarRows days = new CalendarRows(row);
              return () -> days.readFree(row).stream().boxed().findFirst();
            })) {
      for (Optional<String> key = free.nextKey(); key.isPresent(); key = free.nextKey()) {
        for (int each : free.take(key.get(), 1)) {
          first = each == first ? each + 1 : first;
        }
      }
    }
    return first;
  }

  /** Cuts the facilities of the export into up to {@code count} ranges of about the same size. */
  public List<LoanRange> facilityRanges(int count) {
    SortedFile file = files.get(ContractFile.FACILITIES);
    return file == null ? List.of(LoanRange.ALL) : Ranges.of(List.of(file), count);
  }

  private RowReader reader(ContractFile file, Row row) {
    return switch (file) {
      case LOANS -> new LoanRows(row, settings);
      case INSTALMENTS -> new InstalmentRows(row);
      case TRANSACTIONS -> new TransactionRows(row);
      case RATES -> new RateRows(row);
      case GUARANTEES -> SideRows.guarantees(row);
      case COLLATERAL -> SideRows.collateral(row);
      case NOTICES -> SideRows.notices(row);
      case DECISIONS -> SideRows.decisions(row);
      case CONTACTS -> SideRows.contacts(row);
      case FACILITIES -> SideRows.facilities(row);
      case BORROWERS ->
          settings.borrowersByLoan() ? SideRows.borrowers(row) : SideRows.borrowerMarks();
      case IDENTITIES, CALENDAR ->
          throw new IllegalArgumentException(file + " is not read by loan");
    };
  }

  /**
   * Compares what all ranges have read with the rows and control totals of the manifest.
   *
   * @param tallies those of a set of ranges that together are all loans, each range once
   * @throws ExportRefused when a number of rows or a total differs
   */
  public void checkTotals(List<Tally> tallies) throws ExportRefused {
    ExportChecks.checkTotals(manifest, files.keySet(), tallies);
  }

  /** Deletes what was sorted into the work folder. */
  @Override
  public void close() throws IOException {
    if (spools.isPresent()) {
      PrivateFiles.deleteFolder(spools.get());
    }
  }
}
