package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.Listening;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Listening.End;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.BridgeSnapshot;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.QueuePlan;

/** Supervisors who listen, whisper and barge in. */
class ListeningTest {
  private final TestFloor floor =
      new TestFloor()
          .protectedQueue(QueuePlan.of("quiet"))
          .protectedQueue(QueuePlan.of("hotline"))
          .listenedTo()
          .queue(QueuePlan.of("012"))
          .agent("anna", "")
          .supervisor("eva", ListenMode.values())
          .supervisor("ines", ListenMode.LISTEN)
          .open();

  @AfterEach
  void replays() {
    floor.replays();
  }

  @Test
  void a_supervisors_phone_rings_and_whoever_answers_hears_both_until_they_hang_up() {
    Contact contact = talk("012");
    Entry asked = ask(contact, ListenMode.LISTEN, "eva", "");
    Effect.OpenLine ring = only(Effect.OpenLine.class, asked);
    assertEquals("PJSIP/eva", ring.phone().address());
    assertEquals("012", ring.label());
    Effect.Listen listen = only(Effect.Listen.class, answered(ring));
    assertEquals(ring.leg(), listen.supervisor());
    assertEquals(legOf("anna"), listen.agent());
    assertEquals(contact.bridge(), listen.conversation());
    assertEquals(ListenMode.LISTEN, listen.mode());
    floor.in(new EffectReport.Done(TestFloor.PBX, listen.id()));
    assertTrue(now("eva").begun());
    Entry over = hangUp("caller");
    List<LegId> ended = all(Effect.HangUp.class, over).stream().map(Effect.HangUp::leg).toList();
    assertEquals(List.of(ring.leg(), legOf("anna")), ended);
    assertTrue(
        all(Effect.DropBridge.class, over).stream()
            .anyMatch(drop -> drop.bridge().equals(listen.id())));
    assertOver(End.CONVERSATION_OVER, over);
    assertFalse(ignored(floor.in(ended(ring.leg()))), "its end is expected");
  }

  @Test
  void whoever_only_listens_may_whisper_or_barge_in_without_being_rung_again() {
    Contact contact = talk("012");
    Effect.Listen first = listening(contact, ListenMode.LISTEN, "eva");
    Entry changed = ask(contact, ListenMode.WHISPER, "eva", "");
    Effect.Listen second = only(Effect.Listen.class, changed);
    assertEquals(List.of(), all(Effect.OpenLine.class, changed));
    assertEquals(first.supervisor(), second.supervisor());
    assertEquals(first.id(), only(Effect.DropBridge.class, changed).bridge());
    floor.in(new EffectReport.Done(TestFloor.PBX, first.id()));
    assertFalse(now("eva").begun(), "an old report means nothing");
    floor.in(new EffectReport.Done(TestFloor.PBX, second.id()));
    Effect.Listen third = only(Effect.Listen.class, ask(contact, ListenMode.BARGE, "eva", ""));
    floor.in(new EffectReport.Done(TestFloor.PBX, third.id()));
    Entry left = floor.in(ended(third.supervisor()));
    assertEquals(List.of(), left.effects(), "the conversation is left as it is");
    assertOver(End.LEFT, left);
    assertEquals(Contact.State.TALKING, contact.state());
  }

  @Test
  void nobody_listens_who_may_not_or_where_nobody_may() {
    Contact contact = talk("012");
    assertForbidden(ask(contact, ListenMode.LISTEN, "mallory", "curious"));
    assertForbidden(ask(contact, ListenMode.BARGE, "ines", "training"));
    assertFalse(ignored(ask(contact, ListenMode.LISTEN, "ines", "")));
    hangUp("caller");
    floor.in(ended(legOf("anna")));
    Contact quiet = talk("quiet");
    assertForbidden(ask(quiet, ListenMode.LISTEN, "eva", "training"));
  }

