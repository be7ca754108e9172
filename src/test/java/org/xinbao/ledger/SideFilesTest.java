package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;

/** Files whose wrong rows cost only themselves (rulings 5 and 34), and rows of unknown loans. */
class SideFilesTest {

  private static final String GUARANTEES = String.join(",", ContractFile.GUARANTEES.columns());
  private static final String DECISIONS = String.join(",", ContractFile.DECISIONS.columns());
  private static final String FACILITIES = String.join(",", ContractFile.FACILITIES.columns());
  private static final String BORROWERS = String.join(",", ContractFile.BORROWERS.columns());
  private static final String FACILITY =
      "F1,CL1,测试甲,ID_CARD,990101190101010007,LOAN,1,5000.00,CNY,2026-01-01,2027-01-01,ACTIVE";
  private static final String BORROWER =
      "CL1,测试甲,ID_CARD,990101190101010007,1,1901-01-01,CHN,10000000001,,,,,,,,,,,,,1000.00,2026-01-01";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private List<Tally> tallies = List.of();
  private int exports;

  @BeforeEach
  void work() throws Exception {
    Files.createDirectories(temp.resolve("work"));
  }

  private List<LoanGroup> read(ExportFolder folder) throws Exception {
    Path written = folder.write(temp.resolve("export" + exports++));
    List<LoanGroup> groups = new ArrayList<>();
    try (LedgerExport export =
            LedgerExport.open(
                written, ExportFolder.DATE, ExportFolder.SETTINGS, temp.resolve("work"));
        LoanReader reader = export.read(LoanRange.ALL)) {
      for (var group = reader.next(); group.isPresent(); group = reader.next()) {
        groups.add(group.get());
      }
      tallies = reader.tallies();
      export.checkTotals(tallies);
    }
    return groups;
  }

  private ExportedLoan loan(ExportFolder folder) throws Exception {
    List<LoanGroup> groups = read(folder);
    return (ExportedLoan) groups.get(groups.size() - 1);
  }

  private static List<String> places(List<LoanGroup> groups) {
    return groups.stream()
        .flatMap(g -> g.rejects().stream())
        .map(r -> r.file() + ":" + r.line() + ":" + r.loanId() + ":" + r.column() + ":" + r.code())
        .toList();
  }

  @Test
  void guaranteesAreReadAndAWrongOneCostsItself() throws Exception {
    ExportedLoan loan =
        loan(
            ExportFolder.oneLoan()
                .file(
                    "guarantees.csv",
                    GUARANTEES + ",joint",
                    "L1,PERSON,测试乙,ID_CARD,990101190101010015,GUARANTOR,100.00,G1,1",
                    "L1,ORGANISATION,测试公司,UNIFIED_CREDIT_CODE,TEST00000000000001,GUARANTEE_COMPANY,,,",
                    "L1,PARTNER,测试丙,ID_CARD,,GUARANTOR,x,G-1,2"));
    assertThat(loan.guarantees())
        .containsExactly(
            new GuaranteeRow(
                2,
                GuaranteeRow.PartyKind.PERSON,
                "测试乙",
                IdType.ID_CARD,
                "990101190101010015",
                GuaranteeRow.Role.GUARANTOR,
                10_000,
                "G1",
                "1"),
            new GuaranteeRow(
                3,
                GuaranteeRow.PartyKind.ORGANISATION,
                "测试公司",
                IdType.UNIFIED_CREDIT_CODE,
                "TEST00000000000001",
                GuaranteeRow.Role.GUARANTEE_COMPANY,
                -1,
                "",
                ""));
    assertThat(places(List.of(loan)))
        .containsExactly(
            "guarantees.csv:4:L1:amount:BAD_VALUE",
            "guarantees.csv:4:L1:contract_id:BAD_VALUE",
            "guarantees.csv:4:L1:id_number:MISSING_VALUE",
            "guarantees.csv:4:L1:joint:BAD_VALUE",
            "guarantees.csv:4:L1:party_kind:BAD_VALUE");
  }

