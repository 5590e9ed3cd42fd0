package org.turno.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The queues of a running Turno. */
@Command(
    name = "queues",
    mixinStandardHelpOptions = true,
    description = "Show the queues of a running Turno: who waits, and today's figures.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "1:no answer or not allowed", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {"  turno queues", "  turno queues --watch", "  turno queues --json"})
final class QueuesCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Mixin private ListOptions list;

  QueuesCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return list.print(
        "/api/v1/queues", environment, spec.commandLine().getOut(), QueuesCommand::table);
  }

  private static void table(JsonNode answer, PrintWriter out) {
    Table table =
        new Table(
            "QUEUE",
            "WAITING",
            "LONGEST",
            "EXPECTED",
            "RINGING",
            "TALKING",
            "OFFERED",
            "ANSWERED",
            "ABANDONED",
            "SL",
            "ASA",
            "AHT",
            "ESTIMATES");
    answer.path("queues").forEach(queue -> row(table, Cells.text(queue, "id"), queue));
    row(table, "all", answer.path("totals"));
    table.print(out);
    JsonNode formulas = answer.path("formulas");
    out.println("EXPECTED: what who comes now would wait, in eight of ten cases");
    out.println("ESTIMATES: today's waits below, inside and above theirs; right is 10/80/10%");
    out.println("SL: " + Cells.text(formulas, "serviceLevelOffered"));
    out.println("ASA: " + Cells.text(formulas, "asaMs"));
    out.println("AHT: " + Cells.text(formulas, "ahtMs"));
    for (JsonNode door : answer.path("doors")) {
      if (!door.path("open").asBoolean()) {
        String by =
            door.path("forced").asBoolean() ? "by " + Cells.text(door, "by") : "by its hours";
        out.println(Cells.text(door, "id") + " IS CLOSED " + by + ": see turno doors");
      }
    }
    answer
        .path("observed")
        .forEach(
            source -> {
              String pbx = Cells.text(source, "pbx");
              out.println("..@" + pbx + ": queues of PBX " + pbx + " itself; Turno looks on");
              if (!source.path("connected").asBoolean()) {
                out.println(
                    "..@" + pbx + " IS OUT OF SIGHT for " + lost(source, answer) + ": old figures");
              }
            });
    answer
        .path("pbxs")
        .forEach(
            pbx -> {
              if (!pbx.path("connected").asBoolean()) {
                out.println("PBX " + Cells.text(pbx, "id") + " IS NOT CONNECTED");
              }
            });
  }

  private static String lost(JsonNode source, JsonNode answer) {
    return Cells.since(source, "sinceMs", answer.path("nowMs").asLong());
  }

  private static void row(Table table, String name, JsonNode group) {
    table.row(
        name,
        Cells.text(group, "waiting"),
        Cells.length(group, "longestWaitMs"),
        Cells.expected(group),
        Cells.text(group, "ringing"),
        Cells.text(group, "talking"),
        Cells.text(group, "offered"),
        Cells.text(group, "answered"),
        Cells.text(group, "abandoned"),
        Cells.percent(group, "serviceLevelOffered"),
        Cells.length(group, "asaMs"),
        Cells.length(group, "ahtMs"),
        Cells.calibration(group.path("estimates")));
  }
}
