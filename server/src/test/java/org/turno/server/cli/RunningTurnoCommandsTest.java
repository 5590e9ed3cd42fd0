package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.turno.acd.event.ContactEvent.OverflowReason.CLOSED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.server.app.Site;
import org.turno.server.app.TurnoServer;

/** The commands that ask and steer a running Turno. */
final class RunningTurnoCommandsTest {
  @TempDir private Path folder;

  @Test
  void listsShowWhoWaitsAndWhoWorks() throws IOException {
    try (Site site = new Site(folder);
        TurnoServer server = site.start()) {
      Site.awaitConnected(server);
      site.call("012");
      Site.await(server, "the call", figures -> figures.totals().waiting() == 1);

      Cli queues = run(server, "queues");
      Cli agents = run(server, "agents");
      Cli contacts = run(server, "contacts");

      assertTrue(queues.out().contains("general        1"), queues.out());
      assertTrue(queues.out().contains("SL: answered within T / (offered"), queues.out());
      assertTrue(agents.out().contains("anna   anna   -     signed_out"), agents.out());
      assertTrue(contacts.out().contains("waiting"), contacts.out());
      assertEquals(1, run(server, "queues", "--json").json().at("/queues/0/waiting").asInt());
      assertEquals("anna", run(server, "agents", "--json").json().at("/agents/0/id").asText());
      assertEquals(
          "general", run(server, "contacts", "--json").json().at("/contacts/0/queue").asText());
    }
  }

  @Test
  void anAgentIsSteeredAndARefusalSaysWhy() throws IOException {
    try (Site site = new Site(folder);
        TurnoServer server = site.start()) {
      Site.awaitConnected(server);

      Cli signIn = run(server, "agent", "sign-in", "anna");
      Site.await(server, "the sign-in", f -> f.agents().getFirst().sinceMs() > 0);
      Cli again = run(server, "agent", "sign-in", "anna");
      Cli pause = run(server, "agent", "pause", "anna", "lunch", "--json");
      Cli nobody = run(server, "agent", "ready", "nobody");

      assertEquals(0, signIn.exit(), signIn.err());
      assertTrue(signIn.out().startsWith("agent anna: sign-in (journal entry "), signIn.out());
      assertEquals(1, again.exit());
      assertTrue(again.err().startsWith("turno: "), again.err());
      assertEquals("pause", pause.json().get("command").asText());
      assertEquals(1, nobody.exit());
      assertTrue(nobody.err().contains("agent nobody is not configured"), nobody.err());
    }
  }

  @Test
  void aSupervisorClosesAQueueAndItIsSeenAndOutlivesARestart() throws IOException {
    try (Site site = new Site(folder)) {
      site.edit(
          "  general: {offer_timeout: 15s}",
          "  general: {closed: {context: night, extension: s}, hours: always}\n"
              + "calendars: {always: {weekly: {mon-sun: all day}}}");
      try (TurnoServer server = site.start()) {
        Site.awaitConnected(server);
        Cli close =
            run(
                server,
                "doors",
                "close",
                "queue",
                "general",
                "--by",
                "eva",
                "--why",
                "fire drill",
                "--for",
                "2h");
        Site.await(server, "the closing", f -> !f.doors().getFirst().open());
        site.call("012");
        Site.await(server, "the call", f -> f.totals().overflows().of(CLOSED) == 1);

        assertEquals(0, close.exit(), close.err());
        Cli doors = run(server, "doors");
        assertTrue(doors.out().contains("queue general"), doors.out());
        assertTrue(doors.out().contains("CLOSED"), doors.out());
        assertTrue(doors.out().contains("fire drill"), doors.out());
        Cli queues = run(server, "queues");
        assertTrue(queues.out().contains("queue general IS CLOSED by eva"), queues.out());
        assertEquals(0, server.figures().current().totals().tally().offered());
        Cli line = run(server, "doors", "close", "line", "012", "--by", "eva", "--why", "x");
        assertEquals(1, line.exit());
        assertTrue(line.err().contains("cannot be closed"), line.err());
      }
      try (TurnoServer server = site.start()) {
        Site.awaitConnected(server);
        Site.await(server, "the door", f -> !f.doors().getFirst().open());
        Cli release = run(server, "doors", "release", "queue", "general", "--by", "eva");
        assertEquals(0, release.exit(), release.err());
        Site.await(server, "the opening", f -> f.doors().getFirst().open());
        site.call("012");
        Site.await(server, "the call", f -> f.totals().waiting() == 1);
      }
    }
  }

  @Test
  void theTokenIsNeededAndItsAbsenceIsExplained() throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, Site.TOKEN + "\n");
    try (Site site = new Site(folder);
        TurnoServer server = site.start()) {
      String address = "http://127.0.0.1:" + server.port();

      Cli without = Cli.run(Map.of(), "queues", "--server", address);
      Cli with = Cli.run(Map.of(), "queues", "--server", address, "--token-file", file.toString());

      assertEquals(1, without.exit());
      assertTrue(without.err().contains("--token-file"), without.err());
      assertEquals(0, with.exit(), with.err());
    }
  }

  @Test
  void noTurnoAtTheAddressIsSaidInOneLine() {
    Cli queues = Cli.run(Map.of(), "queues", "--server", "http://127.0.0.1:1");

    assertEquals(1, queues.exit());
    assertEquals(1, queues.err().lines().count(), queues.err());
    assertTrue(queues.err().contains("start it, or name its address with --server"));
  }

  private static Cli run(TurnoServer server, String... arguments) {
    return Cli.run(
        Map.of("TURNO_URL", "http://127.0.0.1:" + server.port(), "TURNO_TOKEN", Site.TOKEN),
        arguments);
  }
}
