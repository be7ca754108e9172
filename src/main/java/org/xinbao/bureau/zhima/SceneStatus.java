package org.xinbao.bureau.zhima;

/** The codes of {@code scene_status} that loans have; 3 to 5 are about applications. */
enum SceneStatus {
  /** 履约: what was due is paid, the loan is not fully settled. */
  PERFORMED('0'),
  /** 违约: money is overdue. */
  DEFAULTED('1'),
  /** 结清: the whole loan is settled. */
  SETTLED('2'),
  /** 服务使用: paid out (放款). */
  PAID_OUT('6'),
  /** Told once and deleted by a decision: not told again. No code of the bureau. */
  DELETED('x');

  private final char code;

  SceneStatus(char code) {
    this.code = code;
  }

  char code() {
    return code;
  }

  static SceneStatus of(char code) {
    for (SceneStatus each : values()) {
      if (each.code == code) {
        return each;
      }
    }
    throw new IllegalArgumentException("no such scene_status");
  }
}
