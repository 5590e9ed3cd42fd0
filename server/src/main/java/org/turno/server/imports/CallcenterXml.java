package org.turno.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** FreeSWITCH's {@code callcenter.conf.xml} as a list of its elements with their lines. */
final class CallcenterXml extends DefaultHandler {
  /** An element that matters. */
  record Element(String name, Map<String, String> attributes, Spotted at, List<Element> params) {
    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }

  private final Path file;
  private final List<Element> elements = new ArrayList<>();
  private @Nullable Locator locator;
  private @Nullable Element queue;

  private CallcenterXml(Path file) {
    this.file = file;
  }

  /**
   * Reads a file. Nothing outside it is ever fetched.
   *
   * @throws ImportException when it is not well-formed; the message names the line
   */
  static List<Element> read(Path file) {
    CallcenterXml handler = new CallcenterXml(file);
    SAXParserFactory factory = SAXParserFactory.newInstance();
    try (InputStream in = Files.newInputStream(file)) {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new InputSource(in), handler);
    } catch (SAXParseException e) {
      throw new ImportException(
          file + ":" + e.getLineNumber() + ": not well-formed XML: " + e.getMessage(), e);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new ImportException(file + " cannot be read: " + e.getMessage(), e);
    }
    return handler.elements;
  }

  @Override
  public void setDocumentLocator(Locator newLocator) {
    locator = newLocator;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    Map<String, String> copy = new LinkedHashMap<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      copy.put(attributes.getQName(i), attributes.getValue(i));
    }
    int line = locator == null ? 1 : locator.getLineNumber();
    Element element = new Element(name, copy, new Spotted(file, line), new ArrayList<>());
    switch (name) {
      case "queue" -> {
        queue = element;
        elements.add(element);
      }
      case "param" -> {
        if (queue == null) {
          elements.add(element);
        } else {
          queue.params.add(element);
        }
      }
      default -> elements.add(element);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    if (name.equals("queue")) {
      queue = null;
    }
  }
}
