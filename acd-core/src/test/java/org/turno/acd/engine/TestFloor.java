package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.SeatPlan;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.SupervisorPlan;
import org.turno.acd.plan.Tier;
import org.turno.acd.recovery.Recovery;
import org.turno.acd.recovery.Restoring;
import org.turno.acd.recovery.Verification;

/**
 * A floor for tests of who gets whom: callers and agents by name, one line per queue of the same
 * name, time in seconds, answers when told. Phones do at once what they are asked.
 */
final class TestFloor {
  static final PbxId PBX = new PbxId("pbx");

  private final AcdCore core = new AcdCore(new AcdState());
  private final DecisionLoop loop;
  private final List<Entry> journal = new ArrayList<>();
  private final List<LinePlan> lines = new ArrayList<>();
  private final List<QueuePlan> queues = new ArrayList<>();
  private final List<AgentPlan> agents = new ArrayList<>();
  private final List<ReservePlan> reserves = new ArrayList<>();
  private final List<SupervisorPlan> supervisors = new ArrayList<>();
  private final Map<LegId, ContactId> contacts = new LinkedHashMap<>();
  private long timeMs = 1_000_000_000;

  TestFloor() {
    Journal kept =
        new Journal() {
          @Override
          public void append(Entry entry) {
            journal.add(entry);
          }

          @Override
          public void close() {}
        };
    loop = new DecisionLoop(core, kept, effect -> {});
  }

  TestFloor queue(QueuePlan queue) {
    return queue(queue, 0);
  }

  /** A queue whose line is protected. */
  TestFloor protectedQueue(QueuePlan queue) {
    return queue(queue, 0, true);
  }

  TestFloor queue(QueuePlan queue, int linePriority) {
    return queue(queue, linePriority, false);
  }

  /** A queue whose line calls people back. */
  TestFloor callingBack(QueuePlan queue) {
    queue(queue, 0);
    lines.add(lines.removeLast().callingBack(true));
    return this;
  }

  /** A queue whose line greets its callers. */
  TestFloor greeting(QueuePlan queue, Prompt... greeting) {
    queue(queue, 0);
    lines.add(lines.removeLast().greeting(List.of(greeting)));
    return this;
  }

  private TestFloor queue(QueuePlan queue, int linePriority, boolean protectedLine) {
    queues.add(queue);
    lines.add(
        new LinePlan(
            new LineId(queue.id().value()),
            queue.name(),
            queue.id(),
            linePriority,
            Requirement.nothing(),
            CallerDisplay.LINE,
            protectedLine));
    return this;
  }

  /** Skills as {@code es=50 en=10}. */
  TestFloor agent(String name, String skills) {
    return agent(name, skills, new TreeMap<>());
  }

  TestFloor agent(String name, String skills, SortedMap<QueueId, Tier> tiers) {
    SortedMap<SkillId, Integer> levels = new TreeMap<>();
    for (String skill : skills.isBlank() ? List.<String>of() : List.of(skills.split(" ", -1))) {
      String[] parts = skill.split("=", -1);
      levels.put(new SkillId(parts[0]), Integer.parseInt(parts[1]));
    }
    agents.add(
        new AgentPlan(
            new AgentId(name),
            name,
            new PhoneId(PBX, "PJSIP/" + name),
            new Skills(levels),
            List.of(),
            tiers));
    return this;
  }

  /** The contacts of a queue's line come in another medium. */
  TestFloor in(MediumId medium, QueuePlan queue) {
    queue(queue);
    lines.add(lines.removeLast().in(medium));
    return this;
  }

  /** One of several seats of a person, who may have so much of another medium in hand beside. */
  TestFloor seat(String name, String person, MediumId medium, MediumId other, int beside) {
    SortedMap<MediumId, Integer> most = new TreeMap<>();
    most.put(other, beside);
    agent(name, "");
    agents.add(agents.removeLast().at(new SeatPlan(new AgentId(person), medium, most)));
    return this;
  }

  TestFloor agentOf(String name, String queue) {
    agents.add(
        new AgentPlan(
            new AgentId(name),
            name,
            new PhoneId(PBX, "PJSIP/" + name),
            Skills.NONE,
            List.of(new QueueId(queue))));
    return this;
  }

  TestFloor supervisor(String name, ListenMode... may) {
    supervisors.add(new SupervisorPlan(name, new PhoneId(PBX, "PJSIP/" + name), List.of(may)));
    return this;
  }

  /** Supervisors may take part in conversations of the last line, protected or not. */
  TestFloor listenedTo() {
    lines.add(lines.removeLast().listenedTo(true));
    return this;
  }

  TestFloor reserve(ReservePlan reserve) {
    reserves.add(reserve);
    return this;
  }

  TestFloor open() {
    in(new AdminInput.JournalStarted("test"));
    load();
    in(new PbxInput.Inventory(PBX, "test", List.of(), List.of(), List.of()));
    return this;
  }

  void load() {
    in(
        new AdminInput.PlanLoaded(
            new FloorPlan(List.of(new PbxPlan(PBX)), lines, queues, agents)
                .with(reserves)
                .supervisedBy(supervisors)));
  }

