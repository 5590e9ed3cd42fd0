package org.turno.acd.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turno.acd.agent.AgentState;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.Journal;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.recovery.Recovery;
import org.turno.acd.recovery.Restoring;
import org.turno.acd.recovery.Verification;

/**
 * The production core on a floor of callers and agents with names. Time passes only by {@link #at};
 * timers that are due on the way go off at their moment.
 *
 * <pre>{@code
 * floor.at("5s").agent("anna").signsIn();
 * floor.at("6s").caller("one").dials("info");
 * floor.expectOffer("one", "anna");
 * }</pre>
 */
final class Scenario {
  static final PbxId PBX = new PbxId("pbx");
  private static final long START_MS = 1_800_000_000_000L;
  private static final int MOST_AT_ONCE = 1_000;

  final ObligingPbx pbx = new ObligingPbx();
  private final List<Entry> journal = new ArrayList<>();
  private DecisionLoop loop = new DecisionLoop(new AcdCore(new AcdState()), new KeptJournal(), pbx);
  private final Map<String, ContactId> contacts = new LinkedHashMap<>();
  private final Map<ContactId, ContactEvent.Ended> ended = new LinkedHashMap<>();
  private final Map<ContactId, OfferEvent.Failed> lastFailed = new LinkedHashMap<>();
  private long nowMs = START_MS;

  Scenario(FloorBuilder floor) {
    decide(new AdminInput.JournalStarted("scenario"));
    decide(new AdminInput.PlanLoaded(floor.plan()));
    decide(new PbxInput.Inventory(PBX, "obliging", List.of(), List.of(), List.of()));
  }

  private final class KeptJournal implements Journal {
    @Override
    public void append(Entry entry) {
      journal.add(entry);
    }

    @Override
    public void close() {}
  }

  // ---- what happens

  /** Lets time pass until then, for example {@code 5s} or {@code 2m}, counted from the start. */
  Scenario at(String when) {
    long amount = Long.parseLong(when.substring(0, when.length() - 1));
    long unitMs = when.endsWith("m") ? 60_000 : 1_000;
    long untilMs = START_MS + amount * unitMs;
    assertTrue(untilMs >= nowMs, when + " is over already");
    for (Long dueMs = loop.state().nextDeadlineMs();
        dueMs != null && dueMs <= untilMs;
        dueMs = loop.state().nextDeadlineMs()) {
      nowMs = Math.max(nowMs, dueMs);
      Input due = loop.due(nowMs);
      if (due != null) {
        decide(due);
      }
    }
    nowMs = untilMs;
    return this;
  }

  ScenarioAgent agent(String name) {
    return new ScenarioAgent(this, name);
  }

  /** Several agents sign in, one after the other, a second apart. */
  Scenario signIn(String... names) {
    for (String name : names) {
      agent(name).signsIn();
      nowMs += 1_000;
    }
    return this;
  }

  ScenarioCaller caller(String name) {
    return new ScenarioCaller(name);
  }

  void decide(Input input) {
    observe(loop.process(input, nowMs));
    hearNews();
  }

  void hearNews() {
    int heard = 0;
    while (pbx.hasNews()) {
      assertTrue(++heard < MOST_AT_ONCE, "core and PBX go round in circles");
      observe(loop.process(pbx.news(), nowMs));
    }
  }

  /** The PBX works on, but none of its reports arrives any more, until its inventory does. */
  void reportsAreLost() {
    pbx.mute(true);
  }

  void reportsArriveAgain() {
    pbx.mute(false);
  }

  /** What is asked of the PBX does not arrive any more, until its inventory comes. */
  void commandsAreLost() {
    pbx.deaf(true);
  }

  void linkIsLost() {
    pbx.mute(true);
    pbx.deaf(true);
    decide(new PbxInput.LinkDown(PBX, "cable"));
  }

  /** The PBX tells what it holds, and obeys and reports from then on. */
  void inventoryComes() {
    pbx.mute(false);
    pbx.deaf(false);
    decide(pbx.inventory());
  }

  /**
   * The link breaks and is back before the core hears of anything: what it asks for now goes out on
   * the new link, after the inventory was taken.
   */
  void linkBlinksWhile(Runnable happening) {
    PbxInput.Inventory before = pbx.inventory();
    pbx.holdBack(true);
    happening.run();
    decide(new PbxInput.LinkDown(PBX, "cable"));
    decide(before);
    pbx.holdBack(false);
    hearNews();
  }

  void configurationBecomes(FloorBuilder floor) {
    decide(new AdminInput.PlanLoaded(floor.plan()));
  }

  /** Turno is killed and runs again; the PBX goes on meanwhile. */
  void turnoIsKilledAndStartsAgain() {
    loop =
        new DecisionLoop(new AcdCore(Recovery.recover(journal.iterator())), new KeptJournal(), pbx);
    Recovery.startInputs(loop.state(), loop.state().plan(), "scenario").forEach(this::decide);
  }

