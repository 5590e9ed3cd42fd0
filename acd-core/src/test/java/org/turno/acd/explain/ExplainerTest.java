package org.turno.acd.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** Finding the contact that was meant, and journals that were not written by today's rules. */
final class ExplainerTest {
  private static final AgentId ANA = new AgentId("ana");

  private final Floor floor =
      new Floor(
          Floor.plan(
              List.of(Floor.line("012", "info", 0)),
              List.of(QueuePlan.of("info")),
              Floor.agent("ana", ""),
              Floor.agent("bruno", "")));

  private Explainer.Answer ask(String id) {
    return Explainer.explain(floor.journal().iterator(), id, entry -> {});
  }

  private ContactStory found(String id) {
    return assertInstanceOf(Explainer.Answer.Found.class, ask(id)).story();
  }

  @Test
  void the_beginning_of_an_id_is_enough_where_only_one_begins_so() {
    for (int i = 0; i < 30; i++) {
      floor.call("caller-" + i, "012");
    }
    String whole = floor.contact("caller-7").value();

    assertEquals(whole, found(whole).contact().value());
    assertEquals(whole, found(whole.substring(0, 6)).contact().value());
    assertEquals(whole, found(whole.substring(2, 6)).contact().value());
    assertEquals(whole, found(whole.substring(2)).contact().value());
  }

  @Test
  void several_that_begin_so_are_named_and_counted() {
    for (int i = 0; i < 8; i++) {
      floor.call("caller-" + i, "012");
    }
    Explainer.Answer.Ambiguous several =
        assertInstanceOf(Explainer.Answer.Ambiguous.class, ask("c-"));

    assertEquals(8, several.count());
    assertEquals(floor.contacts().subList(0, 5), several.first());
    String said = ListText.ambiguous("c-", several, Locale.ENGLISH);
    assertTrue(said.startsWith("8 contacts begin with c-: " + floor.contact("caller-0")), said);
    assertTrue(said.endsWith(" and 3 more"), said);
  }

  @Test
  void a_slip_of_the_fingers_is_answered_with_the_nearest() {
    floor.call("caller", "012").call("other", "012");
    String id = floor.contact("caller").value();
    String slip = id.substring(0, id.length() - 1) + "!";
    for (String typed : List.of(slip, slip.substring(2))) {
      Explainer.Answer.Unknown none = assertInstanceOf(Explainer.Answer.Unknown.class, ask(typed));
      assertEquals(floor.contact("caller"), none.near().getFirst());
      String said = ListText.unknown(typed, none, Locale.of("es"), "turno why");
      assertEquals(
          "Ningún contacto de los 2 de este diario se llama "
              + typed
              + ". ¿Quizá "
              + id
              + "? turno why los muestra.",
          said);
    }
    assertEquals(
        "zzz is no contact among the 2 of this journal. turno why lists them.",
        ListText.unknown(
            "zzz",
            assertInstanceOf(Explainer.Answer.Unknown.class, ask("zzz")),
            Locale.ENGLISH,
            "turno why"));
  }

  @Test
  void reading_stops_at_the_end_of_the_contact_whose_whole_id_is_given() {
    floor.call("caller", "012").after(5).callerHangsUp("caller", null);
    int needed = floor.journal().size();
    floor.call("later", "012").after(60);
    List<Entry> read = new ArrayList<>();

    Explainer.explain(floor.journal().iterator(), floor.contact("caller").value(), read::add);

    assertEquals(needed, read.size());
  }

  @Test
  void a_missing_entry_is_not_passed_over() {
    floor.call("caller", "012");
    List<Entry> torn = new ArrayList<>(floor.journal());
    torn.remove(2);

    JournalException e =
        assertThrows(
            JournalException.class, () -> Explainer.explain(torn.iterator(), "c", entry -> {}));
    assertTrue(String.valueOf(e.getMessage()).contains("entries are missing"), e.getMessage());
  }

  @Test
  void what_another_turno_decided_by_other_rules_is_called_so() {
    floor.signIn("ana", "bruno").pause("ana", "break").pause("bruno", "break");
    floor.call("first", "012").after(5).call("second", "012").after(5);
    decidedOtherwise("second");

    ContactStory first = floor.story(floor.contact("first"));
    Step.Waited wait = (Step.Waited) first.steps().getLast();
    assertEquals(Rival.Lead.NONE, wait.rivals().getFirst().lead());
    String text = StoryText.of(first, Locale.ENGLISH, Floor.ZONE, false);
    assertTrue(text.contains("1 contact was served before it against the rules of today"), text);
    assertTrue(text.contains("stood behind it, came later"), text);
  }

  @Test
  void an_agent_whom_todays_rules_would_not_ask_is_called_so() {
    floor.signIn("ana", "bruno").pause("ana", "break").pause("bruno", "break");
    floor.call("first", "012").after(5);
    decidedOtherwise("first");
    Entry last = floor.journal().removeLast();
    List<org.turno.acd.event.Event> unpausedToo = new ArrayList<>(last.events());
    unpausedToo.addFirst(new AgentEvent.Resumed(new AgentId("bruno")));
    unpausedToo.removeIf(e -> e.equals(new AgentEvent.Resumed(ANA)));
    floor.journal().add(new Entry(last.seq(), last.timeMs(), last.input(), unpausedToo, List.of()));

    String text = floor.text("first", Locale.ENGLISH);
    assertTrue(text.replaceAll("\\s+", " ").contains("another Turno decided"), text);
  }

  /** Ana is ready again and is asked for a contact, whatever the router says. */
  private void decidedOtherwise(String caller) {
    floor
        .journal()
        .add(
            new Entry(
                floor.state().seq() + 1,
                floor.state().timeMs() + 1_000,
                new DeskInput.Ready(ANA),
                List.of(
                    new AgentEvent.Resumed(ANA),
                    new OfferEvent.Made(
                        new OfferId("o"),
                        floor.contact(caller),
                        new QueueId("info"),
                        ANA,
                        new LegId("leg"),
                        floor.state().timeMs() + 10_000)),
                List.of()));
  }

  @Test
  void the_contacts_of_a_journal_are_listed_with_their_ends() {
    floor.signIn("ana").call("one", "012").answer("ana", 3).after(60).callerHangsUp("one", "ana");
    floor.call("two", "012").ring("ana").after(15).after(10).callerHangsUp("two", null);
    floor.call("three", "012").after(1);

    ContactList.Found found = ContactList.of(floor.journal().iterator(), 2, entry -> {});
    assertEquals(3, found.count());
    assertEquals(
        List.of(floor.contact("two"), floor.contact("three")),
        found.last().stream().map(ContactLine::contact).toList());
    assertEquals(ContactEvent.Outcome.ABANDONED, found.last().getFirst().outcome());
    String text = ListText.of(found, Locale.of("es"), Floor.ZONE);
    assertTrue(text.contains("abandonado"), text);
    assertTrue(text.contains("Los últimos 2 de 3 contactos; con --all se ven todos."), text);
    String all =
        ListText.of(
            ContactList.of(floor.journal().iterator(), 9, entry -> {}), Locale.ENGLISH, Floor.ZONE);
    assertTrue(all.contains("served by Ana"), all);
    assertTrue(all.endsWith("3 contacts.\n"), all);
    assertFalse(all.contains("null"), all);
  }
}
