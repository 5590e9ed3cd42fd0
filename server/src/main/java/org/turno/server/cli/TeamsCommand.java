package org.turno.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The teams of a running Turno. */
@Command(
    name = "teams",
    mixinStandardHelpOptions = true,
    description = "Show the teams of a running Turno: their agents by state, and today's work.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "1:no answer or not allowed", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {"  turno teams", "  turno teams --watch", "  turno teams --json"})
final class TeamsCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Mixin private ListOptions list;

  TeamsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return list.print(
        "/api/v1/teams", environment, spec.commandLine().getOut(), TeamsCommand::table);
  }

  private static void table(JsonNode answer, PrintWriter out) {
    Table table =
        new Table(
            "TEAM",
            "NAME",
            "SIGNED IN",
            "AVAILABLE",
            "RINGING",
            "TALKING",
            "WRAP-UP",
            "PAUSED",
            "HANDLED",
            "AHT",
            "OCCUPANCY");
    for (JsonNode team : answer.path("teams")) {
      JsonNode agents = team.path("agents");
      table.row(
          Cells.text(team, "id"),
          Cells.text(team, "name"),
          signedIn(agents),
          Cells.text(agents, "available"),
          agents.path("reserved").asInt() + agents.path("ringing").asInt(),
          Cells.text(agents, "talking"),
          Cells.text(agents, "wrap_up"),
          Cells.text(agents, "paused"),
          Cells.text(team, "handled"),
          Cells.length(team, "ahtMs"),
          Cells.percent(team, "occupancy"));
    }
    table.print(out);
    JsonNode formulas = answer.path("formulas");
    out.println("AHT: " + Cells.text(formulas, "ahtMs"));
    out.println("OCCUPANCY: " + Cells.text(formulas, "occupancy"));
  }

  private static int signedIn(JsonNode agents) {
    int all = 0;
    for (JsonNode state : agents) {
      all += state.asInt();
    }
    return all - agents.path("signed_out").asInt();
  }
}
