package org.xinbao.ledger;

import java.util.List;
import org.xinbao.ledger.GroupRows.Placed;
import org.xinbao.ledger.GuaranteeRow.PartyKind;
import org.xinbao.ledger.GuaranteeRow.Role;
import org.xinbao.ledger.Row.Need;

/**
 * Reads rows whose faults cost only themselves (rulings 34): guarantees, collateral, notices,
 * decisions. Notices with the same loan, channel and day, and collateral codes given twice, count
 * once.
 */
final class SideRows {

  private static final Codes<PartyKind> PARTY_KINDS = Codes.of(PartyKind.class);
  private static final Codes<Role> ROLES = Codes.of(Role.class);
  private static final Codes<IdType> ID_TYPES = Codes.of(IdType.class);
  private static final int MAX_CHANNEL = 64;

  private SideRows() {}

  /** Rows of {@code guarantees.csv}. */
  static RowReader guarantees(Row header) {
    int loanId = header.position("loan_id");
    int partyKind = header.position("party_kind");
    int name = header.position("name");
    int idType = header.position("id_type");
    int idNumber = header.position("id_number");
    int role = header.position("role");
    int amount = header.position("amount");
    int contractId = header.position("contract_id");
    int joint = header.position("joint");
    int ecoa = header.position("ecoa");
    UsConsumerColumns consumer = new UsConsumerColumns(header);
    return (row, group) -> {
      if (row.begin()) {
        row.checkKey(loanId);
        GuaranteeRow guarantee =
            new GuaranteeRow(
                row.line(),
                row.code(partyKind, PARTY_KINDS, PartyKind.PERSON),
                row.text(name, Limits.NAME_LENGTH, Need.MANDATORY),
                row.code(idType, ID_TYPES, IdType.OTHER),
                row.text(idNumber, Limits.OTHER_ID_LENGTH, Need.MANDATORY),
                row.code(role, ROLES, Role.OTHER),
                row.amount(amount, -1),
                row.lettersAndDigits(contractId, 1, Limits.ID_LENGTH, Need.OPTIONAL),
                LoanOptionColumns.oneOf(row, joint, "0", "1"),
                consumer.read(row),
                row.text(ecoa, Limits.NAME_LENGTH, Need.OPTIONAL));
        if (row.problems().isEmpty()) {
          group.guarantees.add(guarantee);
          group.good.add(ContractFile.GUARANTEES, 1);
        }
      }
      group.rejectRow(row.problems());
    };
  }

  /** Rows of {@code collateral.csv}. */
  static RowReader collateral(Row header) {
    int loanId = header.position("loan_id");
    int code = header.position("collateral_code");
    return (row, group) -> {
      if (row.begin()) {
        row.checkKey(loanId);
        String value = row.text(code, Limits.OTHER_ID_LENGTH, Need.MANDATORY);
        if (row.problems().isEmpty()) {
          group.collateral.add(value);
          group.good.add(ContractFile.COLLATERAL, 1);
        }
      }
      group.rejectRow(row.problems());
    };
  }

  /** Rows of {@code notices.csv}. */
  static RowReader notices(Row header) {
    int loanId = header.position("loan_id");
    int channel = header.position("channel");
    int sentOn = header.position("sent_on");
    return (row, group) -> {
      if (row.begin()) {
        row.checkKey(loanId);
        String how = row.text(channel, MAX_CHANNEL, Need.MANDATORY);
        int day = row.day(sentOn, Need.MANDATORY);
        if (row.problems().isEmpty()) {
          group.notices.add(new Placed<>(new NoticeRow(group.loanId(), how, day), row.line()));
          group.good.add(ContractFile.NOTICES, 1);
        }
      }
      group.rejectRow(row.problems());
    };
  }

  /** Rows of {@code contacts.csv}. */
  static RowReader contacts(Row header) {
    int loanId = header.position("loan_id");
    int contactedAt = header.position("contacted_at");
    int channel = header.position("channel");
    int connected = header.position("connected");
    return (row, group) -> {
      if (row.begin()) {
        row.checkKey(loanId);
        String at = row.moment(contactedAt, Need.MANDATORY);
        String how = row.text(channel, MAX_CHANNEL, Need.MANDATORY);
        if (row.isEmpty(connected)) {
          row.missing(connected);
        }
        String reached = LoanOptionColumns.oneOf(row, connected, "0", "1", "true", "false");
        if (row.problems().isEmpty()) {
          group.contacts.add(
              new ContactRow(at, how, reached.equals("1") || reached.equals("true")));
          group.good.add(ContractFile.CONTACTS, 1);
        }
      }
      group.rejectRow(row.problems());
    };
  }

  /** Rows of a file joined by loan that only says that the loan's customer is in a file. */
  static RowReader borrowerMarks() {
    return (row, group) -> group.borrowerListed();
  }

  /** Rows of {@code borrowers.csv} joined by loan, all of them already checked. */
  static RowReader borrowers(Row header) {
    BorrowerRows borrowers = new BorrowerRows(header);
    return (row, group) -> borrowers.read(row).ifPresent(group::borrower);
  }

  /** Rows of {@code facilities.csv} joined by loan, all of them already checked. */
  static RowReader facilities(Row header) {
    FacilityRows facilities = new FacilityRows(header);
    return (row, group) -> facilities.read(row).ifPresent(group::facility);
  }

  /** Rows of {@code decisions.csv}. */
  static RowReader decisions(Row header) {
    DecisionRows decisions = new DecisionRows(header);
    return (row, group) -> {
      decisions
          .read(row, group.loanId())
          .ifPresent(
              decision -> {
                group.decisions.add(new Placed<>(decision, row.line()));
                group.good.add(ContractFile.DECISIONS, 1);
              });
      group.rejectRow(List.copyOf(row.problems()));
    };
  }
}
