package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.CustomerRequest;
import org.xinbao.bureau.FacilityRequest;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.RecordSink;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.CustomerRows;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.IdentityRow;
import org.xinbao.ledger.KeyedReader;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LoanRange;

/** The export's side of the second pass: what it says of customers, or of facilities, by key. */
sealed interface KeySide extends KeyNight.Question, Closeable {

  /** The next key that the export has a row for. */
  Optional<String> nextKey();

  /** Takes the rows of a key, which must not come after the next one. */
  void take(String key) throws IOException;

  /** Customers. */
  static KeySide customers(NightContext night, CustomerRows rows, LoanRange range)
      throws IOException {
    return new Customers(night, rows.borrowers(range), rows.identities(range));
  }

  /** Facilities. */
  static KeySide facilities(NightContext night, LedgerExport export, LoanRange range)
      throws IOException {
    return new Facilities(night, export.facilities(range));
  }

  /** {@code borrowers.csv} and {@code identities.csv}. */
  final class Customers implements KeySide {

    /** More documents of one person are a wrong export. */
    private static final int IDENTITIES_MAX = 100;

    private final NightContext night;
    private final KeyedReader<BorrowerRow> borrowers;
    private final KeyedReader<IdentityRow> identities;
    private String key = "";
    private Optional<BorrowerRow> borrower = Optional.empty();
    private List<IdentityRow> documents = List.of();

    private Customers(
        NightContext night,
        KeyedReader<BorrowerRow> borrowers,
        KeyedReader<IdentityRow> identities) {
      this.night = night;
      this.borrowers = borrowers;
      this.identities = identities;
    }

    @Override
    public Optional<String> nextKey() {
      return Stream.of(borrowers.nextKey(), identities.nextKey())
          .flatMap(Optional::stream)
          .min(LoanCursor.ORDER);
    }

    @Override
    public void take(String taken) throws IOException {
      key = taken;
      borrower = borrowers.take(taken, 1).stream().findFirst();
      documents = identities.take(taken, IDENTITIES_MAX);
    }

    @Override
    public KeyResult ask(Bureau bureau, List<Fact> facts, String reported, RecordSink sink) {
      return bureau.report(
          new CustomerRequest(
              night.date(),
              night.version(),
              key,
              borrower,
              documents,
              facts,
              reported,
              night.takenAsKnown()),
          sink);
    }

    @Override
    public void close() throws IOException {
      borrowers.close();
      identities.close();
    }
  }

  /** {@code facilities.csv}. */
  final class Facilities implements KeySide {

    private final NightContext night;
    private final KeyedReader<FacilityRow> rows;
    private String key = "";
    private Optional<FacilityRow> facility = Optional.empty();

    private Facilities(NightContext night, KeyedReader<FacilityRow> rows) {
      this.night = night;
      this.rows = rows;
    }

    @Override
    public Optional<String> nextKey() {
      return rows.nextKey().filter(id -> !id.isEmpty());
    }

    @Override
    public void take(String taken) throws IOException {
      key = taken;
      facility = rows.take(taken, 1).stream().findFirst();
    }

    @Override
    public Optional<FacilityRow> facility() {
      return facility;
    }

    @Override
    public KeyResult ask(Bureau bureau, List<Fact> facts, String reported, RecordSink sink) {
      return bureau.report(
          new FacilityRequest(
              night.date(), night.version(), key, facility, facts, reported, night.takenAsKnown()),
          sink);
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
