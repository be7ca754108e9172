package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.Split;

class LedgerExportTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private LedgerExport open(ExportFolder folder) throws Exception {
    Path written = folder.write(temp.resolve("export"));
    Path work = java.nio.file.Files.createDirectories(temp.resolve("work"));
    return LedgerExport.open(written, ExportFolder.DATE, ExportFolder.SETTINGS, work);
  }

  @Test
  void aLoanIsReadWithItsScheduleAndMovements() throws Exception {
    try (LedgerExport export = open(ExportFolder.oneLoan())) {
      List<LoanGroup> groups = ExportFolder.readAll(export);
      Loan expected =
          new Loan(
              "L1",
              Day.of(2026, 8, 1),
              Day.of(2026, 10, 1),
              20_000,
              1_825_000_000L,
              LoanStatus.ACTIVE,
              Day.NONE,
              List.of(
                  new Instalment(1, Day.of(2026, 9, 1), 10_000, 310, 0),
                  new Instalment(2, Day.of(2026, 10, 1), 10_000, 150, 50)),
              List.of(
                  new Movement(
                      "T1",
                      Day.of(2026, 8, 1),
                      "2026-08-01",
                      MovementType.DISBURSEMENT,
                      20_000,
                      "",
                      Split.NONE),
                  new Movement(
                      "T2",
                      Day.of(2026, 9, 1),
                      "2026-09-01T10:00:00",
                      MovementType.REPAYMENT,
                      10_310,
                      "",
                      Split.of(10_000, 310, 0, 0))),
              List.of());
      assertThat(groups).hasSize(1);
      assertThat(groups.get(0)).isInstanceOf(ExportedLoan.class);
      ExportedLoan loan = (ExportedLoan) groups.get(0);
      assertThat(loan.loan()).isEqualTo(expected);
      assertThat(loan.row().borrowerName()).isEqualTo("测试甲");
      assertThat(loan.row().line()).isEqualTo(2);
      assertThat(loan.rejects()).isEmpty();
    }
  }
}
