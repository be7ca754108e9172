package org.xinbao.evidence;

import java.util.List;
import java.util.stream.Collectors;

/** What was published about a loan, as the last sections of its explanation. */
final class PublicationText {

  private final Publication publication;
  private final StringBuilder out = new StringBuilder();

  PublicationText(Publication publication) {
    this.publication = publication;
  }

  String write() {
    night();
    reports("9. What that night reported", Publication.When.THEN);
    reports("10. What earlier nights reported", Publication.When.BEFORE);
    reports("11. What later nights reported", Publication.When.SINCE);
    publication.notKept().forEach(each -> line("  " + each));
    title("12. Deleted since");
    if (publication.deleted().isEmpty()) {
      line("  Nothing of this loan that the date showed.");
    }
    publication.deleted().forEach(each -> line("  " + each.overdueFrom() + ": " + each.sentence()));
    return out.toString();
  }

  private void night() {
    title("8. Publication");
    Publication.Night night = publication.night();
    line(
        String.format(
            "  version %d of %s, published %s by %s with program %s; entry %d of the evidence"
                + " chain",
            night.version(),
            night.businessDate(),
            night.publishedAt(),
            night.by(),
            night.program(),
            night.entry()));
    line("  rules " + night.rulesSha256());
    line("  export " + night.manifestSha256());
    line("  read from " + publication.source());
    publication.compared().forEach(each -> line("  " + each));
    publication.rejected().forEach(each -> line("  not used: " + each));
    for (Publication.HeldBack each : publication.held()) {
      line(
          "  held: "
              + each.bureau()
              + " "
              + each.code()
              + (each.reportDate().isEmpty() ? "" : ", RptDate " + each.reportDate())
              + ", since "
              + each.since()
              + ": "
              + each.message());
    }
  }

  private void reports(String title, Publication.When when) {
    title(title);
    List<Publication.Report> reports =
        publication.reports().stream().filter(each -> each.when() == when).toList();
    if (reports.isEmpty()) {
      line("  Nothing about this loan.");
    }
    reports.forEach(this::report);
  }

  private void report(Publication.Report report) {
    line(
        String.format(
            "  %s, record %s with RptDate %s: line %d of %s, night of %s",
            report.bureau(),
            report.recordType(),
            report.reportDate(),
            report.line(),
            report.file(),
            report.sentBy()));
    if (!report.sha256().isEmpty()) {
      line("      sha256 of the record " + report.sha256());
    }
    if (!report.values().isEmpty()) {
      line(
          "      "
              + report.values().stream()
                  .map(each -> each.item() + "=" + each.value())
                  .collect(Collectors.joining(", ")));
    }
    report.handedOver().forEach(each -> line("      hand-over: " + each));
    answer(report.answer());
  }

  private void answer(Publication.Answer answer) {
    if (answer.state().equals(Publication.Answer.NONE.state())) {
      line("      no answer so far");
      return;
    }
    line(
        "      answered "
            + answer.on()
            + ": "
            + answer.state()
            + " ("
            + answer.file()
            + ", taken in "
            + answer.takenInAt()
            + ")");
    for (Publication.Reason each : answer.reasons()) {
      line(
          "      "
              + each.code()
              + (each.item().isEmpty() ? "" : " " + each.item())
              + ": "
              + each.meaning()
              + " "
              + each.repair());
    }
  }

  private void title(String title) {
    line("");
    line(title);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
