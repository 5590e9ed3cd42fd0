package org.turno.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Runs a command in this process and keeps what it said. */
record Cli(int exit, String out, String err) {
  static Cli run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        TurnoCommand.commandLine(environment)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Cli(exit, out.toString(), err.toString());
  }

  /** The last line as JSON. */
  JsonNode json() {
    List<String> lines = out.lines().toList();
    try {
      return new ObjectMapper().readTree(lines.getLast());
    } catch (JsonProcessingException e) {
      throw new AssertionError("the last line is no JSON: " + out + err, e);
    }
  }
}