  @Test
  void collateralAndNoticesAreSortedAndRepeatsIgnored() throws Exception {
    ExportedLoan loan =
        loan(
            ExportFolder.oneLoan()
                .file("collateral.csv", "loan_id,collateral_code", "L1,B", "L1,A", "L1,B", "L1,")
                .file(
                    "notices.csv",
                    "loan_id,channel,sent_on",
                    "L1,SMS,2026-10-02",
                    "L1,SMS,2026-09-02",
                    "L1,SMS,2026-10-02",
                    "L1,SMS,2026-10-99"));
    assertThat(loan.collateralCodes()).containsExactly("A", "B");
    assertThat(loan.notices())
        .containsExactly(
            new NoticeRow("L1", "SMS", Day.of(2026, 9, 2)),
            new NoticeRow("L1", "SMS", Day.of(2026, 10, 2)));
    assertThat(places(List.of(loan)))
        .containsExactly(
            "collateral.csv:5:L1:collateral_code:MISSING_VALUE",
            "notices.csv:5:L1:sent_on:BAD_VALUE");
    Tally notices =
        tallies.stream().filter(t -> t.file().equals("notices.csv")).findFirst().orElseThrow();
    assertThat(notices)
        .extracting(Tally::read, Tally::used, Tally::rejected)
        .containsExactly(4L, 3L, 1L);
  }

  @Test
  void decisionsHaveDecodedDetailsAndOptionalColumns() throws Exception {
    ExportedLoan loan =
        loan(
            ExportFolder.oneLoan()
                .file(
                    "decisions.csv",
                    DECISIONS + ",decided_by,ref_decision_id,bureau",
                    decision("D1", "CORRECT", "segment=C;name=%E6%B5%8B%3B%3D")
                        + ",officer 1,D0,pboc"));
    assertThat(loan.decisions())
        .containsExactly(
            new DecisionRow(
                "D1",
                "L1",
                DecisionRow.Kind.CORRECT,
                Day.of(2026, 10, 1),
                Day.of(2026, 10, 2),
                Day.NONE,
                "why",
                Map.of("segment", "C", "name", "测;="),
                "officer 1",
                "D0",
                "pboc"));
  }

  private static String decision(String id, String kind, String details) {
    return "L1," + id + "," + kind + ",2026-10-01,2026-10-02,,why," + details;
  }

  @Test
  void decisionsThatContradictEachOtherAreRejectedAndRepeatsIgnored() throws Exception {
    ExportedLoan loan =
        loan(
            ExportFolder.oneLoan()
                .file(
                    "decisions.csv",
                    DECISIONS,
                    decision("D2", "LEGAL_HOLD", ""),
                    decision("D1", "LEGAL_HOLD", ""),
                    decision("D1", "RELEASE_HOLD", ""),
                    decision("D2", "LEGAL_HOLD", ""),
                    decision("D3", "FORGET", ""),
                    decision("D4", "CORRECT", "segment"),
                    decision("D5", "CORRECT", "a=1;a=2"),
                    decision("D6", "CORRECT", "a=%E6%B5"),
                    decision("D7", "CORRECT", "a=%G1"),
                    "L1,D8,LEGAL_HOLD,2026-10-01,2026-10-02,2026-10-01,,"));
    assertThat(loan.decisions()).extracting(DecisionRow::decisionId).containsExactly("D2");
    assertThat(places(List.of(loan)))
        .containsExactly(
            "decisions.csv:3:L1:decision_id:DUPLICATE_DECISION",
            "decisions.csv:4:L1:decision_id:DUPLICATE_DECISION",
            "decisions.csv:6:L1:kind:BAD_VALUE",
            "decisions.csv:7:L1:details:BAD_VALUE",
            "decisions.csv:8:L1:details:BAD_VALUE",
            "decisions.csv:9:L1:details:BAD_VALUE",
            "decisions.csv:10:L1:details:BAD_VALUE",
            "decisions.csv:11:L1:effective_to:BAD_VALUE");
  }

