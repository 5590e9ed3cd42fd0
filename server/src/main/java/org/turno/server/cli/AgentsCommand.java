package org.turno.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The agents of a running Turno. */
@Command(
    name = "agents",
    mixinStandardHelpOptions = true,
    description = "Show the agents of a running Turno: state, for how long, phone.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "1:no answer or not allowed", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno agents",
      "  turno agents --team mornings --watch 5s",
      "  turno agents --json"
    })
final class AgentsCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Mixin private ListOptions list;

  @Option(names = "--team", paramLabel = "ID", description = "Only the agents of a team.")
  private Optional<String> team = Optional.empty();

  AgentsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String path =
        "/api/v1/agents"
            + team.map(id -> "?team=" + URLEncoder.encode(id, StandardCharsets.UTF_8)).orElse("");
    return list.print(path, environment, spec.commandLine().getOut(), AgentsCommand::table);
  }

  private static void table(JsonNode answer, PrintWriter out) {
    long nowMs = answer.path("nowMs").asLong();
    Table table =
        new Table("AGENT", "ALIAS", "TEAM", "STATE", "FOR", "PAUSE", "QUEUE", "PHONE", "HANDLED");
    for (JsonNode agent : answer.path("agents")) {
      table.row(
          Cells.text(agent, "id"),
          Cells.text(agent, "alias"),
          Cells.text(agent, "team"),
          state(agent),
          Cells.since(agent, "sinceMs", nowMs),
          pause(agent),
          Cells.text(agent, "queue"),
          Cells.text(agent, "phone"),
          Cells.text(agent, "handled"));
    }
    table.print(out);
  }

  private static String state(JsonNode agent) {
    String state = Cells.text(agent, "state");
    if (agent.path("observed").isTextual()) {
      state += ", observed";
    }
    return agent.path("leaving").asBoolean() ? state + ", leaving" : state;
  }

  private static String pause(JsonNode agent) {
    JsonNode pauses = agent.path("pauses");
    String text = Cells.text(agent, "pause");
    if (agent.path("pausedByTurno").asBoolean()) {
      text += " (by Turno)";
    }
    if (pauses.path("breakUntilMs").isNumber()) {
      text += " (mandatory)";
    }
    if (pauses.path("overran").asBoolean()) {
      text += ", too long";
    }
    int hard = agent.path("hardInRow").asInt();
    if (hard > 0) {
      text += ", " + hard + " hard in a row";
    }
    return pauses.path("planned").isTextual()
        ? text + ", later " + pauses.path("planned").asText()
        : text;
  }
}
