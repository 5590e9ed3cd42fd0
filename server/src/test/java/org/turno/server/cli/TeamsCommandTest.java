package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.server.app.Site;
import org.turno.server.app.TurnoServer;

/** Teams of a running Turno. */
final class TeamsCommandTest {
  @TempDir private Path folder;

  @Test
  void aTeamIsListedAndItsAgentsAlone() throws IOException {
    try (Site site = new Site(folder)) {
      site.edit(
          "  anna: {phone: PJSIP/1001}\n",
          """
            anna: {phone: PJSIP/1001, team: early}
            bea: {phone: PJSIP/1002}
          teams:
            early: {name: Mornings}
            late: {}
          """);
      try (TurnoServer server = site.start()) {
        Site.awaitConnected(server);
        Site.signIn(server, "anna");
        Site.await(server, "the sign-in", f -> f.agents().getFirst().sinceMs() > 0);

        Cli teams = run(server, "teams");
        Cli agents = run(server, "agents", "--team", "early");
        Cli nobody = run(server, "agents", "--team", "noon");

        assertTrue(teams.out().contains("Mornings"), teams.out());
        assertEquals(
            1, run(server, "teams", "--json").json().at("/teams/0/agents/available").asInt());
        assertTrue(agents.out().contains("anna"), agents.out());
        assertTrue(!agents.out().contains("bea"), agents.out());
        assertEquals(1, nobody.exit());
        assertTrue(nobody.err().contains("team noon is not configured"), nobody.err());
      }
    }
  }

  private static Cli run(TurnoServer server, String... arguments) {
    return Cli.run(
        Map.of("TURNO_URL", "http://127.0.0.1:" + server.port(), "TURNO_TOKEN", Site.TOKEN),
        arguments);
  }
}
