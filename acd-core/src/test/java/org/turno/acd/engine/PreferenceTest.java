package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.Tier;

/** What contacts would rather have, and never wait for. */
final class PreferenceTest {
  private final TestFloor floor = new TestFloor();

  @AfterEach
  void theStoryReplays() {
    floor.replays();
  }

  private static QueuePlan preferring(String preference, RelaxationStep... steps) {
    return QueuePlan.of("help")
        .with(
            new RoutingPolicy(
                    AgentChoice.LONGEST_IDLE, 0, Ageing.NONE, List.of(steps), false, false, 0)
                .preferring(Requirement.parse(preference)));
  }

  @Test
  void whoMeetsThePreferenceIsAskedBeforeWhoIsIdleForLonger() {
    floor.queue(preferring("ca")).agent("anna", "").agent("bea", "ca=20").open();
    floor.signIn("anna", "bea");
    floor.call("one", "help");
    floor.expectOffer("one", "bea");
  }

  @Test
  void nobodyIsWaitedForWhereAnotherIsFree() {
    floor.queue(preferring("ca")).agent("anna", "").agent("bea", "ca=20").open();
    floor.signIn("anna");
    floor.call("one", "help");
    floor.expectOffer("one", "anna");
  }

  @Test
  void theMorePartsThatAndJoinsAreMetTheSooner() {
    floor
        .queue(preferring("ca and tax >= 50 and (en or fr)"))
        .agent("none", "")
        .agent("one", "ca=1")
        .agent("two", "tax=60 fr=1")
        .open();
    floor.signIn("none", "one", "two");
    floor.call("first", "help");
    floor.expectOffer("first", "two");
    floor.call("second", "help");
    floor.expectOffer("second", "one");
    floor.call("third", "help");
    floor.expectOffer("third", "none");
  }

  @Test
  void thePreferenceOutranksTheTierLevelAndThatTheQueuesChoice() {
    TreeMap<QueueId, Tier> second = new TreeMap<>();
    second.put(new QueueId("help"), new Tier(2, 1));
    floor
        .queue(preferring("ca"))
        .agent("first", "")
        .agent("late", "ca=1", second)
        .agent("later", "ca=1")
        .open();
    floor.signIn("first", "late", "later");
    floor.call("one", "help");
    floor.expectOffer("one", "later");
    floor.call("two", "help");
    floor.expectOffer("two", "late");
    floor.call("three", "help");
    floor.expectOffer("three", "first");
  }

  @Test
  void anAgentAskedBeforeForTheContactComesAfterThoseWhoWereNot() {
    floor.queue(preferring("ca")).agent("anna", "").agent("bea", "ca=1").open();
    floor.signIn("anna", "bea");
    floor.call("one", "help");
    floor.expectOffer("one", "bea");
    floor.pass(15);
    floor.expectOffer("one", "anna");
  }

  @Test
  void theCallsOwnPreferenceIsAddedToTheQueues() {
    floor.queue(preferring("ca")).agent("anna", "ca=1").agent("bea", "ca=1 tax=9").open();
    floor.signIn("anna", "bea");
    floor.call("one", "help", CallWishes.read(List.of("prefers=tax")).wishes());
    floor.expectOffer("one", "bea");
    assertEquals(List.of("prefers=tax"), CallWishes.read(List.of("prefers=tax")).wishes().words());
  }

  @Test
  void aRelaxationStepPutsAnotherPreferenceInItsPlace() {
    floor
        .queue(
            preferring(
                "ca", new RelaxationStep(10_000, null, Requirement.parse("en"), 0, List.of())))
        .agent("anna", "ca=1")
        .agent("bea", "en=1")
        .open();
    floor.signIn("anna");
    floor.in(new DeskInput.Pause(new AgentId("anna"), "x"));
    floor.call("one", "help");
    floor.pass(5);
    assertEquals("ca", preferenceOf("one"));
    floor.pass(6);
    assertEquals("en", preferenceOf("one"));
  }

  @Test
  void aChangedPreferenceHoldsForThoseWhoWaitAlready() {
    floor.queue(preferring("ca")).agent("anna", "ca=1").open();
    floor.call("one", "help");
    floor.replaceQueue(preferring("en"));
    assertEquals("en", preferenceOf("one"));
  }

  private String preferenceOf(String caller) {
    var contact = floor.state().findContact(floor.contact(caller));
    return contact == null ? "over" : contact.preference().toString();
  }
}
