package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.arrears.Day;

/** What the second pass reads: facts, customers and facilities in the order of their key. */
class KeyedFilesTest {

  private static final String BORROWERS =
      String.join(",", ContractFile.BORROWERS.columns())
          + ",spouse_name,spouse_id_type,taxable_income";
  private static final String IDENTITIES = String.join(",", ContractFile.IDENTITIES.columns());
  private static final String FACILITIES = String.join(",", ContractFile.FACILITIES.columns());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private LedgerExport open(ExportFolder folder) throws Exception {
    Path work = Files.createDirectories(temp.resolve("work"));
    return LedgerExport.open(
        folder.write(temp.resolve("export")), ExportFolder.DATE, ExportFolder.SETTINGS, work);
  }

  /** The first 16 bytes of {@code printf CL1 | sha256sum}. */
  @Test
  void aCustomersKeyIsTheBeginningOfItsHash() {
    assertThat(CustomerKey.of("CL1")).isEqualTo("971723c2bc887c9f7b67f8f399a05944");
    assertThat(CustomerKey.of("测试")).hasSize(32).isNotEqualTo(CustomerKey.of("测试 "));
  }

  /** Whatever the ranges, each fact comes once, by key, within a key in the order of adding. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64})
  void factsComeByKeyInTheOrderOfLoans(int ranges) throws Exception {
    Random random = TestSeed.random(9);
    SortedMap<String, List<String>> expected = new TreeMap<>();
    try (LedgerExport export = open(ExportFolder.oneLoan())) {
      FactSorter sorter = export.factSorter("facts");
      for (int i = 0; i < 2_000; i++) {
        String key = String.format("%04x", random.nextInt(700));
        expected.computeIfAbsent(key, k -> new ArrayList<>()).add("L" + i + "\tpboc\t测" + i);
        sorter.add(key + "\tL" + i + "\tpboc\t测" + i);
      }
      SortedFacts facts = sorter.finish();
      SortedMap<String, List<String>> read = new TreeMap<>();
      String from = "";
      for (int i = 1; i <= ranges; i++) {
        String to = i == ranges ? "" : String.format("%04x", 700 * i / ranges);
        try (KeyedReader<String> reader = facts.read(new LoanRange(from, to))) {
          for (var key = reader.nextKey(); key.isPresent(); key = reader.nextKey()) {
            assertThat(read.put(key.get(), reader.take(key.get(), 10_000))).isNull();
          }
        }
        from = to;
      }
      assertThat(read).isEqualTo(expected);
    }
  }

  @Test
  void aFactHasAKey() throws Exception {
    try (LedgerExport export = open(ExportFolder.oneLoan())) {
      FactSorter sorter = export.factSorter("facts");
      assertThatThrownBy(() -> sorter.add("\tL1")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> sorter.add("key")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void customersComeByKeyAndWrongOrRepeatedOnesAreLeftOut() throws Exception {
    try (LedgerExport export =
        open(
            ExportFolder.oneLoan()
                .file(
                    "borrowers.csv",
                    BORROWERS,
                    borrower("C3").replace("1901-01-01", "1901-01-32"),
                    borrower("C2"),
                    borrower("C1"),
                    borrower("C4"),
                    borrower("C4"))
                .file(
                    "identities.csv",
                    IDENTITIES,
                    "C2,PASSPORT,E12345678,2020-01-01,2030-01-01,测试机关",
                    "C5,ID_CARD,990101190101010007,,,",
                    "C2,ID_CARD,990101190101010007,2020-01-02,2020-01-01,",
                    "C2,ID_CARD,990101190101010007,,2040-01-01,"))) {
      CustomerRows customers = export.customers();
      SortedMap<String, String> names = new TreeMap<>();
      List.of("C1", "C2", "C3", "C4", "C5").forEach(id -> names.put(CustomerKey.of(id), id));
      List<String> read = new ArrayList<>();
      try (KeyedReader<BorrowerRow> rows = customers.borrowers(LoanRange.ALL)) {
        for (var key = rows.nextKey(); key.isPresent(); key = rows.nextKey()) {
          String name = String.valueOf(names.get(key.get()));
          rows.take(key.get(), 9).forEach(row -> read.add(name + "=" + row.customerId()));
        }
      }
      List<String> expected = new ArrayList<>();
      for (Map.Entry<String, String> each : names.entrySet()) {
        if (each.getValue().equals("C1") || each.getValue().equals("C2")) {
          expected.add(each.getValue() + "=" + each.getValue());
        }
      }
      assertThat(read).isEqualTo(expected);
      try (KeyedReader<IdentityRow> rows = customers.identities(LoanRange.ALL)) {
        Optional<String> first = rows.nextKey();
        String c2 = CustomerKey.of("C2");
        String c5 = CustomerKey.of("C5");
        assertThat(first).hasValue(c2.compareTo(c5) < 0 ? c2 : c5);
        List<IdentityRow> all = new ArrayList<>();
        for (var key = first; key.isPresent(); key = rows.nextKey()) {
          all.addAll(rows.take(key.get(), 9));
        }
        assertThat(all)
            .containsExactlyInAnyOrder(
                new IdentityRow(
                    2,
                    IdType.PASSPORT,
                    "E12345678",
                    Day.of(2020, 1, 1),
                    Day.of(2030, 1, 1),
                    "测试机关"),
                new IdentityRow(3, IdType.ID_CARD, "990101190101010007", Day.NONE, Day.NONE, ""),
                new IdentityRow(
                    5, IdType.ID_CARD, "990101190101010007", Day.NONE, Day.of(2040, 1, 1), ""));
      }
    }
  }

  private static String borrower(String id) {
    return id
        + ",测试甲,ID_CARD,990101190101010007,1,1901-01-01,CHN,13800000000,a@example.org,20,20,3,"
        + "11,测试单位,J,1,1,\"测试, 路 1 号\",测试路 2 号,100000,12000.00,2026-10-01,测试乙,PASSPORT,7.50";
  }

  @Test
  void everyColumnOfABorrowerIsRead() throws Exception {
    try (LedgerExport export =
        open(ExportFolder.oneLoan().file("borrowers.csv", BORROWERS, borrower("C1")))) {
      try (KeyedReader<BorrowerRow> rows = export.customers().borrowers(LoanRange.ALL)) {
        assertThat(rows.take(CustomerKey.of("C1"), 9))
            .containsExactly(
                new BorrowerRow(
                    2,
                    "C1",
                    "测试甲",
                    IdType.ID_CARD,
                    "990101190101010007",
                    new BorrowerRow.Person(
                        "1", Day.of(1901, 1, 1), "CHN", "", "13800000000", "a@example.org"),
                    new BorrowerRow.Marriage("20", "测试乙", Optional.of(IdType.PASSPORT), ""),
                    new BorrowerRow.Education("20", "3"),
                    new BorrowerRow.Work("11", "测试单位", "", "J", "", "1", "", ""),
                    new BorrowerRow.Residence("1", "测试, 路 1 号"),
                    new BorrowerRow.Mail("测试路 2 号", "100000", ""),
                    new BorrowerRow.Income(1_200_000, 750),
                    Day.of(2026, 10, 1)));
      }
    }
  }

  @Test
  void facilitiesComeByIdAndWrongOrRepeatedOnesAreLeftOut() throws Exception {
    String row = "F1,CL1,测试甲,ID_CARD,990101190101010007,LOAN,1,5000,CNY,2026-01-01,,ACTIVE";
    try (LedgerExport export =
        open(
            ExportFolder.oneLoan()
                .file(
                    "facilities.csv",
                    FACILITIES,
                    row.replace("F1", "F4"),
                    row.replace("F1", "F2"),
                    row.replace("F1", "F3"),
                    row.replace("F1", "F2").replace("ACTIVE", "SLEEPING"),
                    row))) {
      try (KeyedReader<FacilityRow> rows = export.facilities(new LoanRange("F1", "F4"))) {
        List<String> read = new ArrayList<>();
        for (var key = rows.nextKey(); key.isPresent(); key = rows.nextKey()) {
          String id = key.get();
          read.add(id + rows.take(id, 9).stream().map(FacilityRow::facilityId).toList());
        }
        assertThat(read).containsExactly("F1[F1]", "F2[]", "F3[F3]");
      }
      assertThat(export.facilityRanges(1)).containsExactly(LoanRange.ALL);
    }
  }

  @Test
  void withoutTheFilesThereIsNothing() throws Exception {
    try (LedgerExport export = open(ExportFolder.oneLoan())) {
      CustomerRows customers = export.customers();
      try (KeyedReader<BorrowerRow> borrowers = customers.borrowers(LoanRange.ALL);
          KeyedReader<IdentityRow> identities = customers.identities(LoanRange.ALL);
          KeyedReader<FacilityRow> facilities = export.facilities(LoanRange.ALL)) {
        assertThat(borrowers.nextKey()).isEmpty();
        assertThat(identities.nextKey()).isEmpty();
        assertThat(facilities.nextKey()).isEmpty();
      }
      assertThat(export.facilityRanges(8)).containsExactly(LoanRange.ALL);
    }
  }
}
