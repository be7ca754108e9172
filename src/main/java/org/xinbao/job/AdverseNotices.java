package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.ledger.ExportedLoan;

/**
 * {@code adverse-notices.csv}: for each borrower who must be told before adverse information goes
 * to a bureau, one row with the whole text, for a mail merge. Holds personal data.
 */
final class AdverseNotices {

  private static final List<String> COLUMNS =
      List.of(
          "customer_id",
          "borrower_name",
          "loan_ids",
          "bureaux",
          "overdue_from",
          "overdue_total",
          "send_by",
          "state",
          "text");

  private AdverseNotices() {}

  /** One loan's need of a notice, on its way to its borrower's; begins with the customer id. */
  private record Need(
      String loanId,
      String name,
      String bureau,
      String currency,
      long overdueTotal,
      int overdueFrom,
      int sendBy,
      String state) {

    static Need parse(String rest) {
      List<String> f = Tsv.fields(rest);
      return new Need(
          f.get(0),
          f.get(1),
          f.get(2),
          f.get(3),
          Long.parseLong(f.get(4)),
          Integer.parseInt(f.get(5)),
          Integer.parseInt(f.get(6)),
          f.get(7));
    }
  }

  /** A line of a part file. */
  static String toLine(ExportedLoan loan, long overdueTotal, NoticeToSend notice) {
    return Tsv.line(
        loan.row().customerId(),
        loan.loanId(),
        loan.row().borrowerName(),
        notice.bureau(),
        loan.row().currency(),
        overdueTotal,
        notice.overdueFrom(),
        notice.sendBy(),
        notice.state());
  }

  /** Writes the file. */
  static void write(NightRun night, Parts parts, Path file) throws IOException {
    try (CsvWriter out = CsvWriter.create(file)) {
      for (String column : COLUMNS) {
        out.text(column);
      }
      out.end();
      ByCustomer.read(
          night,
          parts,
          PartKind.NOTICE_NEEDS,
          (customer, lines) -> row(customer, lines.stream().map(Need::parse).toList(), night, out));
    }
  }

  private static void row(String customerId, List<Need> needs, NightRun night, CsvWriter out)
      throws IOException {
    String loans = joined(needs.stream().map(Need::loanId).distinct().toList());
    TreeSet<String> bureaux = new TreeSet<>(needs.stream().map(Need::bureau).toList());
    int from = needs.stream().mapToInt(Need::overdueFrom).min().orElseThrow();
    int sendBy = needs.stream().mapToInt(Need::sendBy).min().orElseThrow();
    boolean late = needs.stream().anyMatch(each -> each.state().equals(NoticeToSend.LATE));
    String total = total(needs);
    String name = needs.get(0).name();
    String text =
        night
            .settings()
            .noticeText()
            .fill(
                Map.of(
                    "borrower_name", name,
                    "loans", loans,
                    "overdue_from", Day.format(from),
                    "overdue_total", total,
                    "send_by", Day.format(sendBy),
                    "bureaux", titles(night, bureaux),
                    "business_date", Day.format(night.date())));
    out.text(customerId)
        .text(name)
        .text(loans)
        .text(joined(bureaux))
        .day(from)
        .text(total)
        .day(sendBy);
    out.text(late ? NoticeToSend.LATE : NoticeToSend.State.TO_SEND.name()).text(text).end();
  }

  /** The bureaux as borrowers know them. */
  private static String titles(NightRun night, Set<String> bureaux) {
    return night.bureaux().stream()
        .filter(each -> bureaux.contains(each.name()))
        .map(Bureau::title)
        .collect(Collectors.joining("、"));
  }

  private static String joined(Iterable<String> values) {
    return String.join(", ", values);
  }

  /** What is overdue of all the loans, each counted once, by currency. */
  private static String total(List<Need> needs) {
    SortedMap<String, Long> totals = new TreeMap<>();
    String last = "";
    for (Need each : needs) {
      if (!each.loanId().equals(last)) {
        totals.merge(each.currency(), each.overdueTotal(), Math::addExact);
        last = each.loanId();
      }
    }
    return totals.entrySet().stream()
        .map(each -> each.getKey() + " " + Cents.format(each.getValue()))
        .collect(Collectors.joining(" + "));
  }
}
