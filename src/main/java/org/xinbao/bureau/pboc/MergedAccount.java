package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.MergedLoan;
import org.xinbao.bureau.NotAssessable;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.retention.RetainedRecord;

/**
 * All loans of a facility as one account (汇总报送), at the close of any day.
 *
 * <p>It is closed when its facility has ended and all its loans are closed: as long as the facility
 * can be drawn on, the bureau must be able to take more (BLR020).
 */
final class MergedAccount {

  private final String facilityId;
  private final Optional<FacilityRow> facility;
  private final int endedSince;
  private final List<MergedLoan> loans;
  private final Map<Integer, BureauLoan> earlier = new HashMap<>();
  private final List<MergedMark> gone = new ArrayList<>();

  /**
   * Takes the loans of a facility.
   *
   * @param endedSince the first business date on which the facility was seen not to be active, or
   *     none
   * @param loans all of them assessed tonight, or closed before
   */
  MergedAccount(
      String facilityId, Optional<FacilityRow> facility, int endedSince, List<MergedLoan> loans) {
    this.facilityId = facilityId;
    this.facility = facility;
    this.endedSince = endedSince;
    this.loans = List.copyOf(loans);
    for (MergedLoan each : loans) {
      if (each.present().isEmpty()) {
        MergedMark.find(each.told()).ifPresent(gone::add);
      }
    }
  }

  /** The account at the close of the business date. */
  BureauLoan today(int businessDate) {
    List<BureauLoan.Member> members = new ArrayList<>();
    for (MergedLoan each : loans) {
      each.present()
          .ifPresent(loan -> members.add(new BureauLoan.Member(loan.today(), loan.asOf())));
    }
    return merge(members, gone, businessDate);
  }

  /**
   * The account at the close of an earlier day; throws {@link NotAssessable} when a loan that the
   * export has no more was still open then, or closed in that month.
   */
  BureauLoan asOf(int day) {
    BureauLoan known = earlier.get(day);
    if (known == null) {
      known = merge(membersAt(day), goneBefore(day), day);
      earlier.put(day, known);
    }
    return known;
  }

  private List<BureauLoan.Member> membersAt(int day) {
    List<BureauLoan.Member> members = new ArrayList<>();
    for (MergedLoan each : loans) {
      if (each.present().isPresent() && openedOn(each.present().get()) <= day) {
        IntFunction<BureauLoan> asOf = each.present().get().asOf();
        members.add(new BureauLoan.Member(asOf.apply(day), asOf));
      }
    }
    return members;
  }

  private List<MergedMark> goneBefore(int day) {
    List<MergedMark> then = new ArrayList<>();
    for (MergedMark each : gone) {
      if (each.openedOn() <= day) {
        if (Dates.month(each.closedOn()) >= Dates.month(day)) {
          throw new NotAssessable();
        }
        then.add(each);
      }
    }
    return then;
  }

  private static int openedOn(MergedLoan.Present loan) {
    return loan.today().exported().loan().openedOn();
  }

  private BureauLoan merge(List<BureauLoan.Member> members, List<MergedMark> before, int day) {
    List<BureauLoan> present = members.stream().map(BureauLoan.Member::loan).toList();
    if (present.isEmpty() && (before.isEmpty() || facility.isEmpty())) {
      throw new NotAssessable();
    }
    int ended = endedOn(day);
    boolean closed =
        ended != Day.NONE
            && present.stream().allMatch(each -> AccountFigures.isClosed(each.assessment()));
    MergedTerms terms = new MergedTerms(facilityId, facility, present, before);
    List<RetainedRecord> adverse = MergedAdverse.of(adverse(present, closed));
    Assessment figures =
        new MergedFigures(present, before, closed, terms.openedOn()).at(day, adverse);
    int closedOn = closed ? closedOn(present, before, ended) : writtenOffOn(present);
    return new BureauLoan(terms.at(figures, closedOn), figures, adverse, List::of, members);
  }

  /** When the facility could no longer be drawn on, none while it can be at the close of a day. */
  private int endedOn(int day) {
    if (facility.isEmpty()) {
      return Day.NONE;
    }
    int expiresOn = facility.get().expiresOn();
    if (expiresOn != Day.NONE && expiresOn < day) {
      return expiresOn;
    }
    return endedSince != Day.NONE && endedSince <= day ? endedSince : Day.NONE;
  }

  /** What was open at the transfer of one loan stays unpaid for ever, but not with this account. */
  private static List<RetainedRecord> adverse(List<BureauLoan> present, boolean closed) {
    return present.stream()
        .filter(each -> closed || each.assessment().accountStatus() != AccountStatus.TRANSFERRED)
        .flatMap(each -> each.adverse().stream())
        .toList();
  }

  private static int closedOn(List<BureauLoan> present, List<MergedMark> before, int ended) {
    int last = ended;
    for (BureauLoan each : present) {
      last = Math.max(last, AccountFigures.closeDate(each));
    }
    for (MergedMark each : before) {
      last = Math.max(last, each.closedOn());
    }
    return last;
  }

  /** The first write-off of a loan that still owes something. */
  private static int writtenOffOn(List<BureauLoan> present) {
    return present.stream()
        .filter(each -> each.exported().loan().status() == LoanStatus.WRITTEN_OFF)
        .mapToInt(each -> each.exported().loan().closedOn())
        .min()
        .orElse(Day.NONE);
  }
}
