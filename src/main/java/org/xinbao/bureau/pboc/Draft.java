package org.xinbao.bureau.pboc;

import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.ledger.LoanRow;

/**
 * A 210 record about to be written: everything that its items are a function of.
 *
 * @param providerCode the data-provider code that begins every business code
 * @param account what follows it in AcctCode: the loan id, unless the account was renamed
 * @param specials what segment K tells
 */
record Draft(
    String providerCode,
    String account,
    ReportPoint point,
    int rptDate,
    BureauLoan loan,
    PbocProduct product,
    AccountFigures figures,
    List<Special> specials) {

  AccountType type() {
    return product.type();
  }

  LoanRow row() {
    return loan.exported().row();
  }

  Loan terms() {
    return loan.exported().loan();
  }

  /** The digest of the borrower as segment B names them. */
  String identity() {
    return Dossier.identity(
        row().borrowerName(), IdNumbers.personCode(row().idType()), row().idNumber());
  }

  /** GuarMode: the loan's own, else the product's. */
  String guarMode() {
    String own = row().options().guaranteeMode();
    return own.isEmpty() ? product.guarMode() : own;
  }

  /** DueDate: of the loan, for R1 of the facility; none when not known. */
  int dueDate() {
    if (type() != AccountType.R1) {
      return terms().maturesOn();
    }
    return loan.exported().facility().map(each -> each.expiresOn()).orElse(Day.NONE);
  }

  /** RepayMode, empty when neither the loan's method nor the product names one. */
  String repayMode() {
    if (type() == AccountType.R1) {
      return product.repayMode().orElse("");
    }
    return switch (row().repaymentMethod()) {
      case EQUAL_INSTALMENT -> "11";
      case EQUAL_PRINCIPAL -> "12";
      case INTEREST_THEN_PRINCIPAL -> "13";
      case BULLET -> "21";
      case REVOLVING -> product.repayMode().orElse("");
    };
  }

  /** Whether the loan is repaid in instalments; without, RepayPrd and RemRepPrd are 0. */
  boolean hasInstalments() {
    return !repayMode().startsWith("2");
  }

  /** Whether segment F names a credit agreement. */
  boolean hasAgreement() {
    return product.hasAgreement();
  }
}
