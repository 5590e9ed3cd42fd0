package org.turno.load.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code turno lab status}: exit 0 when the lab is up as a whole. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Say what of the lab runs, and where. Exits with 1 unless all of it does.")
final class LabStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<LabState> state = LabState.read(LabFolders.state());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(state));
    } else if (state.isEmpty()) {
      out.println("The lab is down: ./turno lab up starts it.");
    } else {
      print(state.get(), out);
    }
    return state.isPresent() && state.get().whole() ? 0 : 1;
  }

  static void print(LabState state, PrintWriter out) {
    Path folder = LabFolders.state();
    for (LabState.Entry entry : state.processes()) {
      String how = entry.handle().isPresent() ? "pid " + entry.pid() : "not running";
      out.printf("%-16s %s%n", entry.name(), how);
    }
    try (LabPorts ports = LabPorts.of(state.portBase())) {
      out.printf("%-16s sip:012@127.0.0.1:%d (also 010 and 016)%n", "lines", ports.sip());
      out.printf("%-16s http://127.0.0.1:%d/%n", "wallboard", ports.turnoHttp());
      out.printf("%-16s %s%n", "token of the API", LabFloor.TOKEN);
      out.printf("%-16s %s%n", "Asterisk's files", folder.resolve("asterisk"));
      out.printf("%-16s %s%n", "Turno's files", folder.resolve("turno"));
      out.printf(
          "%-16s %s%n",
          "console", String.join(" ", new AsteriskConsole(folder.resolve("asterisk")).words("-r")));
    }
    out.flush();
  }

  private static ObjectNode json(Optional<LabState> state) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("up", state.isPresent() && state.get().whole());
    ArrayNode processes = object.putArray("processes");
    state.ifPresent(
        known -> {
          object.put("port_base", known.portBase()).put("agents", known.agents());
          for (LabState.Entry entry : known.processes()) {
            processes
                .addObject()
                .put("name", entry.name())
                .put("pid", entry.pid())
                .put("running", entry.handle().isPresent());
          }
        });
    return object;
  }
}
