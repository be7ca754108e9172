package org.xinbao.bureau.metro2;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.UsConsumer;

/** The persons of an account: the borrower in the base segment, all others in J1 and J2. */
final class Consumers {

  private static final String INDIVIDUAL = "1";
  private static final String JOINT = "2";
  private static final String CO_MAKER = "5";
  private static final String MAKER = "7";
  private static final String BUSINESS = "W";

  private final ExportedLoan loan;

  Consumers(ExportedLoan loan) {
    this.loan = loan;
  }

  /** Writes the borrower. */
  void base(SegmentText base, BorrowerRow borrower, String bankruptcy) throws Unwritable {
    UsConsumer person = borrower.consumer();
    base.text("SURNAME", person.surname())
        .text("FIRST_NAME", person.firstName())
        .text("MIDDLE_NAME", person.middleName())
        .text("GENERATION", person.generation())
        .digits("SSN", person.ssn())
        .day("DATE_OF_BIRTH", borrower.person().bornOn())
        .digits("TELEPHONE", person.phone())
        .text("ECOA", ecoa())
        .text("CONSUMER_INFORMATION", bankruptcy);
    address(base, person);
  }

  private static void address(SegmentText segment, UsConsumer person) throws Unwritable {
    segment
        .text("COUNTRY", person.country())
        .text("ADDRESS_1", person.address1())
        .text("ADDRESS_2", person.address2())
        .text("CITY", person.city())
        .text("STATE", person.state())
        .text("ZIP", person.zip())
        .text("ADDRESS_INDICATOR", person.addressIndicator())
        .text("RESIDENCE", person.residenceCode());
  }

  /** The borrower's own relation to the account follows from who else owes it. */
  private String ecoa() {
    List<String> others =
        loan.guarantees().stream().filter(Consumers::isToldOf).map(Consumers::ecoa).toList();
    if (others.contains(JOINT)) {
      return JOINT;
    }
    return others.contains(CO_MAKER) ? MAKER : INDIVIDUAL;
  }

  private static String ecoa(GuaranteeRow party) {
    if (!party.ecoa().isEmpty()) {
      return party.ecoa();
    }
    return party.role() == GuaranteeRow.Role.CO_BORROWER ? JOINT : CO_MAKER;
  }

  /** A guarantee company is told of only where the export says that it is to be. */
  private static boolean isToldOf(GuaranteeRow party) {
    return party.partyKind() == GuaranteeRow.PartyKind.PERSON
        ? party.role() != GuaranteeRow.Role.OTHER || !party.ecoa().isEmpty()
        : party.ecoa().equals(BUSINESS);
  }

  /** The others, those with the borrower's address first. */
  List<SegmentText> others(BorrowerRow borrower) throws Unwritable {
    List<SegmentText> same = new ArrayList<>();
    List<SegmentText> elsewhere = new ArrayList<>();
    for (GuaranteeRow each : loan.guarantees()) {
      if (isToldOf(each)) {
        boolean shares = isSameAddress(each.consumer(), borrower.consumer());
        (shares ? same : elsewhere).add(other(each, shares ? Segment.J1 : Segment.J2));
      }
    }
    same.addAll(elsewhere);
    return same;
  }

  private static boolean isSameAddress(UsConsumer a, UsConsumer b) {
    return a.address1().equals(b.address1())
        && a.address2().equals(b.address2())
        && a.city().equals(b.city())
        && a.state().equals(b.state())
        && a.zip().equals(b.zip());
  }

  private static SegmentText other(GuaranteeRow party, Segment segment) throws Unwritable {
    UsConsumer person = party.consumer();
    SegmentText text =
        new SegmentText(segment)
            .text("SURNAME", person.surname())
            .text("FIRST_NAME", person.firstName())
            .text("MIDDLE_NAME", person.middleName())
            .text("GENERATION", person.generation())
            .digits("SSN", person.ssn())
            .day("DATE_OF_BIRTH", bornOn(party))
            .digits("TELEPHONE", person.phone())
            .text("ECOA", ecoa(party));
    if (segment == Segment.J2) {
      address(text, person);
    }
    return text;
  }

  /** The export has no birthday of a guarantor but the one in an identity number. */
  private static int bornOn(GuaranteeRow party) {
    String number = party.idNumber();
    if (party.idType() != IdType.ID_CARD || !number.matches("[0-9]{17}[0-9X]")) {
      return Day.NONE;
    }
    String day =
        number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14);
    try {
      return Day.parse(day);
    } catch (java.time.format.DateTimeParseException e) {
      return Day.NONE;
    }
  }
}
