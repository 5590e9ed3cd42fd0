package org.turno.acd.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.Input;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

final class EntryCodecTest {
  private final EntryCodec codec = new EntryCodec();

  @Test
  void everyRecordOfTheVocabularyHasANameOfItsOwn() {
    List<Class<?>> records = new ArrayList<>();
    for (Class<?> family :
        List.of(
            Input.class,
            Event.class,
            Effect.class,
            Destination.class,
            KeyAction.class,
            Prompt.class,
            Requirement.class)) {
      records.addAll(Vocabulary.recordsOf(family));
    }
    for (Class<?> type : records) {
      assertTrue(TypeNames.BY_CLASS.containsKey(type), type + " has no name: add it to TypeNames");
    }
    assertEquals(new HashSet<>(records), TypeNames.BY_CLASS.keySet());
    Set<String> inputs = namesOf(Input.class);
    Set<String> events = namesOf(Event.class);
    Set<String> effects = namesOf(Effect.class);
    assertEquals(
        inputs.size() + events.size() + effects.size(),
        Vocabulary.recordsOf(Input.class).size()
            + Vocabulary.recordsOf(Event.class).size()
            + Vocabulary.recordsOf(Effect.class).size(),
        "two records share a name");
  }

  private static Set<String> namesOf(Class<?> family) {
    Set<String> names = new HashSet<>();
    Vocabulary.recordsOf(family).forEach(type -> names.add(TypeNames.BY_CLASS.get(type)));
    return names;
  }

  @Test
  void anyEntryComesBackAsItWas() {
    for (long seed = 1; seed <= 1_000; seed++) {
      Entry entry = new Arbitrary(seed).entry(seed, seed * 1_000);
      assertEquals(entry, codec.decode(codec.encode(entry)), "seed " + seed);
    }
  }

  @Test
  void equalEntriesGiveEqualBytes() {
    EntryCodec other = new EntryCodec();
    for (long seed = 1; seed <= 200; seed++) {
      assertArrayEquals(
          codec.encode(new Arbitrary(seed).entry(1, 1)),
          other.encode(new Arbitrary(seed).entry(1, 1)),
          "seed " + seed);
    }
  }

  @Test
  void everyRecordComesBackAsItWas() {
    Arbitrary arbitrary = new Arbitrary(7);
    for (int round = 0; round < 50; round++) {
      for (Class<?> type : Vocabulary.recordsOf(Input.class)) {
        roundTrip((Input) arbitrary.record(type), List.of(), List.of());
      }
      for (Class<?> type : Vocabulary.recordsOf(Event.class)) {
        roundTrip(arbitrary.input(), List.of((Event) arbitrary.record(type)), List.of());
      }
      for (Class<?> type : Vocabulary.recordsOf(Effect.class)) {
        roundTrip(arbitrary.input(), List.of(), List.of((Effect) arbitrary.record(type)));
      }
    }
  }

  private void roundTrip(Input input, List<Event> events, List<Effect> effects) {
    Entry entry = new Entry(1, 2, input, events, effects);
    assertEquals(entry, codec.decode(codec.encode(entry)));
  }

  @Test
  void aDocumentReadsLikeItsEntry() {
    AgentId anna = new AgentId("anna");
    Entry entry =
        new Entry(
            7,
            1_790_000_000_000L,
            new DeskInput.Pause(anna, "café"),
            List.of(
                new AgentEvent.Paused(anna, "café", false),
                new ContactEvent.Queued(
                    new ContactId("c1"), new QueueId("012"), Requirement.parse("lang.es >= 50"))),
            List.of());
    assertEquals(
        "{\"v\":2,\"seq\":7,\"timeMs\":1790000000000,"
            + "\"input\":{\"type\":\"pause\",\"agent\":\"anna\",\"reason\":\"caf\\u00E9\","
            + "\"inMs\":0},"
            + "\"events\":[{\"type\":\"agent.paused\",\"agent\":\"anna\","
            + "\"reason\":\"caf\\u00E9\",\"byTurno\":false},"
            + "{\"type\":\"contact.queued\",\"contact\":\"c1\",\"queue\":\"012\","
            + "\"requirement\":{\"type\":\"level\",\"skill\":\"lang.es\","
            + "\"comparison\":\"AT_LEAST\",\"bound\":50},"
            + "\"preference\":{\"type\":\"all\",\"parts\":[]}}],\"effects\":[]}",
        new String(codec.encode(entry), US_ASCII));
  }

  @Test
  void fieldsOfALaterTurnoAreSkipped() {
    Entry entry =
        codec.decode(
            bytes(
                "{\"v\":1,\"seq\":7,\"timeMs\":5,\"later\":{\"x\":[1]},\"input\":{\"type\":\"ready\","
                    + "\"mood\":\"good\",\"agent\":\"anna\"},\"events\":[],\"effects\":[]}"));
    assertEquals(
        new Entry(7, 5, new DeskInput.Ready(new AgentId("anna")), List.of(), List.of()), entry);
  }

  @Test
  void aLaterFormatIsRefusedWithItsRemedy() {
    assertComplains("{\"v\":3,\"seq\":7}", "use the Turno that wrote it");
  }

  @Test
  void damagedDocumentsAreRefused() {
    String whole =
        new String(
            codec.encode(
                new Entry(1, 1, new DeskInput.Ready(new AgentId("a")), List.of(), List.of())),
            US_ASCII);
    for (int cut = 0; cut < whole.length(); cut++) {
      assertComplains(whole.substring(0, cut), "");
    }
    assertComplains(whole + "x", "");
    assertComplains(whole + whole, "something follows");
    assertComplains("\0\0\0\0", "not an entry");
    assertComplains("[]", "does not begin with {");
    assertComplains("{\"v\":1,\"seq\":7,\"timeMs\":5}", "input, events and effects are needed");
    assertComplains(whole.replace("\"agent\":\"a\"", "\"other\":1"), "agent");
    assertComplains(whole.replace("\"ready\"", "\"unheard-of\""), "unheard-of");
    assertComplains(whole.replace("\"events\":[]", "\"events\":[null]"), "a list holds");
    assertComplains(whole.replace("\"agent\":\"a\"", "\"agent\":\"\""), "empty agent id");
  }

  private void assertComplains(String document, String about) {
    JournalException complaint =
        assertThrows(JournalException.class, () -> codec.decode(bytes(document)), document);
    String message = String.valueOf(complaint.getMessage());
    assertTrue(message.contains(about), message);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
