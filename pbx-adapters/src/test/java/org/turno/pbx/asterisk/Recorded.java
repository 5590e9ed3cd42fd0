package org.turno.pbx.asterisk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.turno.pbx.asterisk.ari.AriEvent;
import org.turno.pbx.asterisk.ari.AriFormatException;
import org.turno.pbx.asterisk.ari.AriParser;

/** What an Asterisk 22.10.1 really sent. The callers in it have {@link #CALLERS_NUMBER}. */
final class Recorded {
  static final String CALLERS_NUMBER = "600555123";

  private static final AriParser PARSER = new AriParser("turno");

  private Recorded() {}

  static List<AriEvent> events(String name) throws AriFormatException {
    List<AriEvent> events = new ArrayList<>();
    for (String line : text(name + ".jsonl").lines().toList()) {
      events.add(PARSER.event(AriParser.tree(line)));
    }
    return events;
  }

  static String text(String file) {
    try (InputStream in = Recorded.class.getResourceAsStream("recorded/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no recording " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