  @Test
  void rowsOfUnknownLoansAreRejectedButNoticesAndDecisionsKept() throws Exception {
    List<LoanGroup> groups =
        read(
            ExportFolder.oneLoan()
                .file(
                    "instalments.csv",
                    ExportFolder.INSTALMENT_COLUMNS,
                    ExportFolder.instalments("L1"),
                    "L2,1,2026-09-01,1.00,0,",
                    "L2,x,2026-09-01,1.00,0,")
                .file("guarantees.csv", GUARANTEES, "L2,PERSON,测试乙,ID_CARD,1,OTHER,,")
                .file("collateral.csv", "loan_id,collateral_code", "L2,A")
                .file(
                    "rates.csv",
                    "loan_id,from,annual_rate,penalty_annual_rate",
                    "L2,2026-09-01,0.1,")
                .file("notices.csv", "loan_id,channel,sent_on", "L2,SMS,2026-10-02")
                .file(
                    "decisions.csv",
                    DECISIONS,
                    decision("D1", "LEGAL_HOLD", "").replace("L1", "L2")));
    assertThat(groups).hasSize(2);
    RowsWithoutLoan rows = (RowsWithoutLoan) groups.get(1);
    assertThat(rows.loanId()).isEqualTo("L2");
    assertThat(places(List.of(rows)))
        .containsExactly(
            "collateral.csv:2:L2:loan_id:UNKNOWN_LOAN",
            "guarantees.csv:2:L2:loan_id:UNKNOWN_LOAN",
            "instalments.csv:4:L2:loan_id:UNKNOWN_LOAN",
            "instalments.csv:5:L2:seq:BAD_VALUE",
            "rates.csv:2:L2:loan_id:UNKNOWN_LOAN");
    assertThat(rows.notices()).hasSize(1);
    assertThat(rows.decisions()).hasSize(1);
  }

  @Test
  void noticesAndDecisionsOfARejectedLoanAreKept() throws Exception {
    List<LoanGroup> groups =
        read(
            ExportFolder.oneLoan()
                .replace("loans.csv", "CNY", "USD")
                .file("notices.csv", "loan_id,channel,sent_on", "L1,SMS,2026-10-02")
                .file("decisions.csv", DECISIONS, decision("D1", "LEGAL_HOLD", "")));
    RejectedLoan rejected = (RejectedLoan) groups.get(0);
    assertThat(rejected.notices()).hasSize(1);
    assertThat(rejected.decisions()).hasSize(1);
    assertThat(tallies)
        .extracting(t -> t.file() + " " + t.read() + " " + t.used())
        .containsExactly(
            "loans.csv 1 0",
            "instalments.csv 2 0",
            "transactions.csv 2 0",
            "notices.csv 1 1",
            "decisions.csv 1 1");
  }

  private static ExportFolder withFacility(String... rows) {
    List<String> lines = new ArrayList<>(List.of(FACILITIES));
    lines.addAll(List.of(rows));
    return ExportFolder.oneLoan()
        .replace("loans.csv", "JIEBEI,,", "JIEBEI,F1,")
        .file("facilities.csv", lines.toArray(String[]::new));
  }

  @Test
  void facilityIsJoinedToItsLoan() throws Exception {
    ExportedLoan loan = loan(withFacility(FACILITY.replace("F1", "F2"), FACILITY));
    assertThat(loan.facility())
        .hasValue(
            new FacilityRow(
                3,
                "F1",
                "CL1",
                "测试甲",
                IdType.ID_CARD,
                "990101190101010007",
                FacilityRow.Kind.LOAN,
                true,
                500_000,
                "CNY",
                Day.of(2026, 1, 1),
                Day.of(2027, 1, 1),
                FacilityRow.Status.ACTIVE,
                ""));
    assertThat(tallies).contains(tally("facilities.csv", 2, 2));
  }

  private Tally tally(String file, long read, long used) {
    return tallies.stream()
        .filter(t -> t.file().equals(file) && t.read() == read && t.used() == used)
        .findFirst()
        .orElseThrow(() -> new AssertionError("tallies: " + tallies));
  }

  @Test
  void wrongAndRepeatedFacilitiesAreListedOnceAndLeftOut() throws Exception {
    List<LoanGroup> groups =
        read(
            withFacility(
                FACILITY.replace(",1,5000.00", ",yes,-1"),
                FACILITY.replace("F1", "F2"),
                FACILITY.replace("F1", "F2"),
                FACILITY.replace("F1", "F-3")));
    assertThat(groups).hasSize(2);
    assertThat(places(groups.subList(0, 1)))
        .containsExactlyInAnyOrder(
            "facilities.csv:2::revolving:BAD_VALUE",
            "facilities.csv:2::credit_limit:BAD_VALUE",
            "facilities.csv:3::facility_id:DUPLICATE_ROW",
            "facilities.csv:4::facility_id:DUPLICATE_ROW",
            "facilities.csv:5::facility_id:BAD_VALUE");
    ExportedLoan loan = (ExportedLoan) groups.get(1);
    assertThat(loan.facility()).isEmpty();
    assertThat(loan.rejects()).isEmpty();
    tally("facilities.csv", 4, 0);
  }

