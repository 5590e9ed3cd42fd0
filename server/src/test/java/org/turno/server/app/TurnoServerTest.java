package org.turno.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.JournalException;
import org.turno.server.web.ReloadResult;
import org.turno.stats.FloorFigures;

/** Starting, stopping, starting again and reloading, with calls in progress. */
final class TurnoServerTest {
  @TempDir private Path folder;

  @Test
  void aSecondTurnoOnTheSameJournalIsRefusedAndTheFirstGoesOn() throws IOException {
    try (Site site = new Site(folder);
        TurnoServer first = site.start()) {
      JournalException refused = assertThrows(JournalException.class, site::start);

      assertTrue(String.valueOf(refused.getMessage()).contains("is being written by"));
      Site.awaitConnected(first);
      site.call("012");
      Site.await(first, "the call", figures -> figures.totals().waiting() == 1);
    }
  }

  @Test
  void stoppingLeavesTheCallsOnThePbxAndStartingAgainFindsThemInOrder() throws IOException {
    try (Site site = new Site(folder)) {
      List<String> before = threeCallsOneTalking(site);
      assertEquals(4, site.legs());

      try (TurnoServer again = site.start()) {
        Site.awaitConnected(again);
        FloorFigures after =
            Site.await(again, "the contacts", figures -> figures.contacts().size() == 3);

        assertEquals(before, Site.contacts(after));
        assertEquals(1, after.totals().talking());
        assertEquals(2, after.totals().waiting());
        assertEquals(3, after.totals().tally().offered());
        assertEquals(4, site.legs());
      }
    }
  }

  @Test
  void aReloadKeepsCallsAndTheNewAgentServesThem() throws IOException {
    try (Site site = new Site(folder);
        TurnoServer server = site.start()) {
      Site.awaitConnected(server);
      site.call("012");
      FloorFigures before =
          Site.await(server, "the call", figures -> figures.totals().waiting() == 1);
      site.edit("  anna:", "  berta: {phone: PJSIP/1002}\n  anna:");
      site.edit("offer_timeout: 15s", "offer_timeout: 20s");

      ReloadResult result = server.reload().toCompletableFuture().join();

      ReloadResult.Applied applied = (ReloadResult.Applied) result;
      assertEquals(List.of("queue general changed", "agent berta added"), applied.changes());
      assertEquals(List.of(), applied.needRestart());
      Site.signIn(server, "berta");
      FloorFigures after =
          Site.await(server, "the conversation", figures -> figures.totals().talking() == 1);
      assertEquals(Site.contacts(before), Site.contacts(after));
    }
  }

  @Test
  void aBrokenFileChangesNothingAndAllItsProblemsAreTold() throws IOException {
    try (Site site = new Site(folder);
        TurnoServer server = site.start()) {
      Site.awaitConnected(server);
      long entries = server.journalEntries();
      site.edit("offer_timeout: 15s", "offer_timeout: 15");
      site.edit("queue: general}", "queue: generla}");

      ReloadResult result = server.reload().toCompletableFuture().join();

      ReloadResult.Refused refused = (ReloadResult.Refused) result;
      assertEquals(2, refused.problems().size(), refused.toString());
      assertTrue(refused.problems().getFirst().contains("turno.yaml:7:28: error: "));
      assertTrue(refused.problems().getLast().contains("did you mean \"general\"?"));
      assertEquals(entries, server.journalEntries());
    }
  }

  @Test
  void whatOnlyARestartTakesUpIsNamed() throws IOException {
    try (Site site = new Site(folder);
        TurnoServer server = site.start()) {
      site.edit("port: 0", "port: 8099");
      site.edit("ari: {user: turno", "ari: {host: 10.0.0.9, user: turno");

      ReloadResult result = server.reload().toCompletableFuture().join();

      ReloadResult.Applied applied = (ReloadResult.Applied) result;
      assertEquals(
          List.of(
              "http.port (0 -> 8099)",
              "address, user, password, dead man's switch or outside of PBX sim"),
          applied.needRestart());
    }
  }

  /** The contacts of a Turno that is stopped while one talks and two wait. */
  private static List<String> threeCallsOneTalking(Site site) {
    try (TurnoServer server = site.start()) {
      Site.awaitConnected(server);
      Site.signIn(server, "anna");
      for (int calls = 1; calls <= 3; calls++) {
        int expected = calls;
        site.call("012");
        Site.await(server, "call " + calls, figures -> figures.contacts().size() == expected);
      }
      return Site.contacts(
          Site.await(server, "the conversation", figures -> figures.totals().talking() == 1));
    }
  }
}
