package org.xinbao.bureau.pboc;

/**
 * The bureau's rules about records 211 to 215 (reference section 4) that are decided on what it was
 * told before, hence before a record is sent; a decision that breaks one is held.
 */
enum CorrectionRule {
  BIE000("The new id must be 1 to 46 letters and digits and not the present one; decide again."),
  BIE001("The bureau has no such account in use, so there is nothing to rename; withdraw it."),
  BIE002("The new id is or was another account's; decide again with an id that was never used."),
  BMR001(
      "The loan has nothing that the segment could say; export it, or delete the segment with"
          + " DELETE_PERIOD."),
  BMR003("Of segment B only Name, IDType, IDNum and MngmtOrgCode can be corrected; decide again."),
  BMR005("Accounts of this type have no such segment to correct; decide again."),
  BMR007("The bureau has no such account, so there is nothing to correct; withdraw the decision."),
  BMR008(
      "Of segment H only the last report of a month can be corrected, and only within the last"
          + " twelve months reported; decide again with its report date."),
  BMR009("The segment was told anew after this report date; decide again with a later one."),
  BMR010(
      "A later month is reported, so the status of this one cannot be closed; delete the later"
          + " months first with DELETE_PERIOD."),
  BMR011(
      "FiveCateAdjDate would come before that of the month before or after that of the month after;"
          + " correct those months first."),
  BMR012("The account was reported under another account type; restore it in pboc.yaml."),
  BMR013("A special event stands in this month; make it void first (segment=215;Flag=0)."),
  BMR015("A special event stands on this day; make it void first (segment=215;Flag=0)."),
  BMR016("An earlier month is reported as closed; correct that one first."),
  BMR019("Segment B is corrected with the date of the last report; decide again with that date."),
  BMR021(
      "The report date must be one on which the segment was told, or a later one; decide again."),
  BSE000("from and to are both empty; decide again with at least one of them."),
  BSE001("from is after to; decide again."),
  ABE001(
      "Only the segments C, H, J and K of an account of this type can be deleted; decide again."),
  BSR000("The bureau has no such account, so nothing of it can be deleted; withdraw the decision."),
  BSR002("A special event stands in the period; make it void first (segment=215;Flag=0)."),
  BTE000("The account was deleted before; withdraw the decision."),
  BQR004(
      "Event 21 must be dated in the month after the last one reported, after every report, and on"
          + " or after the transfer: months before it are missing; send what is held for them."),
  BQR005("The bureau has no valid special event that could be made void; withdraw the decision.");

  private final String sentence;

  CorrectionRule(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence without personal data: what is wrong and what to do. */
  String sentence() {
    return sentence;
  }
}
