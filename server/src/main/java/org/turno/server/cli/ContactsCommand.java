package org.turno.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The contacts of a running Turno. */
@Command(
    name = "contacts",
    mixinStandardHelpOptions = true,
    description = {
      "Show who waits, rings and talks in a running Turno, in order of arrival.",
      "Nothing in it leads to a caller; of a protected line only queue and wait are shown."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "1:no answer or not allowed", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {"  turno contacts", "  turno contacts --watch 1s", "  turno contacts --json"})
final class ContactsCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Mixin private ListOptions list;

  ContactsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return list.print(
        "/api/v1/contacts", environment, spec.commandLine().getOut(), ContactsCommand::table);
  }

  private static String state(JsonNode contact) {
    if (contact.path("protected").asBoolean()) {
      return "protected";
    }
    String state = Cells.text(contact, "state");
    return contact.path("callbackSinceMs").isNumber() ? "callback, " + state : state;
  }

  private static void table(JsonNode answer, PrintWriter out) {
    Table table =
        new Table(
            "CONTACT",
            "QUEUE",
            "STATE",
            "WAIT",
            "POSITION",
            "EXPECTED",
            "LINE",
            "PRIORITY",
            "AGENT");
    for (JsonNode contact : answer.path("contacts")) {
      table.row(
          Cells.text(contact, "id"),
          Cells.text(contact, "queue"),
          state(contact),
          Cells.length(contact, "waitMs"),
          Cells.text(contact, "position"),
          Cells.expected(contact),
          Cells.text(contact, "line"),
          Cells.text(contact, "priority"),
          Cells.text(contact, "agent"));
    }
    table.print(out);
  }
}
