package org.xinbao.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that an export may have: their mandatory columns, the key they are read by and their
 * numeric columns, each with its decimals (contract section 1, rulings 7, 8 and section C).
 */
enum ContractFile {
  LOANS(
      "loans.csv",
      "loan_id",
      "customer_id,borrower_name,id_type,id_number,product,facility_id,opened_on,matures_on,"
          + "currency,principal,annual_rate,repayment_method,terms,status,closed_on",
      "principal:2,annual_rate:10,terms:0,ledger_principal_balance:2,ledger_overdue_total:2,"
          + "ledger_penalty:2,ledger_days_past_due:0"),
  INSTALMENTS(
      "instalments.csv",
      "loan_id",
      "seq,due_on,principal,interest,fee",
      "seq:0,principal:2,interest:2,fee:2"),
  TRANSACTIONS(
      "transactions.csv",
      "loan_id",
      "txn_id,value_date,booked_at,type,amount,reverses,principal,interest,penalty,fee",
      "amount:2,principal:2,interest:2,penalty:2,fee:2,months_changed:0"),
  RATES(
      "rates.csv",
      "loan_id",
      "from,annual_rate,penalty_annual_rate",
      "annual_rate:10,penalty_annual_rate:10"),
  GUARANTEES(
      "guarantees.csv",
      "loan_id",
      "party_kind,name,id_type,id_number,role,amount,contract_id",
      "amount:2"),
  COLLATERAL("collateral.csv", "loan_id", "collateral_code", ""),
  NOTICES("notices.csv", "loan_id", "channel,sent_on", ""),
  DECISIONS(
      "decisions.csv",
      "loan_id",
      "decision_id,kind,decided_on,effective_from,effective_to,reason,details",
      ""),
  FACILITIES(
      "facilities.csv",
      "facility_id",
      "customer_id,borrower_name,id_type,id_number,kind,revolving,credit_limit,currency,"
          + "effective_on,expires_on,status",
      "credit_limit:2,billing_day:0,payment_day:0"),
  BORROWERS(
      "borrowers.csv",
      "customer_id",
      "name,id_type,id_number,sex,born_on,nationality,mobile,email,marital_status,education,degree,"
          + "employment,employer,industry,occupation,residence_status,residence_address,"
          + "mail_address,mail_postcode,annual_income,updated_on",
      "annual_income:2,taxable_income:2"),
  IDENTITIES("identities.csv", "customer_id", "id_type,id_number,valid_from,valid_to,issuer", ""),
  CONTACTS("contacts.csv", "loan_id", "contacted_at,channel,connected", ""),
  CALENDAR("calendar.csv", "day", "working", "");

  private final String fileName;
  private final String key;

  // List.copyOf and Map.copyOf: the checker knows only Guava's types to be immutable.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> columns;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, Integer> decimals;

  ContractFile(String fileName, String key, String others, String numeric) {
    this.fileName = fileName;
    this.key = key;
    String all = key.isEmpty() ? others : key + "," + others;
    this.columns = all.isEmpty() ? List.of() : List.of(all.split(",", -1));
    Map<String, Integer> map = new HashMap<>();
    for (String column : numeric.isEmpty() ? new String[0] : numeric.split(",", -1)) {
      String[] parts = column.split(":", -1);
      map.put(parts[0], Integer.parseInt(parts[1]));
    }
    this.decimals = Map.copyOf(map);
  }

  /** The contract file of a name. */
  static Optional<ContractFile> find(String fileName) {
    return Arrays.stream(values()).filter(f -> f.fileName.equals(fileName)).findFirst();
  }

  String fileName() {
    return fileName;
  }

  boolean isMandatory() {
    return this == LOANS || this == INSTALMENTS || this == TRANSACTIONS;
  }

  /** Whether the file is read loan by loan. */
  boolean isByLoan() {
    return key.equals("loan_id");
  }

  /** Whether the file is read customer by customer. */
  boolean isByCustomer() {
    return key.equals("customer_id");
  }

  /** Whether a key may have only one row; of several none is used. */
  boolean isUnique() {
    return this == BORROWERS || this == FACILITIES || this == CALENDAR;
  }

  /**
   * Whether its rows are read at all; the others are only hashed, counted and their header read.
   */
  boolean isRead() {
    return !key.isEmpty();
  }

  List<String> columns() {
    return columns;
  }

  /** Decimals by numeric column. */
  Map<String, Integer> decimals() {
    return decimals;
  }

  /** The key column, given the file's header. */
  KeyColumn keyColumn(Header header) {
    if (key.isEmpty()) {
      return KeyColumn.NONE;
    }
    KeyColumn.Form form =
        isByCustomer() || this == CALENDAR ? KeyColumn.Form.TEXT : KeyColumn.Form.ID;
    return new KeyColumn(header.position(key), form);
  }
}
