package org.xinbao.bureau;

import java.util.List;

/**
 * What a bureau answers for one customer or facility; its records went to the {@link RecordSink}.
 *
 * @param reported what the bureau has now been told: printable text without tab or line break,
 *     without personal data in clear
 * @param held one row per report held back, each under the smallest loan id of the key
 * @param warnings one row per report that was sent although someone should look at it
 */
public record KeyResult(String reported, List<Held> held, List<Held> warnings) {

  public KeyResult {
    held = List.copyOf(held);
    warnings = List.copyOf(warnings);
  }

  /** Nothing is due. */
  public static KeyResult unchanged(String reported) {
    return new KeyResult(reported, List.of(), List.of());
  }
}
