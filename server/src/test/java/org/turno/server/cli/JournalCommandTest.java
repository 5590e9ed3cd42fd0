package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.input.DeskInput;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.plan.AgentId;

/** The journal that a demonstration left is looked into as an engineer would. */
final class JournalCommandTest {
  @TempDir private static Path state;
  private static Path journal;

  @TempDir private Path folder;

  @BeforeAll
  static void keepTheJournalOfADemonstration() {
    journal = state.resolve("journal");
    Cli demo =
        Cli.run(
            Map.of(),
            "demo",
            "--for",
            "2s",
            "--speed",
            "120",
            "--port",
            "0",
            "--journal",
            journal.toString());
    assertEquals(0, demo.exit(), demo.err());
  }

  private static Cli run(String... arguments) {
    return Cli.run(Map.of("STATE_DIRECTORY", state.toString()), arguments);
  }

  private static Cli runOk(String... arguments) {
    Cli cli = run(arguments);
    assertEquals(0, cli.exit(), cli.err());
    return cli;
  }

  private static List<String> entryLines(Cli dump) {
    return dump.out().lines().filter(line -> line.startsWith("#")).toList();
  }

  @Test
  void figuresAreCountedAsTextAndAsJson() {
    JsonNode stat = runOk("journal", "stat", "--json").json();
    assertEquals(1, stat.get("firstSeq").asLong());
    assertEquals(stat.get("lastSeq").asLong(), stat.get("entries").asLong());
    assertTrue(stat.get("events").get("contact.arrived").asLong() > 0, stat.toString());
    assertEquals(1, stat.get("inputs").get("journal-started").asLong());
    String text = runOk("journal", "stat").out();
    assertTrue(text.contains("Journal    " + journal), text);
    assertTrue(text.contains("Entries    " + stat.get("entries") + ", 1 to "), text);
    assertTrue(text.matches("(?s).*contact.arrived +\\d+\n.*"), text);
  }

  @Test
  void allDecisionsOfTheDemonstrationAreTheSameWhenDecidedAgain() {
    long entries = runOk("journal", "stat", "--json").json().get("entries").asLong();
    JsonNode answer = runOk("journal", "verify", "--json").json();
    assertTrue(answer.get("same").asBoolean());
    assertEquals(entries, answer.get("verified_entries").asLong());
    String text = runOk("journal", "verify").out();
    assertTrue(text.contains(entries + " entries decided again, all the same"), text);
  }

  @Test
  void aDecisionThatWouldBeTakenOtherwiseIsShown() {
    AgentId agent = new AgentId("nobody");
    try (ChronicleJournal written = ChronicleJournal.open(folder)) {
      written.append(
          new Entry(
              1,
              1,
              new DeskInput.SignIn(agent),
              List.of(new AgentEvent.SignedIn(agent)),
              List.of()));
    }
    Cli text = run("journal", "verify", "--journal", folder.toString());
    assertEquals(1, text.exit());
    assertTrue(text.out().contains("the first 0 entries are the same"), text.out());
    assertTrue(text.out().contains("event 1 was SignedIn[agent=nobody]"), text.out());
    JsonNode answer = run("journal", "verify", "--journal", folder.toString(), "--json").json();
    assertFalse(answer.get("same").asBoolean());
    assertEquals(1, answer.get("differs_at").asLong());
  }

  @Test
  void aRangeOfEntriesIsShown() {
    List<String> lines = entryLines(runOk("journal", "dump", "--from", "1", "--to", "3"));
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).matches("#1 \\S+ \\S+ journal-started .*"), lines.get(0));
    assertTrue(lines.get(2).startsWith("#3 "), lines.get(2));
  }

  @Test
  void aContactIsFollowedFromItsArrivalToItsEnd() throws IOException {
    String contact = contactThatEnded();
    Cli dump = runOk("journal", "dump", "--contact", contact);
    List<String> lines = entryLines(dump);
    assertTrue(lines.get(0).contains(" call-arrived "), dump.out());
    assertTrue(dump.out().contains("contact.arrived contact=" + contact), dump.out());
    assertTrue(dump.out().contains("contact.ended contact=" + contact), dump.out());
    long all = runOk("journal", "stat", "--json").json().get("entries").asLong();
    assertTrue(lines.size() < all / 2, lines.size() + " of " + all);
  }

  private static String contactThatEnded() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (String line : runOk("journal", "dump", "--json").out().lines().toList()) {
      for (JsonNode event : mapper.readTree(line).get("events")) {
        if (event.get("type").asText().equals("contact.ended")) {
          return event.get("contact").asText();
        }
      }
    }
    throw new AssertionError("no contact ended in the demonstration");
  }

  @Test
  void theJournalIsFoundByTheConfigurationToo() throws IOException {
    String example =
        Files.readString(Path.of(System.getProperty("turno.root"), "deploy", "turno.yaml"));
    Path config = folder.resolve("turno.yaml");
    Files.writeString(config, example.replace("dir: journal ", "dir: " + journal + " "));
    assertEquals(
        entryLines(runOk("journal", "dump", "--to", "2")),
        entryLines(
            Cli.run(Map.of(), "journal", "dump", "--to", "2", "--config", config.toString())));
    Files.writeString(config, "queues: 7");
    Cli broken = run("journal", "stat", "--config", config.toString());
    assertEquals(1, broken.exit());
    assertTrue(broken.err().contains("run turno check " + config), broken.err());
  }

  @Test
  void aJournalThatIsBeingWrittenCanBeLookedInto() {
    try (ChronicleJournal written = ChronicleJournal.open(folder)) {
      AgentId agent = new AgentId("anna");
      written.append(new Entry(1, 1, new DeskInput.Ready(agent), List.of(), List.of()));
      String where = folder.toString();
      assertEquals(1, entryLines(runOk("journal", "dump", "--journal", where)).size());
      written.append(new Entry(2, 2, new DeskInput.SignOut(agent), List.of(), List.of()));
      assertEquals(2, entryLines(runOk("journal", "dump", "--journal", where)).size());
    }
  }

  @Test
  void whatIsNotThereIsSaidWithTheWayOut() {
    Cli none = run("journal", "stat", "--journal", folder.toString());
    assertEquals(1, none.exit());
    assertTrue(none.err().contains("there is no journal in " + folder), none.err());
    Cli nothing = run("journal", "dump", "--contact", "no-such-contact");
    assertEquals(1, nothing.exit());
    assertTrue(nothing.err().contains("no such entry in " + journal), nothing.err());
    assertEquals(2, run("journal", "dump", "--from", "5", "--to", "4").exit());
    assertEquals(2, run("journal").exit());
    Cli twice = run("journal", "stat", "--journal", "a", "--config", "b");
    assertEquals(2, twice.exit());
    assertTrue(twice.err().contains("give one of them"), twice.err());
  }
}