  @Test
  void on_a_protected_line_a_reason_is_asked_for_and_kept() {
    Contact contact = talk("hotline");
    assertForbidden(ask(contact, ListenMode.LISTEN, "eva", " "));
    Entry asked = ask(contact, ListenMode.LISTEN, "eva", "anna asked for help");
    ContactEvent.Listening.Asked event =
        (ContactEvent.Listening.Asked)
            asked.events().stream()
                .filter(ContactEvent.Listening.Asked.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertEquals("anna asked for help", event.why());
    assertEquals("eva", event.supervisor());
  }

  @Test
  void a_conversation_that_has_not_begun_or_another_one_is_refused() {
    floor.signIn("anna");
    Contact waiting = contact(floor.call("first", "012"));
    assertIgnored(IgnoreReason.NOT_NOW, ask(waiting, ListenMode.LISTEN, "eva", ""));
    floor.answer("anna");
    listening(waiting, ListenMode.LISTEN, "eva");
    assertIgnored(IgnoreReason.NO_CHANGE, ask(waiting, ListenMode.LISTEN, "eva", ""));
    assertIgnored(
        IgnoreReason.NO_CHANGE, floor.in(new SupervisorInput.StopListening(waiting.id(), "ines")));
    Entry stopped = floor.in(new SupervisorInput.StopListening(waiting.id(), "eva"));
    assertOver(End.LEFT, stopped);
    only(Effect.HangUp.class, stopped);
  }

  @Test
  void a_phone_that_does_not_answer_or_a_pbx_that_cannot_harms_no_conversation() {
    Contact contact = talk("012");
    Effect.OpenLine first = only(Effect.OpenLine.class, ask(contact, ListenMode.LISTEN, "eva", ""));
    assertOver(
        End.FAILED,
        floor.in(
            new EffectReport.Failed(
                TestFloor.PBX, first.id(), Failure.PHONE_UNREACHABLE, "not registered")));
    Effect.OpenLine second =
        only(Effect.OpenLine.class, ask(contact, ListenMode.LISTEN, "eva", ""));
    assertNotEquals(first.leg(), second.leg());
    assertOver(
        End.FAILED,
        floor.in(new PbxInput.LegEnded(TestFloor.PBX, second.leg(), HangupReason.NO_ANSWER)));
    Effect.OpenLine third = only(Effect.OpenLine.class, ask(contact, ListenMode.LISTEN, "eva", ""));
    Effect.Listen listen = only(Effect.Listen.class, answered(third));
    Entry refused =
        floor.in(new EffectReport.Failed(TestFloor.PBX, listen.id(), Failure.REFUSED, "no snoop"));
    assertOver(End.FAILED, refused);
    assertEquals(third.leg(), only(Effect.HangUp.class, refused).leg());
    assertEquals(Contact.State.TALKING, contact.state());
  }

  @Test
  void an_inventory_puts_through_again_who_hears_nothing_and_forgets_who_is_gone() {
    Contact contact = talk("012");
    Effect.Listen listen = listening(contact, ListenMode.WHISPER, "eva");
    Effect.OpenLine ines = only(Effect.OpenLine.class, ask(contact, ListenMode.LISTEN, "ines", ""));
    floor.in(new AdminInput.Restarted());
    Entry back = floor.in(inventory(contact, up(listen.supervisor()), up(ines.leg())));
    List<Effect.Listen> again = all(Effect.Listen.class, back);
    assertEquals(
        List.of(listen.supervisor(), ines.leg()),
        again.stream().map(Effect.Listen::supervisor).toList(),
        "one heard nothing, the other answered meanwhile");
    assertEquals(List.of(), all(Effect.HangUp.class, back));
    EffectId joined = again.getFirst().id();
    Entry later =
        floor.in(
            inventory(
                contact,
                List.of(new BridgeSnapshot(joined, List.of(listen.supervisor()))),
                up(listen.supervisor())));
    assertTrue(now("eva").begun(), "the inventory shows it");
    assertOver(End.LOST, later);
    assertEquals(1, floor.state().listenings().size());
  }

  // ---- what the tests are made of

  private Contact talk(String line) {
    floor.signIn("anna");
    Contact contact = contact(floor.call("caller", line));
    floor.answer("anna");
    assertEquals(Contact.State.TALKING, contact.state());
    return contact;
  }

  private Contact contact(ContactId id) {
    Contact contact = floor.state().findContact(id);
    if (contact == null) {
      throw new AssertionError("no contact " + id);
    }
    return contact;
  }

  private Entry ask(Contact contact, ListenMode mode, String by, String why) {
    return floor.in(new SupervisorInput.Listen(contact.id(), mode, by, why));
  }

  private Entry answered(Effect.OpenLine ring) {
    floor.in(new EffectReport.Done(TestFloor.PBX, ring.id()));
    return floor.in(new PbxInput.LegAnswered(TestFloor.PBX, ring.leg()));
  }

  private Effect.Listen listening(Contact contact, ListenMode mode, String by) {
    Effect.OpenLine ring = only(Effect.OpenLine.class, ask(contact, mode, by, ""));
    Effect.Listen listen = only(Effect.Listen.class, answered(ring));
    floor.in(new EffectReport.Done(TestFloor.PBX, listen.id()));
    return listen;
  }

  private Entry hangUp(String caller) {
    return floor.in(ended(new LegId(caller)));
  }

  private static PbxInput.LegEnded ended(LegId leg) {
    return new PbxInput.LegEnded(TestFloor.PBX, leg, HangupReason.NORMAL);
  }

  private static LegSnapshot up(LegId leg) {
    return new LegSnapshot(leg, null, LegSnapshot.State.UP, 0);
  }

  private PbxInput.Inventory inventory(Contact contact, LegSnapshot... more) {
    return inventory(contact, List.of(), more);
  }

  private PbxInput.Inventory inventory(
      Contact contact, List<BridgeSnapshot> bridges, LegSnapshot... more) {
    List<LegSnapshot> legs = new ArrayList<>(List.of(more));
    legs.add(up(legOf("anna")));
    legs.add(new LegSnapshot(contact.leg(), new LineId("012"), LegSnapshot.State.UP, 0));
    List<BridgeSnapshot> all = new ArrayList<>(bridges);
    EffectId bridge = contact.bridge();
    if (bridge != null) {
      all.add(new BridgeSnapshot(bridge, List.of(contact.leg(), legOf("anna"))));
    }
    return new PbxInput.Inventory(TestFloor.PBX, "test", legs, all, List.of());
  }

  private LegId legOf(String agent) {
    LegId leg = floor.state().agent(new AgentId(agent)).leg();
    if (leg == null) {
      throw new AssertionError(agent + " has no leg");
    }
    return leg;
  }

  private Listening now(String supervisor) {
    return floor.state().listenings().stream()
        .filter(listening -> listening.supervisor().equals(supervisor))
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Effect> List<T> all(Class<T> type, Entry entry) {
    return entry.effects().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <T extends Effect> T only(Class<T> type, Entry entry) {
    List<T> found = all(type, entry);
    assertEquals(1, found.size(), () -> type.getSimpleName() + " in " + entry);
    return found.getFirst();
  }

  private static boolean ignored(Entry entry) {
    return entry.events().stream().anyMatch(SystemEvent.InputIgnored.class::isInstance);
  }

  private static void assertForbidden(Entry entry) {
    assertIgnored(IgnoreReason.FORBIDDEN, entry);
    assertEquals(List.of(), entry.effects());
  }

  private static void assertIgnored(IgnoreReason why, Entry entry) {
    assertTrue(
        entry.events().stream()
            .anyMatch(e -> e instanceof SystemEvent.InputIgnored i && i.reason() == why),
        entry::toString);
  }

  private static void assertOver(End how, Entry entry) {
    assertTrue(
        entry.events().stream()
            .anyMatch(e -> e instanceof ContactEvent.Listening.Over over && over.how() == how),
        entry::toString);
  }
}
