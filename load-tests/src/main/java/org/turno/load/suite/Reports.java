package org.turno.load.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The XML reports that the tests leave in {@code MODULE/target/test-reports/PART}. */
final class Reports {

  private static final int MAX_MESSAGE_LINES = 30;

  private final Path root;

  Reports(Path root) {
    this.root = root;
  }

  /** Deletes the reports of earlier runs, so that none of them is taken for one of this run. */
  void clear() {
    for (Part part : Part.values()) {
      for (Path file : files(part)) {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  PartResult read(Part part) {
    int tests = 0;
    double seconds = 0;
    List<PartResult.Failure> failures = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Path file : files(part)) {
      Element suite = parse(file);
      seconds += Double.parseDouble(suite.getAttribute("time").replace(",", ""));
      NodeList cases = suite.getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        tests++;
        if (test.getElementsByTagName("skipped").getLength() > 0) {
          skipped.add(name(test));
        } else {
          failure(test).ifPresent(failures::add);
        }
      }
    }
    int run = tests - skipped.size();
    return new PartResult(part, run, run - failures.size(), failures, skipped, seconds);
  }

  private static Optional<PartResult.Failure> failure(Element test) {
    return Stream.of("failure", "error")
        .map(kind -> (Element) test.getElementsByTagName(kind).item(0))
        .filter(Objects::nonNull)
        .findFirst()
        .map(bad -> new PartResult.Failure(name(test), message(bad)));
  }

  private static String name(Element test) {
    String type = test.getAttribute("classname");
    return type.substring(type.lastIndexOf('.') + 1) + "." + test.getAttribute("name");
  }

  /** What the test said, without where in the code: the report has that. */
  private static String message(Element bad) {
    return bad.getTextContent()
        .lines()
        .takeWhile(line -> !line.matches("\\s+at .*"))
        .limit(MAX_MESSAGE_LINES)
        .collect(Collectors.joining("\n  "));
  }

  private List<Path> files(Part part) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path module : modules) {
        Path folder = module.resolve("target/test-reports").resolve(part.label());
        if (Files.isDirectory(folder)) {
          try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            reports.forEach(files::add);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(null);
    return files;
  }

  private static Element parse(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(file + " is not a test report: delete it", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
