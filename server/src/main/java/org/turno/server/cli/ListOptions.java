package org.turno.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common that print a list of a running Turno. */
final class ListOptions {
  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

  @Mixin private ServerAccess access;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Option(
      names = "--watch",
      paramLabel = "TIME",
      arity = "0..1",
      fallbackValue = "2s",
      converter = DurationConverter.class,
      description = "Print it again every TIME (2s without one), until Ctrl-C.")
  private Optional<Duration> every = Optional.empty();

  /** Prints the list, once or again and again. */
  int print(
      String path,
      Map<String, String> environment,
      PrintWriter out,
      BiConsumer<JsonNode, PrintWriter> table) {
    try (TurnoClient client = access.connect(environment)) {
      if (every.isEmpty()) {
        show(client.get(path), out, table);
        return 0;
      }
      try (StopSignal stop = StopSignal.install()) {
        do {
          JsonNode answer = client.get(path);
          // On a terminal one table takes the place of the one before.
          if (!json && Ansi.AUTO.enabled()) {
            out.print(CLEAR_SCREEN);
          }
          show(answer, out, table);
        } while (!stop.await(every.get().toMillis()));
      }
      return 0;
    }
  }

  private void show(JsonNode answer, PrintWriter out, BiConsumer<JsonNode, PrintWriter> table) {
    if (json) {
      out.println(Json.line(answer));
    } else {
      table.accept(answer, out);
    }
    out.flush();
  }
}
