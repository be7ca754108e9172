package org.xinbao.bureau.pboc;

/** What stands between two tags of a record: a value, or further nodes. */
sealed interface LayoutNode permits LayoutItem, LayoutElement {

  /** The name of its tag. */
  String tag();
}
