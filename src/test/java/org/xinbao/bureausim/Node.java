package org.xinbao.bureausim;

import java.util.List;
import java.util.Optional;

/** An element of a record: text, or further elements. */
record Node(String tag, String text, List<Node> children) {

  Node {
    children = List.copyOf(children);
  }

  /** The first child of this tag. */
  Optional<Node> find(String name) {
    return children.stream().filter(each -> each.tag().equals(name)).findFirst();
  }

  /** The text of the first child of this tag; empty also when there is none. */
  String item(String name) {
    return find(name).map(Node::text).orElse("");
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  List<Node> all(String name) {
    return children.stream().filter(each -> each.tag().equals(name)).toList();
  }

  List<String> tags() {
    return children.stream().map(Node::tag).toList();
  }
}
