package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The layout against the position table of the format's descriptions. */
class PositionsTest {

  /**
   * Blank when a report is taken back (K2, indicator 9): the rule M041 says when it must be there.
   */
  private static final String CONDITIONAL = "Purchased Name";

  @Test
  void everyFieldStandsWhereTheTableSays() {
    for (Segment segment : Segment.values()) {
      List<Positions.Line> lines =
          Positions.TABLE.stream().filter(each -> each.segment().equals(segment.name())).toList();
      assertThat(segment.fields()).as(segment.name()).hasSameSizeAs(lines);
      for (int i = 0; i < lines.size(); i++) {
        Positions.Line line = lines.get(i);
        Field field = segment.fields().get(i);
        String name = segment + " " + line.field() + " as " + field.name();
        assertThat(field.from()).as(name).isEqualTo(line.from());
        assertThat(field.to()).as(name).isEqualTo(line.to());
        boolean reserved = line.field().startsWith("Reserved");
        if (!reserved) {
          assertThat(field.type().name()).as(name).isEqualTo(line.type());
        }
        if (!line.field().equals(CONDITIONAL)) {
          assertThat(field.required()).as(name).isEqualTo(line.required());
        }
      }
      assertThat(segment.length()).isEqualTo(Positions.length(segment.name()));
    }
  }

  @Test
  void theLengthsAreThoseOfTheFormat() {
    assertThat(java.util.Arrays.stream(Segment.values()).map(Segment::length).toList())
        .containsExactly(426, 426, 100, 200, 34, 34, 40, 30, 54, 146, 426);
  }
}
