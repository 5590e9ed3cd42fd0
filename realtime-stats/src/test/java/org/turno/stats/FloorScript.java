package org.turno.stats;

import java.time.ZoneId;
import java.util.List;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/** Tells a floor's story in a few words and counts it. Times are seconds from the start. */
final class FloorScript {
  /** Noon of a day in Madrid. */
  static final long START_MS = 1_795_345_200_000L;

  static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  final LiveFigures figures;
  private long seq;
  private long nowMs = START_MS;

  FloorScript(FiguresObserver observer) {
    figures = new LiveFigures(MADRID, observer);
    entry(
        new SystemEvent.PlanApplied(TestPlans.floor(3, 4)),
        new PbxEvent.Connected(TestPlans.PBX, "test"));
  }

  FloorScript() {
    this(FiguresObserver.NONE);
  }

  FloorScript at(double seconds) {
    nowMs = START_MS + Math.round(seconds * 1_000);
    return this;
  }

  FloorScript entry(Event... events) {
    seq++;
    figures.apply(
        new Entry(seq, nowMs, new AdminInput.JournalStarted("test"), List.of(events), List.of()));
    return this;
  }

  FloorScript signIn(String agent) {
    return entry(new AgentEvent.SignedIn(new AgentId(agent)));
  }

  FloorScript arrives(String contact, String queue) {
    LineId line = new LineId("line" + queue.substring(1));
    ContactId id = new ContactId(contact);
    return entry(
        new ContactEvent.Arrived(id, TestPlans.PBX, new LegId(contact), line, 0, nowMs),
        new ContactEvent.Queued(id, new QueueId(queue), Requirement.nothing()));
  }

  FloorScript offered(String contact, String queue, String agent) {
    OfferId offer = new OfferId(contact + agent);
    AgentId id = new AgentId(agent);
    return entry(
        new OfferEvent.Made(
            offer, new ContactId(contact), new QueueId(queue), id, leg(agent), nowMs + 15_000),
        new OfferEvent.Ringing(offer, id));
  }

  private static LegId leg(String agent) {
    return new LegId("leg-" + agent);
  }

  FloorScript answers(String contact, String agent, double waitSeconds) {
    ContactId id = new ContactId(contact);
    OfferId offer = new OfferId(contact + agent);
    AgentId by = new AgentId(agent);
    entry(
        new OfferEvent.Accepted(offer, by),
        new ContactEvent.Answered(id, offer, by),
        new ContactEvent.BridgeRequested(id, new EffectId("b")));
    return entry(new ContactEvent.Connected(id, by, Math.round(waitSeconds * 1_000)));
  }

  FloorScript hangsUp(String contact, String queue, String agent, double talkSeconds) {
    AgentId id = new AgentId(agent);
    return entry(
        new ContactEvent.Ended(
            new ContactId(contact),
            new QueueId(queue),
            Outcome.SERVED,
            0,
            Math.round(talkSeconds * 1_000)),
        new AgentEvent.Released(id, leg(agent), true),
        new AgentEvent.WrapUpStarted(id, new ContactId(contact), new QueueId(queue)));
  }

  FloorScript wrapUpEnds(String agent) {
    return entry(new AgentEvent.WrapUpEnded(new AgentId(agent), false));
  }

  FloorScript ends(String contact, String queue, Outcome outcome, double waitSeconds) {
    return entry(
        new ContactEvent.Ended(
            new ContactId(contact),
            new QueueId(queue),
            outcome,
            Math.round(waitSeconds * 1_000),
            0));
  }

  FloorFigures now() {
    return figures.snapshot();
  }

  GroupFigures queue(String id) {
    return now().queues().stream()
        .filter(q -> q.id().value().equals(id))
        .findFirst()
        .orElseThrow()
        .figures();
  }

  AgentFigures agent(String id) {
    return now().agents().stream().filter(a -> a.id().value().equals(id)).findFirst().orElseThrow();
  }
}
