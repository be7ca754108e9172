package org.xinbao.bureau.zhima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * What the bureau was told of a loan: the text that a bureau's nights go on from. No personal data:
 * the identity is a digest.
 *
 * @param through the last business date decided upon, or none when the loan was never looked at
 * @param knownBefore events before this day count as told by somebody else (rulings 6), or none
 * @param gone whether all history was deleted by flag 1: nothing is told any more
 * @param identity digest of the document and name that records went out under
 * @param past digest of the loan's rows up to {@code pastOn}, see {@link PastRows}
 * @param done digests of decisions that were carried out
 * @param stages by {@code stageOn}
 */
record Told(
    int through,
    int knownBefore,
    boolean gone,
    String identity,
    int pastOn,
    String past,
    List<String> done,
    List<ToldStage> stages) {

  static final Told NOTHING =
      new Told(Day.NONE, Day.NONE, false, "", Day.NONE, "", List.of(), List.of());

  private static final String VERSION = "Z1";

  Told {
    done = List.copyOf(done);
    stages = stages.stream().sorted(Comparator.comparingInt(ToldStage::stageOn)).toList();
  }

  static Told parse(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    String[] part = text.split(" ", -1);
    if (part.length != 9 || !part[0].equals(VERSION)) {
      throw new IllegalArgumentException("a state of the bureau zhima that cannot be read");
    }
    return new Told(
        ToldStage.day(part[1]),
        ToldStage.day(part[2]),
        part[3].equals("gone"),
        part[4],
        ToldStage.day(part[5]),
        part[6],
        list(part[7]),
        list(part[8]).stream().map(ToldStage::parse).toList());
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
  }

  String text() {
    return String.join(
        " ",
        VERSION,
        ToldStage.text(through),
        ToldStage.text(knownBefore),
        gone ? "gone" : "",
        identity,
        ToldStage.text(pastOn),
        past,
        String.join(",", done),
        String.join(",", stages.stream().map(ToldStage::text).toList()));
  }

  Optional<ToldStage> find(int stageOn) {
    return stages.stream().filter(each -> each.stageOn() == stageOn).findFirst();
  }

  /** The settlement that was told, if one was. */
  Optional<ToldStage> settlement() {
    return stages.stream().filter(each -> each.status() == SceneStatus.SETTLED).findFirst();
  }

  boolean isPaidOutTold() {
    return stages.stream().anyMatch(each -> each.status() == SceneStatus.PAID_OUT);
  }

  /** With a stage in place of what was told of the same day. */
  Told with(ToldStage stage) {
    List<ToldStage> all = new ArrayList<>(without(stage.stageOn()).stages);
    all.add(stage);
    return withStages(all);
  }

  Told without(int stageOn) {
    return withStages(stages.stream().filter(each -> each.stageOn() != stageOn).toList());
  }

  private Told withStages(List<ToldStage> all) {
    return new Told(through, knownBefore, gone, identity, pastOn, past, done, all);
  }

  Told withThrough(int day) {
    return new Told(day, knownBefore, gone, identity, pastOn, past, done, stages);
  }

  /** A loan that others reported before a day. */
  static Told knownBefore(int day) {
    return new Told(day - 1, day, false, "", Day.NONE, "", List.of(), List.of());
  }

  Told withIdentity(String digest) {
    return new Told(through, knownBefore, gone, digest, pastOn, past, done, stages);
  }

  Told withPast(int on, String digest) {
    return new Told(through, knownBefore, gone, identity, on, digest, done, stages);
  }

  Told withDone(String decision) {
    List<String> all = new ArrayList<>(done);
    all.add(decision);
    return new Told(through, knownBefore, gone, identity, pastOn, past, all, stages);
  }

  /** After flag 1: nothing of the loan is remembered but that nothing more is told. */
  Told deleted() {
    return new Told(through, knownBefore, true, "", Day.NONE, "", done, List.of());
  }
}