  void replaceQueue(QueuePlan queue) {
    queues.replaceAll(q -> q.id().equals(queue.id()) ? queue : q);
    load();
  }

  void signIn(String... names) {
    for (String name : names) {
      in(new DeskInput.SignIn(new AgentId(name)));
      timeMs += 1;
    }
  }

  ContactId call(String caller, String line) {
    return call(caller, line, CallWishes.NONE);
  }

  ContactId call(String caller, String line, CallWishes wishes) {
    timeMs += 1;
    Entry entry = in(new PbxInput.CallArrived(PBX, new LegId(caller), new LineId(line), wishes));
    for (Event event : entry.events()) {
      if (event instanceof ContactEvent.Arrived arrived) {
        contacts.put(arrived.leg(), arrived.contact());
        return arrived.contact();
      }
    }
    throw new AssertionError(caller + " did not arrive: " + entry);
  }

  ContactId contact(String caller) {
    ContactId contact = contacts.get(new LegId(caller));
    if (contact == null) {
      throw new AssertionError(caller + " never called");
    }
    return contact;
  }

  /** The agent answers, and both talk. */
  void answer(String agent) {
    LegId leg = legOf(agent);
    for (Effect effect : in(new PbxInput.LegAnswered(PBX, leg)).effects()) {
      if (effect instanceof Effect.Bridge bridge) {
        in(new EffectReport.Done(PBX, bridge.id()));
      }
    }
  }

  /** The caller hangs up; the agent's leg is taken down at once. */
  void hangUp(String caller) {
    Entry entry = in(new PbxInput.LegEnded(PBX, new LegId(caller), HangupReason.NORMAL));
    legsDown(entry);
  }

  /** The PBX reports the end of an agent's leg. */
  void legEndedOf(String agent) {
    in(new PbxInput.LegEnded(PBX, legOf(agent), HangupReason.CANCELLED));
  }

  /** Takes down every leg that an entry asks to be taken down. */
  void legsDown(Entry entry) {
    for (Effect effect : entry.effects()) {
      if (effect instanceof Effect.HangUp hangUp) {
        legsDown(in(new PbxInput.LegEnded(PBX, hangUp.leg(), HangupReason.CANCELLED)));
      }
    }
  }

  /** Lets time pass, with all that is due in it. */
  void pass(double seconds) {
    long untilMs = timeMs + Math.round(seconds * 1000);
    Long dueMs = core.state().nextDeadlineMs();
    while (dueMs != null && dueMs <= untilMs) {
      timeMs = Math.max(timeMs, dueMs);
      Input due = loop.due(timeMs);
      if (due != null) {
        legsDown(in(due));
      }
      dueMs = core.state().nextDeadlineMs();
    }
    timeMs = untilMs;
  }

  Entry in(Input input) {
    return loop.process(input, timeMs);
  }

  AcdState state() {
    return core.state();
  }

  private LegId legOf(String agent) {
    LegId leg = core.state().agent(new AgentId(agent)).leg();
    if (leg == null) {
      throw new AssertionError(agent + " has no leg: " + core.state().agent(new AgentId(agent)));
    }
    return leg;
  }

  /** The agent being asked for a caller, or {@code nobody}. */
  String offeredTo(String caller) {
    var contact = core.state().findContact(contact(caller));
    return contact == null || contact.agent() == null ? "nobody" : contact.agent().value();
  }

  void expectOffer(String caller, String agent) {
    assertEquals(agent, offeredTo(caller), () -> core.state().dump());
  }

  long count(Class<? extends Event> type) {
    return journal.stream().flatMap(e -> e.events().stream()).filter(type::isInstance).count();
  }

  /** All events of a kind, oldest first. */
  <T extends Event> List<T> events(Class<T> type) {
    return journal.stream()
        .flatMap(e -> e.events().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** What callers were played, oldest first. */
  List<Effect.Announce> played() {
    return journal.stream()
        .flatMap(e -> e.effects().stream())
        .filter(Effect.Announce.class::isInstance)
        .map(Effect.Announce.class::cast)
        .toList();
  }

  /** How contacts ended, in order. */
  List<ContactEvent.Outcome> outcomes() {
    List<ContactEvent.Outcome> all = new ArrayList<>();
    for (Entry entry : journal) {
      for (Event event : entry.events()) {
        if (event instanceof ContactEvent.Ended ended) {
          all.add(ended.outcome());
        }
      }
    }
    return all;
  }

  boolean overflowedBy(ContactEvent.OverflowReason why) {
    return journal.stream()
        .flatMap(e -> e.events().stream())
        .anyMatch(e -> e instanceof ContactEvent.Overflowed gone && gone.why() == why);
  }

  boolean failedBy(OfferEvent.Why why) {
    return journal.stream()
        .flatMap(e -> e.events().stream())
        .anyMatch(e -> e instanceof OfferEvent.Failed failed && failed.why() == why);
  }

  /** The whole story, decided again and applied again, gives the same. */
  void replays() {
    Verification.Difference difference = Verification.verify(journal.iterator(), seq -> {});
    assertNull(difference, () -> difference == null ? "" : difference.describe());
    assertEquals(core.state().dump(), Recovery.recover(journal.iterator()).dump());
    Restoring.restoresAnywhere(journal);
  }
}
