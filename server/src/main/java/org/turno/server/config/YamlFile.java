package org.turno.server.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns a file into YAML nodes, which know their lines. */
final class YamlFile {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setAllowDuplicateKeys(true).build();

  private YamlFile() {}

  /** The only document of the file; null, with the problem reported, where there is none. */
  static @Nullable Node read(Path file, Problems problems) {
    String text = text(file, problems);
    return text == null ? null : compose(text, problems);
  }

  private static @Nullable String text(Path file, Problems problems) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      problems.error(Spot.START, "there is no such file", "name the file with --config");
    } catch (CharacterCodingException e) {
      problems.error(Spot.START, "the file is not in UTF-8", "save it in UTF-8");
    } catch (IOException e) {
      problems.error(
          Spot.START, "cannot read the file (" + e + ")", "let this user read it: chmod, chown");
    }
    return null;
  }

  private static @Nullable Node compose(String text, Problems problems) {
    try {
      Iterator<Node> documents = new Compose(SETTINGS).composeAllFromString(text).iterator();
      if (!documents.hasNext()) {
        problems.error(Spot.START, "the file is empty", "begin with the example turno.yaml");
        return null;
      }
      Node first = documents.next();
      if (documents.hasNext()) {
        problems.error(
            Spot.of(documents.next()),
            "a second document begins here",
            "remove the line \"---\" before it");
      }
      return first;
    } catch (MarkedYamlEngineException e) {
      Spot at = e.getProblemMark().or(e::getContextMark).map(Spot::of).orElse(Spot.START);
      problems.error(
          at,
          "not YAML: " + e.getProblem(),
          "check indentation (spaces, no tabs), colons and quotes here and on the line before");
    } catch (YamlEngineException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      problems.error(Spot.START, "not YAML: " + why, "save the file as plain text");
    }
    return null;
  }
}
