package org.xinbao.bureausim;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the line of a record with the parser of the JDK; nothing outside the line is ever read. */
final class RecordXml {

  private final XMLInputFactory factory = XMLInputFactory.newInstance();

  RecordXml() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  /** The element {@code Document} of a line. */
  Node parse(String line) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(line));
    try {
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        // Only white space can stand before the root.
      }
      Node document = element(reader);
      while (reader.hasNext()) {
        reader.next();
      }
      return document;
    } finally {
      reader.close();
    }
  }

  /** The first segment of this tag in the record of a line; none in what cannot be parsed. */
  Optional<Node> find(String line, String segment) {
    try {
      return parse(line).children().stream()
          .flatMap(each -> each.all(segment).stream())
          .findFirst();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static Node element(XMLStreamReader reader) throws XMLStreamException {
    String tag = reader.getLocalName();
    StringBuilder text = new StringBuilder();
    List<Node> children = new ArrayList<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(element(reader));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
        text.append(reader.getText());
      } else {
        throw new XMLStreamException("neither element nor text");
      }
    }
    return new Node(tag, trimmed(text.toString()), children);
  }

  /** Without blanks around, half- or full-width (rules I0000101, I0000201). */
  private static String trimmed(String text) {
    return text.replaceAll("^[\\s\\u3000]+|[\\s\\u3000]+$", "");
  }
}
