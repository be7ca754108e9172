package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every item of record 210 for every account type, as the field tables of the reference have it
 * (sections 3.1 to 3.9): {@code A} always there and filled, {@code a} always there, may be empty,
 * {@code M} there for the type and filled, {@code O} there for the type, may be empty, {@code -}
 * not there for the type, {@code .} the type has no such segment. Each cell is tried: the tag left
 * out, emptied or put in.
 */
class ItemPresenceTest {

  /** Columns D1 R1 R2 R3 R4 C1; within a segment the order is that of the record. */
  private static final String TABLE =
      """
      B InfRecType AAAAAA
      B AcctType AAAAAA
      B AcctCode AAAAAA
      B RptDate AAAAAA
      B RptDateCode AAAAAA
      B Name AAAAAA
      B IDType AAAAAA
      B IDNum AAAAAA
      B MngmtOrgCode AAAAAA
      C BusiLines AAAAAA
      C BusiDtlLines AAAAAA
      C OpenDate AAAAAA
      C Cy AAAAAA
      C AcctCredLine -MMM--
      C LoanAmt M---MM
      C Flag M-----
      C DueDate MMMMM-
      C RepayMode MM--M-
      C RepayFreqcy MM--M-
      C RepayPrd M---M-
      C ApplyBusiDist OOOOO-
      C GuarMode MMMMM-
      C OthRepyGuarWay MMMMM-
      C AssetTrandFlag MMMMM-
      C FundSou MMMMM-
      C LoanForm MMMMM-
      C CreditID --MM--
      F Mcc .AAAA.
      G InitCredName .....A
      G InitCredOrgNm .....a
      G OrigDbtCate .....A
      G InitRpySts .....A
      H Month AAAAA.
      H SettDate aaaaa.
      H AcctStatus AAAAA.
      H AcctBal AAAAA.
      H PridAcctBal --M--.
      H UsedAmt --M--.
      H NotIsuBal --M--.
      H RemRepPrd MMM-M.
      H FiveCate AAAAA.
      H FiveCateAdjDate AAAAA.
      H RpyStatus AAAAA.
      H RpyPrct --a--.
      H OverdPrd MMM-M.
      H TotOverd MMM-M.
      H OverdPrinc MM--M.
      H Oved31_60Princ MM--M.
      H Oved61_90Princ MM--M.
      H Oved91_180Princ MM--M.
      H OvedPrinc180 MM--M.
      H OvedrawBaOve180 ---M-.
      H CurRpyAmt MMM-M.
      H ActRpyAmt AAAAA.
      H LatRpyDate AAAAA.
      H CloseDate aaaaa.
      I SpecLine ..A...
      I SpecEfctDate ..A...
      I SpecEndDate ..A...
      I UsedInstAmt ..A...
      J AcctStatus AAA.AA
      J AcctBal AAA.AA
      J FiveCate MMM.M-
      J FiveCateAdjDate MMM.M-
      J RemRepPrd MMM.M-
      J RpyStatus MMM.M-
      J OverdPrd MMM.M-
      J TotOverd MMM.M-
      J LatRpyAmt AAA.AA
      J LatRpyDate AAA.AA
      J CloseDate aaa.aa
      """;

  /** A row of the table; {@code before} are the tags before it in its segment. */
  record Row(Segment segment, String tag, String letters, List<String> before) {

    @Override
    public String toString() {
      return segment + " " + tag + " " + letters;
    }
  }

  static Stream<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<String> before = new ArrayList<>();
    String last = "";
    for (String line : TABLE.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (!words[0].equals(last)) {
        before.clear();
        last = words[0];
      }
      rows.add(new Row(Segment.valueOf(words[0]), words[1], words[2], List.copyOf(before)));
      before.add(words[1]);
    }
    return rows.stream();
  }

  private static String good(AccountType type, Segment segment) {
    boolean late = segment == Segment.J && type != AccountType.C1;
    return Samples.with(
        type, late ? 40 : 10, segment == Segment.I ? new Segment[] {segment} : new Segment[0]);
  }

  /** The record with the content of one segment replaced. */
  private static String with(String record, Segment segment, String content) {
    int from = record.indexOf("<" + segment.tag() + ">") + segment.tag().length() + 2;
    int to = record.indexOf("</" + segment.tag() + ">");
    return record.substring(0, from) + content + record.substring(to);
  }

  private static String content(String record, Segment segment) {
    int from = record.indexOf("<" + segment.tag() + ">") + segment.tag().length() + 2;
    return record.substring(from, record.indexOf("</" + segment.tag() + ">"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyCellIsChecked(Row row) {
    for (AccountType type : AccountType.values()) {
      char letter = row.letters().charAt(type.index());
      if (letter == '.') {
        continue;
      }
      String record = good(type, row.segment());
      assertThat(Samples.findings(record)).as("%s", type).isEmpty();
      String content = content(record, row.segment());
      String element = "<" + row.tag() + ">[^<]*</" + row.tag() + ">";
      assertThat(content.matches(".*" + element + ".*")).as("%s", type).isEqualTo(letter != '-');
      if (letter == '-') {
        String more = with(record, row.segment(), inserted(content, row));
        assertThat(Samples.findings(more)).as("%s put in", type).contains("BLD000 " + row.tag());
        continue;
      }
      boolean always = letter == 'A' || letter == 'a';
      String gone = with(record, row.segment(), content.replaceFirst(element, ""));
      assertThat(Samples.findings(gone))
          .as("%s left out", type)
          .contains((always ? "ABD000 " : "BLD000 ") + row.tag());
      String empty = "<" + row.tag() + "></" + row.tag() + ">";
      String emptied = with(record, row.segment(), content.replaceFirst(element, empty));
      boolean mandatory = letter == 'A' || letter == 'M';
      assertThat(Samples.findings(emptied).contains("ABE000 " + row.tag()))
          .as("%s emptied", type)
          .isEqualTo(mandatory);
    }
  }

  private static String inserted(String content, Row row) {
    int at = 0;
    for (String each : row.before()) {
      int close = content.indexOf("</" + each + ">");
      at = close < 0 ? at : close + each.length() + 3;
    }
    String more = "<" + row.tag() + ">1</" + row.tag() + ">";
    return content.substring(0, at) + more + content.substring(at);
  }
}
