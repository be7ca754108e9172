package org.xinbao.bureausim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * A simulated credit reference centre, built from the reference alone and sharing no code with the
 * program: it reads submission files, stores what is right by its rules, those at load included,
 * and answers with feedback files.
 */
final class Centre {

  private final String provider;
  private final Chance chance;
  private final Store store = new Store();
  private final Set<String> fileNames = new HashSet<>();
  private final RecordXml xml = new RecordXml();
  private final AccountDesk accounts;
  private final CorrectionDesk corrections;
  private final SegmentDesk segments;
  private final PersonDesk persons;
  private final List<Feedback> answers = new ArrayList<>();
  private final List<String> foundWrong = new ArrayList<>();
  private int stored;
  private int byChance;

  /** Persons and agreements whose record was rejected by chance, until they are stored. */
  private final Set<String> refused = new HashSet<>();

  /** Accounts of which a record of the present file was rejected. */
  private final Set<String> refusedHere = new HashSet<>();

  /**
   * Which references across records the centre checks.
   *
   * @param borrowers the borrower of a 210 must have come in a 110
   * @param agreements Mcc of a 210 must have come in a 220
   */
  record Demands(boolean borrowers, boolean agreements) {

    static final Demands NONE = new Demands(false, false);
    static final Demands ALL = new Demands(true, true);
  }

  Centre(String provider, Demands demands, Chance chance) {
    this.provider = provider;
    this.chance = chance;
    this.accounts = new AccountDesk(store, demands);
    this.corrections = new CorrectionDesk(store);
    this.segments = new SegmentDesk(store);
    this.persons = new PersonDesk(store);
  }

  Store store() {
    return store;
  }

  /** All answers given so far, in order. */
  List<Feedback> answers() {
    return List.copyOf(answers);
  }

  /** What broke a rule, one text each; what was rejected by chance is not in it. */
  List<String> foundWrong() {
    return List.copyOf(foundWrong);
  }

  /** Number of records stored so far. */
  int stored() {
    return stored;
  }

  /** Number of good records rejected by chance so far. */
  int rejectedByChance() {
    return byChance;
  }

