package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.Sync;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;

/** A journal is looked into as an engineer would. */
final class JournalCommandTest {
  private static final AgentId ANNA = new AgentId("anna");
  private static final AcdCore CORE = new AcdCore(new AcdState());

  @TempDir private static Path state;
  private static Path journal;

  @TempDir private Path folder;

  /** One caller is served, another gives up while the only agent talks. */
  @BeforeAll
  static void writeAJournal() {
    journal = state.resolve("journal");
    PbxId pbx = new PbxId("asterisk");
    PhoneId phone = new PhoneId(pbx, "PJSIP/1001");
    LineId line = new LineId("012");
    LegId served = new LegId("leg-served");
    LegId givesUp = new LegId("leg-gives-up");
    try (ChronicleJournal written = ChronicleJournal.open(journal, Sync.NONE)) {
      decide(written, new AdminInput.JournalStarted("t1"));
      decide(written, new AdminInput.PlanLoaded(plan(phone, line)));
      PhoneSnapshot free = new PhoneSnapshot(phone, PhoneState.FREE);
      decide(written, new PbxInput.Inventory(pbx, "22", List.of(), List.of(), List.of(free)));
      decide(written, new DeskInput.SignIn(ANNA));
      Entry arrival = decide(written, new PbxInput.CallArrived(pbx, served, line));
      LegId agent = new LegId(only(Effect.Ring.class, arrival).id().value());
      decide(written, new PbxInput.LegRinging(pbx, agent));
      Entry answer = decide(written, new PbxInput.LegAnswered(pbx, agent));
      decide(written, new EffectReport.Done(pbx, only(Effect.Bridge.class, answer).id()));
      decide(written, new PbxInput.CallArrived(pbx, givesUp, line));
      decide(written, new PbxInput.LegEnded(pbx, givesUp, HangupReason.NORMAL));
      decide(written, new PbxInput.LegEnded(pbx, served, HangupReason.NORMAL));
    }
  }

  private static FloorPlan plan(PhoneId phone, LineId line) {
    QueuePlan queue = QueuePlan.of("general");
    return new FloorPlan(
        List.of(new PbxPlan(phone.pbx())),
        List.of(
            new LinePlan(
                line, "012", queue.id(), 0, Requirement.nothing(), CallerDisplay.LINE, false)),
        List.of(queue),
        List.of(new AgentPlan(ANNA, "Anna", phone, Skills.NONE, List.of())));
  }

  private static Entry decide(ChronicleJournal written, Input input) {
    long seq = written.lastSeq() + 1;
    Entry entry = CORE.decide(seq, 1_790_000_000_000L + seq * 1_500, input);
    written.append(entry);
    return entry;
  }

  private static <T extends Effect> T only(Class<T> type, Entry entry) {
    return entry.effects().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
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
  void decisionsAreTheSameWhenTakenAgain() {
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
    try (ChronicleJournal written = ChronicleJournal.open(folder, Sync.NONE)) {
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
    List<String> inputs = new ArrayList<>();
    String contact = contactOf("leg-served");
    Cli dump = runOk("journal", "dump", "--contact", contact);
    entryLines(dump).forEach(line -> inputs.add(line.split(" ", 5)[3]));
    assertEquals(
        List.of("call-arrived", "leg-ringing", "leg-answered", "effect-done", "leg-ended"), inputs);
    assertTrue(dump.out().contains("contact.ended contact=" + contact), dump.out());
    assertFalse(dump.out().contains("leg-gives-up"), dump.out());
  }

  private static String contactOf(String leg) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (String line : runOk("journal", "dump", "--json").out().lines().toList()) {
      for (JsonNode event : mapper.readTree(line).get("events")) {
        if (event.path("type").asText().equals("contact.arrived")
            && event.get("leg").asText().equals(leg)) {
          return event.get("contact").asText();
        }
      }
    }
    throw new AssertionError(leg + " never arrived");
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
    try (ChronicleJournal written = ChronicleJournal.open(folder, Sync.NONE)) {
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

  @Test
  void repairSaysWhatWouldBeLostBeforeItDoesIt() throws IOException {
    Path damaged = copyOfTheJournal();
    overwrite(damaged, "{\"v\":2,\"seq\":9,", "{\"v\":2,\"seq\":8,");

    Cli said = Cli.run(Map.of(), "journal", "repair", "--journal", damaged.toString());

    assertEquals(1, said.exit(), said.out());
    assertTrue(said.out().contains("Kept       entries up to 8"), said.out());
    assertTrue(said.out().contains("with 1 contacts that came and 2 that ended"), said.out());
    assertTrue(said.out().contains("Nothing was changed"), said.out());
    assertEquals(1, Cli.run(Map.of(), "journal", "stat", "--journal", damaged.toString()).exit());

    Cli done = Cli.run(Map.of(), "journal", "repair", "--yes", "--journal", damaged.toString());

    assertEquals(0, done.exit(), done.out() + done.err());
    Cli stat = Cli.run(Map.of(), "journal", "stat", "--json", "--journal", damaged.toString());
    assertEquals(8, stat.json().get("lastSeq").asLong());
  }

  @Test
  void repairFindsNothingInAWholeJournal() {
    Cli said = run("journal", "repair");
    assertEquals(0, said.exit(), said.out() + said.err());
    assertTrue(said.out().contains("every entry can be read"), said.out());
  }

  private Path copyOfTheJournal() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (Stream<Path> files = Files.list(journal)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
      }
    }
    return copy;
  }

  private static void overwrite(Path folder, String was, String becomes) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cq4")).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, text.replace(was, becomes).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }
}
