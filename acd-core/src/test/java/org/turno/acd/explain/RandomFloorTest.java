package org.turno.acd.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.Listening;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.SealedNumber;
import org.turno.acd.routing.Eligibility;

/** Whatever happens on a floor, what is told of it agrees with what the router did. */
final class RandomFloorTest {
  private static final int SEEDS = 25;
  private static final int STEPS = 250;
  private static final Comparator<Runner> ORDER =
      Comparator.comparingInt(Runner::tries)
          .thenComparing(Comparator.comparing(Runner::last).reversed())
          .thenComparing(Comparator.comparingInt(Runner::preferred).reversed())
          .thenComparingInt(Runner::tierLevel)
          .thenComparingLong(Runner::figure)
          .thenComparing(Comparator.comparingLong(Runner::idleForMs).reversed());

  @Test
  void every_story_agrees_with_the_routers_own_choice_and_fits_the_screen() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Floor floor = day(seed);
      for (ContactId contact : floor.contacts()) {
        ContactStory story = floor.story(contact);
        String where = "seed " + seed + ", " + contact;
        check(story, where);
        checkText(story, where);
      }
    }
    // or else this test shows less than it seems to
    assertEquals(Set.of(Step.class.getPermittedSubclasses()), seenSteps);
    assertEquals(EnumSet.complementOf(EnumSet.of(Rival.Lead.NONE)), seenLeads);
    assertEquals(
        EnumSet.complementOf(
            EnumSet.of(
                Eligibility.Bar.OTHER_MEDIUM, Eligibility.Bar.OTHER_PBX, Eligibility.Bar.SPARED)),
        seenBars);
    assertEquals(EnumSet.allOf(OfferEvent.Why.class), seenWhys);
  }

  private final Set<Class<?>> seenSteps = new HashSet<>();
  private final Set<Rival.Lead> seenLeads = EnumSet.noneOf(Rival.Lead.class);
  private final Set<Eligibility.Bar> seenBars = EnumSet.noneOf(Eligibility.Bar.class);
  private final Set<OfferEvent.Why> seenWhys = EnumSet.noneOf(OfferEvent.Why.class);

  private void check(ContactStory story, String where) {
    long toldMs = 0;
    long dialledMs = 0;
    long heldMs = 0;
    List<long[]> ringingMs = new ArrayList<>();
    for (Step step : story.steps()) {
      seenSteps.add(step.getClass());
      switch (step) {
        case Step.Offered offer -> {
          assertTrue(offer.asToday(), where);
          assertEquals(offer.agent(), offer.runners().getFirst().agent(), where);
          // one who is asked besides others need not be the first of those free
          for (int i = offer.alongside() > 0 ? 2 : 1; i < offer.runners().size(); i++) {
            Runner before = offer.runners().get(i - 1);
            assertTrue(ORDER.compare(before, offer.runners().get(i)) <= 0, where + offer);
          }
        }
        case Step.Waited wait -> {
          assertTrue(wait.staff().mayServe().stream().noneMatch(Seat::free), where + wait);
          for (Rival rival : wait.rivals()) {
            seenLeads.add(rival.lead());
            assertNotEquals(Rival.Lead.NONE, rival.lead(), where + rival);
            assertNotEquals(story.contact(), rival.contact(), where);
          }
          wait.staff().barred().forEach(one -> seenBars.add(one.bar()));
          toldMs += wait.lengthMs();
        }
        case Step.Refused refused -> {
          seenWhys.add(refused.why());
          ringingMs.add(new long[] {refused.timeMs() - refused.offerMs(), refused.timeMs()});
        }
        case Step.Answered answered ->
            ringingMs.add(new long[] {answered.timeMs() - answered.offerMs(), answered.timeMs()});
        case Step.Returned returned -> toldMs += returned.bridgingMs();
        case Step.CalledBack call -> {
          switch (call.event()) {
            case ContactEvent.Callback.Dialled e -> dialledMs = call.timeMs();
            case ContactEvent.Callback.Missed e -> toldMs += call.timeMs() - dialledMs;
            case ContactEvent.Callback.Held e -> heldMs = call.timeMs();
            case ContactEvent.Callback.Due e -> {
              toldMs += call.timeMs() - heldMs;
              heldMs = 0;
            }
            case ContactEvent.Callback.Granted e -> {}
            case ContactEvent.Callback.CallerAnswered e -> {}
          }
        }
        case Step.Ended end -> toldMs += heldMs == 0 ? 0 : end.timeMs() - heldMs;
        case Step other -> {}
      }
    }
    if (story.end() != null) {
      toldMs += together(ringingMs);
      assertEquals(story.waitMs(), toldMs, where + " does not account for its wait");
    }
  }

  private static void checkText(ContactStory story, String where) {
    for (Locale language : Words.LANGUAGES) {
      for (boolean all : new boolean[] {false, true}) {
        String text = StoryText.of(story, language, Floor.ZONE, all);
        assertFalse(text.contains("{"), where + " has an unfilled gap:\n" + text);
        text.lines().forEach(line -> assertTrue(line.length() <= 80, where + ": " + line));
      }
    }
  }

  private static Floor day(long seed) {
    Random random = new Random(seed);
    Floor floor = new Floor(RandomPlan.drawn(random));
    int calls = 0;
    for (int step = 0; step < STEPS; step++) {
      floor.after(random.nextInt(8));
      Agent agent = RandomPlan.any(List.copyOf(floor.state().agents()), random);
      switch (random.nextInt(10)) {
        case 0, 1 ->
            floor.call(
                "call-" + ++calls, RandomPlan.any(RandomPlan.QUEUES, random), wishes(random));
        case 2, 3, 4 -> phoneWork(floor, random);
        case 5 -> callerLeaves(floor, random);
        case 6, 7 -> floor.in(new DeskInput.SignIn(agent.id()));
        case 8 -> desk(floor, agent, random);
        default -> rare(floor, agent, random);
      }
    }
    return floor;
  }

  /** How long some spans, which may overlap, take together. */
  private static long together(List<long[]> spans) {
    List<long[]> byBeginning = new ArrayList<>(spans);
    byBeginning.sort(Comparator.comparingLong(span -> span[0]));
    long sumMs = 0;
    long untilMs = 0;
    for (long[] span : byBeginning) {
      sumMs += Math.max(0, span[1] - Math.max(span[0], untilMs));
      untilMs = Math.max(untilMs, span[1]);
    }
    return sumMs;
  }

  private static String[] wishes(Random random) {
    String[] some = {
      "priority=5",
      "requires=es",
      "prefers=en and es",
      "agent=agent-d",
      "never=agent-b",
      "ivr=40",
      "position=1",
      "customer=eva",
      "customer=ines"
    };
    return random.nextInt(3) > 0
        ? new String[0]
        : new String[] {some[random.nextInt(some.length)], some[random.nextInt(some.length)]};
  }

  /** What becomes of callers who are being called back. */
  private static void called(Floor floor, Random random) {
    for (Effect effect : List.copyOf(floor.state().outstanding())) {
      if (effect instanceof Effect.CallBack call) {
        floor.in(
            random.nextBoolean()
                ? new PbxInput.LegAnswered(Floor.PBX, call.leg())
                : new PbxInput.LegEnded(
                    Floor.PBX, call.leg(), RandomPlan.any(List.of(HangupReason.values()), random)));
      }
    }
  }

  /** Rosa hears whoever talks, one after another. */
  private static void listen(Floor floor) {
    for (Listening listening : List.copyOf(floor.state().listenings())) {
      floor.in(new PbxInput.LegAnswered(Floor.PBX, listening.leg()));
    }
    for (Contact contact : List.copyOf(floor.state().contacts())) {
      ListenMode mode = List.of(ListenMode.values()).get((int) (floor.state().seq() % 3));
      floor.in(new SupervisorInput.Listen(contact.id(), mode, "rosa", "a reason to listen"));
    }
  }

  private static void phoneWork(Floor floor, Random random) {
    called(floor, random);
    List<Agent> withLeg =
        floor.state().agents().stream().filter(agent -> agent.leg() != null).toList();
    if (withLeg.isEmpty()) {
      return;
    }
    Agent agent = RandomPlan.any(withLeg, random);
    boolean asked = agent.offer() != null;
    LegId leg = Objects.requireNonNull(agent.leg());
    if (asked && random.nextInt(8) == 0) {
      // and the PBX never reports that it connected the two
      floor.in(new PbxInput.LegAnswered(Floor.PBX, leg));
    } else if (asked && random.nextInt(20) == 0) {
      floor.in(new PbxInput.LegLeft(Floor.PBX, leg));
    } else if (asked && random.nextInt(3) > 0) {
      floor.answer(agent.id().value(), random.nextInt(4));
    } else {
      HangupReason why =
          asked ? RandomPlan.any(List.of(HangupReason.values()), random) : HangupReason.NORMAL;
      floor.agentLegEnds(agent.id().value(), why);
    }
  }

  /** Some callers hang up and keep their turn. */
  private static void callerLeaves(Floor floor, Random random) {
    List<Contact> there = List.copyOf(floor.state().contacts());
    if (!there.isEmpty() && random.nextInt(10) == 0) {
      floor.in(new PbxInput.KeyPressed(Floor.PBX, RandomPlan.any(there, random).leg(), Key.K2));
    } else if (!there.isEmpty() && random.nextInt(3) == 0) {
      LegId leg = RandomPlan.any(there, random).leg();
      SealedNumber number = new SealedNumber("number-" + random.nextInt(30));
      floor.in(new PbxInput.NumberTold(Floor.PBX, leg, number));
      floor.in(new PbxInput.LegEnded(Floor.PBX, leg, HangupReason.NORMAL));
    } else if (!there.isEmpty()) {
      floor.in(
          new PbxInput.LegEnded(
              Floor.PBX, RandomPlan.any(there, random).leg(), HangupReason.NORMAL));
    }
  }

  private static void desk(Floor floor, Agent agent, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> floor.in(new DeskInput.SignOut(agent.id()));
      case 1 -> floor.in(new DeskInput.Pause(agent.id(), "coffee"));
      case 2 -> floor.in(new DeskInput.Ready(agent.id()));
      default -> floor.in(new DeskInput.Reject(agent.id()));
    }
  }

  private static void supervise(Floor floor, Random random) {
    List<Contact> there = List.copyOf(floor.state().contacts());
    if (there.isEmpty()) {
      return;
    }
    listen(floor);
    ContactId contact = RandomPlan.any(there, random).id();
    switch (random.nextInt(3)) {
      case 0 -> floor.in(new SupervisorInput.SetPriority(contact, random.nextInt(20), "rosa"));
      case 1 -> floor.in(new SupervisorInput.MoveTo(contact, 1 + random.nextInt(4), "rosa"));
      default ->
          floor.in(
              new SupervisorInput.Withdraw(
                  contact,
                  new Destination.ToQueue(new QueueId(RandomPlan.any(RandomPlan.QUEUES, random))),
                  "rosa"));
    }
  }

  private static void rare(Floor floor, Agent agent, Random random) {
    switch (random.nextInt(12)) {
      case 2, 3, 4 -> supervise(floor, random);
      case 0 -> floor.in(new AdminInput.PlanLoaded(RandomPlan.drawn(random)));
      case 1 -> {
        floor.in(new PbxInput.LinkDown(Floor.PBX, "test"));
        floor.after(random.nextInt(20));
        floor.in(new PbxInput.Inventory(Floor.PBX, "test", List.of(), List.of(), List.of()));
      }
      default ->
          floor.phone(agent.id().value(), RandomPlan.any(List.of(PhoneState.values()), random));
    }
  }
}