  void expectNothingOutstanding() {
    assertEquals(List.of(), List.copyOf(loop.state().outstanding()));
  }

  private void observe(Entry entry) {
    for (Event event : entry.events()) {
      if (event instanceof ContactEvent.Arrived arrived) {
        contacts.put(arrived.leg().value(), arrived.contact());
      } else if (event instanceof ContactEvent.Ended over) {
        ended.put(over.contact(), over);
      } else if (event instanceof OfferEvent.Failed failed) {
        lastFailed.put(failed.contact(), failed);
      }
    }
  }

  AcdState state() {
    return loop.state();
  }

  // ---- what must be so

  void expectOffer(String caller, String agent) {
    Contact contact = alive(caller);
    assertEquals(Contact.State.OFFERED, contact.state(), caller);
    assertEquals(new AgentId(agent), contact.agent(), caller);
    assertTrue(pbx.rings(phone(agent)), agent + "'s phone does not ring");
  }

  void expectWaiting(String caller, String queue) {
    Contact contact = alive(caller);
    assertEquals(Contact.State.WAITING, contact.state(), caller);
    assertEquals(queue, String.valueOf(contact.queue()), caller);
  }

  void expectTalking(String caller, String agent) {
    Contact contact = alive(caller);
    assertEquals(Contact.State.TALKING, contact.state(), caller);
    assertEquals(new AgentId(agent), contact.agent(), caller);
  }

  void expectState(String agent, AgentState state) {
    assertEquals(state, loop.state().agentState(new AgentId(agent)), agent);
  }

  /** How often the phone rang so far. */
  void expectRung(String agent, int times) {
    assertEquals(times, pbx.rung.getOrDefault(phone(agent), 0), agent);
  }

  void expectSilent(String agent) {
    assertTrue(!pbx.rings(phone(agent)), agent + "'s phone rings");
  }

  void expectEnded(String caller, ContactEvent.Outcome outcome) {
    ContactEvent.Ended over = ended.get(contact(caller));
    assertEquals(outcome, over == null ? null : over.outcome(), caller);
  }

  /** How long it waited, as its end says. */
  void expectWaited(String caller, long ms) {
    ContactEvent.Ended over = ended.get(contact(caller));
    assertEquals(ms, over == null ? -1 : over.waitMs(), caller);
  }

  void expectSentTo(String caller, String extension) {
    assertEquals(extension, pbx.sentOn.get(new LegId(caller)), caller);
  }

  /** How often the PBX was asked to keep the caller waiting. */
  void expectParked(String caller, long times) {
    long parks =
        journal.stream()
            .flatMap(entry -> entry.effects().stream())
            .filter(e -> e instanceof Effect.Park park && park.leg().equals(new LegId(caller)))
            .count();
    assertEquals(times, parks, caller);
  }

  void expectLastOfferFailed(String caller, OfferEvent.Why why) {
    OfferEvent.Failed failed = lastFailed.get(contact(caller));
    assertEquals(why, failed == null ? null : failed.why(), caller);
  }

  /** What was asked for last was refused, in words that contain these. */
  void expectRefused(String words) {
    String said =
        journal.getLast().events().stream()
            .filter(SystemEvent.InputIgnored.class::isInstance)
            .map(event -> ((SystemEvent.InputIgnored) event).detail())
            .findFirst()
            .orElse("nothing refused");
    assertTrue(said.contains(words), said);
  }

  /** How often it happened so far. */
  void expectHappened(int times, Event event) {
    long count = journal.stream().flatMap(e -> e.events().stream()).filter(event::equals).count();
    assertEquals(times, count, () -> event.toString());
  }

  /** The journal decides and restores to the same. */
  void expectReplay() {
    assertNull(Verification.verify(journal.iterator(), seq -> {}));
    assertEquals(loop.state().dump(), Recovery.recover(journal.iterator()).dump());
    Restoring.restoresAnywhere(journal);
  }

  private Contact alive(String caller) {
    ContactId id = contact(caller);
    return loop.state().contacts().stream()
        .filter(contact -> contact.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(caller + " is over: " + ended.get(id)));
  }

  private ContactId contact(String caller) {
    ContactId id = contacts.get(caller);
    if (id == null) {
      throw new AssertionError(caller + " never called");
    }
    return id;
  }

  static PhoneId phone(String agent) {
    return new PhoneId(PBX, "PJSIP/" + agent);
  }

  /** Somebody who calls. */
  final class ScenarioCaller {
    private final LegId leg;

    private ScenarioCaller(String name) {
      leg = new LegId(name);
    }

    void dials(String line) {
      pbx.caller(leg, new LineId(line));
      decide(new PbxInput.CallArrived(PBX, leg, new LineId(line)));
    }

    void hangsUp() {
      pbx.end(leg, HangupReason.NORMAL);
      hearNews();
    }
  }
}
