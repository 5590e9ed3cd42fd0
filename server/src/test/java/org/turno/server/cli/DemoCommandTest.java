package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration runs by itself and accounts for every call. */
final class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void itEndsByItselfAndEveryCallIsAccountedFor() {
    Cli demo = run("demo", "--for", "3s", "--speed", "120", "--port", "0", "--json");

    assertEquals(0, demo.exit(), demo.err());
    JsonNode summary = demo.json();
    assertTrue(summary.get("offered").asLong() > 0, demo.out());
    assertTrue(summary.get("answered").asLong() > 0, demo.out());
    assertTrue(summary.get("journal_entries").asLong() > 100, demo.out());
    assertTrue(summary.has("service_level_offered"), demo.out());
    assertAddsUp(summary);
    assertTrue(demo.err().contains("http://localhost:"), demo.err());
  }

  @Test
  void aKeptJournalIsContinued() {
    String journal = folder.resolve("journal").toString();
    JsonNode first =
        run("demo", "--for", "1s", "--speed", "120", "--port", "0", "--json", "--journal", journal)
            .json();

    JsonNode second =
        run("demo", "--for", "1s", "--speed", "120", "--port", "0", "--json", "--journal", journal)
            .json();

    List<String> entries = run("journal", "dump", "--journal", journal).out().lines().toList();
    assertTrue(entries.getFirst().contains(" journal-started "), entries.getFirst());
    assertTrue(entries.stream().anyMatch(line -> line.matches("#2 .* plan-loaded .*")));
    assertEquals(0, run("journal", "verify", "--journal", journal).exit());
    assertTrue(second.get("offered").asLong() > first.get("offered").asLong());
    assertTrue(second.get("journal_entries").asLong() > first.get("journal_entries").asLong());
    assertAddsUp(second);
  }

  @Test
  void aTakenPortIsSaidWithTheWayOut() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cli demo = run("demo", "--for", "1s", "--port", String.valueOf(taken.getLocalPort()));

      assertEquals(1, demo.exit());
      assertTrue(demo.err().contains(":" + taken.getLocalPort()), demo.err());
      assertTrue(demo.err().contains("--port 0 picks a free port"), demo.err());
    }
  }

  @Test
  void aLengthOfTimeWithoutItsUnitIsWrongUsage() {
    Cli demo = run("demo", "--for", "30");

    assertEquals(2, demo.exit());
    assertTrue(demo.err().contains("300ms, 15s, 2m or 1h"), demo.err());
  }

  private static void assertAddsUp(JsonNode summary) {
    long rest = 0;
    for (String part :
        new String[] {
          "answered",
          "abandoned",
          "waiting",
          "ringing",
          "overflowed",
          "taken_by_pbx",
          "lost",
          "unservable"
        }) {
      rest += summary.get(part).asLong();
    }
    assertEquals(summary.get("offered").asLong(), rest, summary.toString());
    assertTrue(summary.get("adds_up").asBoolean());
  }

  private static Cli run(String... arguments) {
    return Cli.run(Map.of(), arguments);
  }
}
