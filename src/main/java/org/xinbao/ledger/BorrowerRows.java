package org.xinbao.ledger;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.ledger.Row.Need;

/**
 * Checks rows of {@code borrowers.csv} for what every use of them needs: who it is, and fields of
 * their type. Which of the others a bureau asks for is that bureau's own check.
 */
final class BorrowerRows {

  private final int customerId;
  private final int name;
  private final int idType;
  private final int idNumber;
  private final int bornOn;
  private final int annualIncome;
  private final int taxableIncome;
  private final int updatedOn;
  private final int[] texts;

  BorrowerRows(Row row) {
    customerId = row.position("customer_id");
    name = row.position("name");
    idType = row.position("id_type");
    idNumber = row.position("id_number");
    bornOn = row.position("born_on");
    annualIncome = row.position("annual_income");
    taxableIncome = row.position("taxable_income");
    updatedOn = row.position("updated_on");
    List<String> typed =
        List.of(
            "customer_id",
            "name",
            "id_type",
            "id_number",
            "born_on",
            "annual_income",
            "updated_on");
    List<Integer> positions = new ArrayList<>();
    for (String column : ContractFile.BORROWERS.columns()) {
      if (!typed.contains(column)) {
        positions.add(row.position(column));
      }
    }
    texts = positions.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Checks the present row. */
  void read(Row row) {
    if (!row.begin()) {
      return;
    }
    LoanRows.customerId(row, customerId);
    row.text(name, Limits.NAME_LENGTH, Need.MANDATORY);
    row.code(idType, LoanRows.personIdTypes(), IdType.OTHER);
    row.text(idNumber, Limits.OTHER_ID_LENGTH, Need.MANDATORY);
    row.day(bornOn, Need.OPTIONAL);
    row.amount(annualIncome, 0);
    row.amount(taxableIncome, 0);
    row.day(updatedOn, Need.OPTIONAL);
    for (int text : texts) {
      row.text(text, Limits.NAME_LENGTH, Need.OPTIONAL);
    }
  }
}