  /** Takes a file and writes the answer into a folder. */
  Path take(Path file, Path feedbackFolder) throws IOException {
    Feedback answer = take(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    Files.createDirectories(feedbackFolder);
    return Files.write(feedbackFolder.resolve(answer.name()), answer.bytes());
  }

  /** Takes a file and answers. */
  Feedback take(String name, byte[] bytes) {
    Feedback answer;
    try {
      SubmissionText file = SubmissionText.read(name, bytes, provider);
      if (!fileNames.add(name)) {
        throw new FileFault("ABF009", "file name used before");
      }
      answer = Feedback.of(file, load(file));
    } catch (FileFault e) {
      foundWrong.add(name + " " + e.getMessage());
      answer = Feedback.refused(name, e.code());
    }
    answers.add(answer);
    return answer;
  }

  private List<Feedback.Rejection> load(SubmissionText file) {
    List<Feedback.Rejection> rejections = new ArrayList<>();
    refusedHere.clear();
    Set<String> identities = new HashSet<>();
    for (int i = 0; i < file.lines().size(); i++) {
      String line = file.lines().get(i);
      List<Fault> faults = load(file, line, identities);
      if (faults.isEmpty()) {
        stored++;
      } else {
        // The header is line 1.
        rejections.add(new Feedback.Rejection(i + 2, line, faults));
      }
    }
    return rejections;
  }

  private List<Fault> load(SubmissionText file, String line, Set<String> identities) {
    List<Fault> faults;
    Node document;
    try {
      document = xml.parse(line);
      faults = check(file, document, identities);
    } catch (XMLStreamException | DateTimeException | NumberFormatException e) {
      return wrong(file, line, List.of(Fault.of("ABR006")));
    }
    if (document.children().isEmpty()) {
      return wrong(file, line, faults);
    }
    String account = first(document.children().get(0)).item("AcctCode");
    if (!faults.isEmpty()) {
      boolean follows = follows(faults, document);
      refusedHere.add(account);
      return follows ? faults : wrong(file, line, faults);
    }
    Optional<Fault> drawn = chance.draw(file.recordType());
    if (drawn.isPresent()) {
      byChance++;
      refused.add(reference(document));
      refusedHere.add(account);
      return List.of(drawn.get());
    }
    refused.remove(reference(document));
    store(file.recordType(), document);
    return List.of();
  }

  /**
   * Whether a 210 has no other fault than that what it builds on was rejected by chance: the 110 of
   * its borrower or the 220 of its agreement, or an earlier record of its account in this file.
   */
  private boolean follows(List<Fault> faults, Node document) {
    boolean lacksReference =
        document.children().stream()
            .flatMap(each -> each.children().stream())
            .anyMatch(each -> refused.contains(person(each)) || refused.contains(each.item("Mcc")));
    boolean lacksAccount = refusedHere.contains(first(document.children().get(0)).item("AcctCode"));
    return faults.stream()
        .map(Fault::code)
        .allMatch(
            code ->
                (code.equals("ABE001") && lacksReference)
                    || (code.equals("BLR004") && lacksAccount));
  }

  /** What a 210 refers to a record by. */
  private static String reference(Node document) {
    Node base = first(document.children().get(0));
    String agreement = base.item("ContractCode");
    return agreement.isEmpty() ? person(base) : agreement;
  }

  private static String person(Node base) {
    return Store.personKey(base.item("Name"), base.item("IDType"), base.item("IDNum"));
  }

  private List<Fault> wrong(SubmissionText file, String line, List<Fault> faults) {
    foundWrong.add(file.name() + " " + faults + " " + line);
    return faults;
  }

  private List<Fault> check(SubmissionText file, Node document, Set<String> identities) {
    if (document.children().isEmpty()) {
      return List.of(Fault.of("ABR000"));
    }
    Node record = document.children().get(0);
    if (!document.tag().equals("Document")
        || !record.tag().equals(root(file.recordType()))
        || !recordType(record).equals(file.recordType())) {
      return List.of(new Fault("ABR000", "InfRecType"));
    }
    if (!identities.add(identity(file.recordType(), record))) {
      return List.of(Fault.of("ABR002"));
    }
    return switch (file.recordType()) {
      case "110" -> persons.checkBasic(record, provider);
      case "120", "130", "140" -> persons.checkFlat(record);
      case "210" -> accounts.check(document, file.createdOn(), provider);
      case "211" -> corrections.checkIdChange(record, provider);
      case "212" -> segments.check(record, file.createdOn());
      case "213" -> corrections.checkSegmentDeletion(record);
      case "214" -> corrections.checkDeletion(record);
      case "215" -> corrections.checkEvent(record);
      default -> persons.checkAgreement(record, provider);
    };
  }

  private void store(String recordType, Node document) {
    Node record = document.children().get(0);
    switch (recordType) {
      case "110" -> persons.storeBasic(record);
      case "120", "130", "140" -> persons.storeFlat(record);
      case "210" -> accounts.store(document);
      case "211" -> corrections.changeId(record);
      case "212" -> segments.store(record);
      case "213" -> corrections.deleteSegment(record);
      case "214" -> corrections.delete(record);
      case "215" -> corrections.takeEvent(record);
      default -> persons.storeAgreement(record);
    }
  }

  private static String root(String recordType) {
    return switch (recordType) {
      case "110" -> "InBasInf";
      case "120" -> "InFalMmbsInf";
      case "130" -> "InIDEfctInf";
      case "140" -> "InCtfItgInf";
      case "210" -> "InAcctInf";
      case "211" -> "InAcctIDCagsInf";
      case "212" -> "InAcctMdfc";
      case "213" -> "InAcctDel";
      case "214" -> "InAcctEntDel";
      case "215" -> "InSpcEvtDscInf";
      case "220" -> "InCtrctInf";
      default -> "a record that this centre does not take";
    };
  }

  /** InfRecType stands in the record itself or in its first segment. */
  private static String recordType(Node record) {
    return record.has("InfRecType") ? record.item("InfRecType") : first(record).item("InfRecType");
  }

  private static Node first(Node record) {
    return record.children().isEmpty() ? record : record.children().get(0);
  }

  /** The identifying items (reference 2, 6.1); of other flat records all they say. */
  private static String identity(String recordType, Node record) {
    List<String> tags =
        switch (recordType) {
          case "110" -> List.of("Name", "IDType", "IDNum", "InfSurcCode");
          case "210" -> List.of("AcctCode", "RptDate");
          case "211" -> List.of("OdBnesCode");
          case "212" -> List.of("ModRecCode", "MdfcSgmtCode");
          case "213" -> List.of("DelRecCode", "DelSgmtCode");
          case "214" -> List.of("DelRecCode");
          case "215" -> List.of("AcctCode", "OpetnType", "Month", "Flag");
          case "220" -> List.of("ContractCode", "RptDate");
          default -> record.tags();
        };
    Node head = record.has("InfRecType") ? record : first(record);
    return tags.stream().map(head::item).collect(Collectors.joining("\t"));
  }
}
