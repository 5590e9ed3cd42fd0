package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** Callers who press a key while they wait. */
final class KeysTest {
  private static SortedMap<Key, KeyAction> keys() {
    SortedMap<Key, KeyAction> keys = new TreeMap<>();
    keys.put(Key.K0, new KeyAction.Leave(new Destination.ToQueue(new QueueId("operators"))));
    keys.put(Key.HASH, new KeyAction.Leave(new Destination.ToExtension("menu", "s")));
    return keys;
  }

  private static TestFloor floor() {
    return new TestFloor()
        .queue(QueuePlan.of("general").with(keys()))
        .queue(QueuePlan.of("operators"))
        .agentOf("anna", "general")
        .agentOf("olga", "operators")
        .open();
  }

  private static Entry presses(TestFloor floor, String caller, Key key) {
    Entry entry = floor.in(new PbxInput.KeyPressed(TestFloor.PBX, new LegId(caller), key));
    floor.legsDown(entry);
    return entry;
  }

  @Test
  void the_pbx_listens_only_for_the_keys_of_the_queue() {
    TestFloor floor = floor();
    floor.call("one", "general");
    List<List<Key>> listened =
        floor.state().outstanding().stream()
            .filter(Effect.Park.class::isInstance)
            .map(e -> ((Effect.Park) e).keys())
            .toList();
    assertEquals(List.of(List.of(Key.K0, Key.HASH)), listened);
  }

  @Test
  void a_key_leads_into_another_queue_with_age_and_priority_kept() {
    TestFloor floor = floor();
    floor.call("one", "general");
    Contact contact = floor.state().findContact(floor.contact("one"));
    long placeMs = contact == null ? 0 : contact.placeMs();
    floor.pass(20);
    Entry entry = presses(floor, "one", Key.K0);
    Contact moved = floor.state().findContact(floor.contact("one"));
    assertEquals(new QueueId("operators"), moved == null ? null : moved.queue());
    assertEquals(placeMs, moved == null ? 0 : moved.placeMs());
    assertTrue(
        entry.effects().stream()
            .anyMatch(e -> e instanceof Effect.Park park && park.keys().isEmpty()),
        "the other queue has no keys");
    floor.signIn("olga");
    floor.expectOffer("one", "olga");
    floor.replays();
  }

  @Test
  void a_key_silences_the_phone_that_rings_and_its_agent_is_free_again_without_a_miss() {
    TestFloor floor = floor();
    floor.signIn("anna");
    floor.call("one", "general");
    floor.expectOffer("one", "anna");
    presses(floor, "one", Key.HASH);
    assertNull(floor.state().findContact(floor.contact("one")));
    assertEquals(AgentState.AVAILABLE, floor.state().agentState(new AgentId("anna")));
    assertEquals(0, floor.state().agent(new AgentId("anna")).refusals().misses());
    floor.replays();
  }

  @Test
  void a_key_without_meaning_changes_nothing() {
    TestFloor floor = floor();
    floor.call("one", "general");
    Entry entry = presses(floor, "one", Key.K5);
    assertTrue(entry.events().getFirst() instanceof SystemEvent.InputIgnored, entry::toString);
    assertEquals(0, floor.count(ContactEvent.Overflowed.class));
  }

  @Test
  void keys_that_change_with_the_configuration_hold_for_those_who_wait_already() {
    TestFloor floor = floor();
    floor.call("one", "general");
    floor.replaceQueue(QueuePlan.of("general"));
    Entry entry = presses(floor, "one", Key.K0);
    assertTrue(entry.events().getFirst() instanceof SystemEvent.InputIgnored, entry::toString);
    floor.replaceQueue(QueuePlan.of("general").with(keys()));
    long parked =
        floor.state().outstanding().stream()
            .filter(e -> e instanceof Effect.Park park && !park.keys().isEmpty())
            .count();
    assertEquals(2, parked, "kept anew, with keys");
    floor.replays();
  }
}