  @Test
  void borrowersOfTheExportAreKnown() throws Exception {
    ExportFolder folder = ExportFolder.oneLoan().file("borrowers.csv", BORROWERS, BORROWER);
    assertThat(loan(folder).borrowerListed()).isTrue();
    tally("borrowers.csv", 1, 1);
    assertThat(loan(folder.replace("borrowers.csv", "CL1", "CL2")).borrowerListed()).isFalse();
    List<LoanGroup> wrong = read(folder.replace("borrowers.csv", "1901-01-01", "1901-13-01"));
    assertThat(places(wrong)).containsExactly("borrowers.csv:2::born_on:BAD_VALUE");
    assertThat(((ExportedLoan) wrong.get(1)).borrowerListed()).isFalse();
    assertThat(loan(ExportFolder.oneLoan()).borrowerListed()).isFalse();
  }

  /** A customer may have several documents; a wrong one costs only itself. */
  @Test
  void identitiesAreCheckedRowByRow() throws Exception {
    List<LoanGroup> groups =
        read(
            ExportFolder.oneLoan()
                .file(
                    "identities.csv",
                    String.join(",", ContractFile.IDENTITIES.columns()),
                    "CL1,PASSPORT,E12345678,2020-01-01,2030-01-01,测试机关",
                    "CL1,ID_CARD,990101190101010007,,,",
                    "CL1,ID_CARD,990101190101010007,2020-01-02,2020-01-01,",
                    "CL1,UNIFIED_CREDIT_CODE,1,,,",
                    ",ID_CARD,1,,,"));
    assertThat(groups).hasSize(2);
    assertThat(places(groups.subList(0, 1)))
        .containsExactlyInAnyOrder(
            "identities.csv:4::valid_to:BAD_VALUE",
            "identities.csv:5::id_type:BAD_VALUE",
            "identities.csv:6::customer_id:MISSING_VALUE");
    tally("identities.csv", 5, 2);
  }

  @Test
  void manyRejectedRowsWithoutALoanComeInSeveralGroups() throws Exception {
    int rows = 2 * Limits.REJECTS_AT_A_TIME + 10;
    ExportFolder folder =
        ExportFolder.oneLoan()
            .file("facilities.csv", FACILITIES, (FACILITY + "\n").repeat(rows))
            .file("notices.csv", "loan_id,channel,sent_on", "?,SMS,2026-10-02\n".repeat(rows));
    List<LoanGroup> groups = read(folder);
    assertThat(groups).hasSizeBetween(6, 9);
    assertThat(groups.subList(0, groups.size() - 1))
        .allMatch(g -> g.loanId().isEmpty())
        .allMatch(g -> g.rejects().size() <= Limits.REJECTS_AT_A_TIME + 2)
        .allMatch(g -> !g.rejects().isEmpty());
    List<String> places = places(groups);
    assertThat(places).hasSize(2 * rows).doesNotHaveDuplicates();
    assertThat(places).filteredOn(p -> p.endsWith(":DUPLICATE_ROW")).hasSize(rows);
  }

  @Test
  void furtherContractFilesAreAccepted() throws Exception {
    ExportedLoan loan =
        loan(
            ExportFolder.oneLoan()
                .file(
                    "contacts.csv",
                    String.join(",", ContractFile.CONTACTS.columns()),
                    "L1,2026-10-31T09:00:00,PHONE,1",
                    "L1,2026-10-31,SMS,0",
                    "L1,yesterday,PHONE,maybe")
                .file("calendar.csv", "day,working", "2026-10-01,0"));
    assertThat(loan.contacts())
        .containsExactly(
            new ContactRow("2026-10-31", "SMS", false),
            new ContactRow("2026-10-31T09:00:00", "PHONE", true));
    assertThat(places(List.of(loan)))
        .containsExactly(
            "contacts.csv:4:L1:connected:BAD_VALUE", "contacts.csv:4:L1:contacted_at:BAD_VALUE");
  }
}
