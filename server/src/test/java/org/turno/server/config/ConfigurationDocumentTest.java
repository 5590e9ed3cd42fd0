package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example and the reference say what the program does. */
final class ConfigurationDocumentTest {
  private static final Path ROOT = Path.of(System.getProperty("turno.root", ".."));
  private static final Pattern HEAD = Pattern.compile("## `([a-z._]+)`");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\|.*");

  @TempDir private Path folder;

  @Test
  void everyKeyIsDocumentedAndEveryDocumentedKeyExists() throws IOException {
    SortedMap<String, SortedSet<String>> known = new TreeMap<>();
    for (Section section : Section.values()) {
      known.put(section.title(), new TreeSet<>(section.keys()));
    }

    assertEquals(known, documented());
  }

  @Test
  void theExampleHasNoProblem() throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.copy(ROOT.resolve("deploy/turno.yaml"), file);
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    for (String name : secretsNamedIn(file)) {
      Path secret =
          Files.createFile(
              secrets.resolve(name),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secret, "0123456789abcdef\n");
    }

    ConfigReading reading = ConfigReader.read(file, Map.of());

    assertEquals(List.of(), reading.problems());
    assertEquals(5, reading.config().orElseThrow().plan().lines().size());
  }

  private static List<String> secretsNamedIn(Path file) throws IOException {
    Matcher names = Pattern.compile("_file: secrets/([a-z.]+)").matcher(Files.readString(file));
    List<String> found = new ArrayList<>();
    while (names.find()) {
      found.add(names.group(1));
    }
    return found;
  }

  /** Keys by section; the section of skills has none, since all its keys are the user's own. */
  private static SortedMap<String, SortedSet<String>> documented() throws IOException {
    SortedMap<String, SortedSet<String>> keys = new TreeMap<>();
    String section = "";
    for (String line : Files.readAllLines(ROOT.resolve("CONFIGURATION.md"))) {
      Matcher head = HEAD.matcher(line);
      Matcher row = ROW.matcher(line);
      if (head.matches()) {
        section = head.group(1);
      } else if (row.matches()) {
        keys.computeIfAbsent(section, s -> new TreeSet<>()).add(row.group(1));
      }
    }
    return keys;
  }
}
