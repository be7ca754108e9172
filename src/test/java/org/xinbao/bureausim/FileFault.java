package org.xinbao.bureausim;

/** A submission file that is refused as a whole. */
final class FileFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  FileFault(String code, String what) {
    super(code + ": " + what);
    this.code = code;
  }

  String code() {
    return code;
  }
}
