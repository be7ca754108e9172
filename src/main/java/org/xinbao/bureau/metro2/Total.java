package org.xinbao.bureau.metro2;

import java.util.Optional;

/** The totals of the trailer record, in its order. */
enum Total {
  BASE_RECORDS,
  STATUS_DF,
  SEGMENTS_J1,
  SEGMENTS_J2,
  BLOCK_COUNT,
  STATUS_DA,
  STATUS_05,
  STATUS_11,
  STATUS_13,
  STATUS_61,
  STATUS_62,
  STATUS_63,
  STATUS_64,
  STATUS_65,
  STATUS_71,
  STATUS_78,
  STATUS_80,
  STATUS_82,
  STATUS_83,
  STATUS_84,
  STATUS_88,
  STATUS_89,
  STATUS_93,
  STATUS_94,
  STATUS_95,
  STATUS_96,
  STATUS_97,
  ECOA_Z,
  SEGMENTS_N1,
  SEGMENTS_K1,
  SEGMENTS_K2,
  SEGMENTS_K3,
  SEGMENTS_K4,
  SEGMENTS_L1,
  SSN_ALL,
  SSN_BASE,
  SSN_J1,
  SSN_J2,
  BIRTH_ALL,
  BIRTH_BASE,
  BIRTH_J1,
  BIRTH_J2,
  TELEPHONE_ALL;

  /** The total that counts an account status. */
  static Optional<Total> ofStatus(String status) {
    for (Total each : values()) {
      if (each.name().equals("STATUS_" + status)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
