package org.turno.pbx.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.WrapUpPolicy;

/**
 * A second, plain account of the floor, kept from the events alone and shared with nothing of the
 * core: what the events must mean to everybody who reads a journal.
 */
final class FloorModel {
  final ObservedReference observed = new ObservedReference();
  final Map<ContactId, ModelContact> contacts = new LinkedHashMap<>();
  final Map<AgentId, ModelAgent> agents = new LinkedHashMap<>();
  final Map<ContactId, ContactEvent.Outcome> ended = new LinkedHashMap<>();
  private final Map<PbxId, Boolean> links = new LinkedHashMap<>();
  private final ModelCustomers customers = new ModelCustomers();
  final Map<QueueId, Integer> askedLast = new LinkedHashMap<>();
  final ModelDoors doors = new ModelDoors();
  final ModelListening listening = new ModelListening(this);
  FloorPlan plan = FloorPlan.EMPTY;
  long seq;
  long timeMs;

  /** The entry whose events follow. */
  void begin(long newSeq, long newTimeMs) {
    seq = newSeq;
    timeMs = newTimeMs;
  }

  void apply(Event event) {
    change(event);
    SeatReference.afterEvent(this);
  }

  private void change(Event event) {
    switch (event) {
      case ContactEvent e -> applyContact(e);
      case OfferEvent e -> applyOffer(e);
      case AgentEvent e -> applyAgent(e);
      case PbxEvent.Connected e -> link(e.pbx(), true);
      case PbxEvent.Disconnected e -> link(e.pbx(), false);
      case PbxEvent.LegClosed e -> {}
      case PbxEvent.EffectSettled e -> {}
      case PbxEvent.Reconciled e -> {}
      case SystemEvent.PlanApplied e -> plan(e.plan());
      case SystemEvent.JournalStarted e -> {}
      case ObservedEvent e -> observed.apply(e);
      case SystemEvent.InputIgnored e -> {}
      case QueueEvent e -> doors.apply(e, timeMs);
      case TimerEvent e -> {}
    }
  }

  private void applyContact(ContactEvent event) {
    if (event instanceof ContactEvent.Arrived e) {
      require(!contacts.containsKey(e.contact()), "EveryContactEndsOnce", "arrives twice", e);
      require(!ended.containsKey(e.contact()), "EveryContactEndsOnce", "arrives after its end", e);
      contacts.put(e.contact(), new ModelContact(e, contacts.size() + ended.size()));
      return;
    }
    ModelContact contact = contacts.get(event.contact());
    if (contact == null) {
      throw new InvariantBroken(
          "EveryContactEndsOnce", "an event of a contact that is over: " + event);
    }
    switch (event) {
      case ContactEvent.Arrived e -> throw new IllegalStateException("handled above");
      case ContactEvent.Queued e -> queued(contact, e);
      case ContactEvent.Relaxed e -> contact.relaxed(e);
      case ContactEvent.NamedAgentGivenUp e -> contact.only = null;
      case ContactEvent.Recognized e -> customers.recognized(contact, e);
      case ContactEvent.Remembered e -> customers.remembered(contact, e);
      case ContactEvent.Estimated e -> {}
      case ContactEvent.Announced e -> contact.told.apply(this, contact, e);
      case ContactEvent.LanguageChosen e -> contact.told.language = e.language();
      case ContactEvent.Reprioritized e -> contact.reprioritized(e.priority());
      case ContactEvent.Moved e -> contact.moved(e);
      case ContactEvent.Answered e -> {
        require(contact.offers.size() == 1, "OneOffer", "answered while others ring", e);
        contact.offers.clear();
        contact.deadlines.clear();
        contact.agent = e.agent();
        contact.stage = ModelContact.Stage.CONNECTING;
      }
      case ContactEvent.BridgeRequested e -> {}
      case ContactEvent.Connected e -> {
        require(
            contact.stage == ModelContact.Stage.CONNECTING, "OneOffer", "connected unanswered", e);
        contact.stage = ModelContact.Stage.TALKING;
      }
      case ContactEvent.Returned e -> {
        contact.stage = ModelContact.Stage.WAITING;
        contact.agent = null;
        idle(agent(e.agent()));
      }
      case ContactEvent.Overflowed e -> contact.goes(e.to());
      case ContactEvent.Callback e -> ModelCallback.apply(this, contact, e);
      case ContactEvent.Listening e -> listening.apply(contact, e);
      case ContactEvent.Ended e -> {
        require(
            contact.stage != ModelContact.Stage.OFFERED, "OneOffer", "ends while it is offered", e);
        contacts.remove(e.contact());
        ended.put(e.contact(), e.outcome());
        if (contact.agent != null) {
          idle(agent(contact.agent));
        }
      }
    }
  }

  private void queued(ModelContact contact, ContactEvent.Queued e) {
    boolean waits =
        contact.stage == ModelContact.Stage.ARRIVED || contact.stage == ModelContact.Stage.WAITING;
    require(waits, "OneOffer", "moves queue while an agent has it", e);
    if (!e.queue().equals(contact.queue)) {
      RoutingPolicy policy = policy(e.queue());
      boolean named = contact.arrival.wishes().agent() != null;
      contact.aloneUntilMs =
          contact.arrival.arrivedMs() + (named ? policy.namedAgentMs() : policy.sticky().waitMs());
    }
    contact.enter(e, timeMs);
  }

  private void applyOffer(OfferEvent event) {
    switch (event) {
      case OfferEvent.Made e -> made(e);
      case OfferEvent.Ringing e -> {}
      case OfferEvent.Accepted e -> accepted(e);
      case OfferEvent.Failed e -> failed(e);
    }
  }

  private void failed(OfferEvent.Failed e) {
    ModelContact contact = contact(e.contact());
    AgentId asked = contact.offers.remove(e.offer());
    contact.deadlines.remove(e.offer());
    require(e.agent().equals(asked), "OneOffer", "fails without being offered", e);
    if (contact.offers.isEmpty()) {
      contact.stage = ModelContact.Stage.WAITING;
    }
    if (e.why() == OfferEvent.Why.ANSWERED_ELSEWHERE) {
      agent(e.agent()).answeredElsewhere();
    } else {
      ModelAgent agent = agent(e.agent());
      QueuePlan of = agent.offerQueue == null ? null : queue(agent.offerQueue);
      agent.refused(e.why(), of != null && of.offers().rejectionIsMiss());
      idle(agent);
    }
  }

  private void made(OfferEvent.Made e) {
    ModelContact contact = contact(e.contact());
    ModelAgent agent = agent(e.agent());
    require(
        contact.stage == ModelContact.Stage.WAITING || RingReference.mayRingMore(this, contact),
        "OneOffer",
        "is not to be offered to one more: " + contact.stage,
        e);
    require(
        !agent.working() && (agent.leg == null || agent.lineUp),
        "CapacityRespected",
        "agent is at work",
        e);
    require(SeatReference.free(this, agent), "CapacityRespected", "agent is not free", e);
    require(!agent.breakOwed, "BreakIsTaken", "an offer instead of the break", e);
    require(!agent.leaving, "CapacityRespected", "agent is about to go", e);
    contact.stage = ModelContact.Stage.OFFERED;
    contact.offers.put(e.offer(), e.agent());
    contact.deadlines.put(e.offer(), e.deadlineMs());
    contact.tries.merge(e.agent(), 1, Integer::sum);
    agent.offer = e.offer();
    agent.offerQueue = e.queue();
    agent.contact = e.contact();
    agent.leg = e.leg();
    agent.work(timeMs);
    askedLast.put(e.queue(), place(e.agent()));
  }

  /** The agent's place in the configuration. */
  int place(AgentId id) {
    List<AgentPlan> agentPlans = plan.agents();
    for (int i = 0; i < agentPlans.size(); i++) {
      if (agentPlans.get(i).id().equals(id)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** How a queue routes. */
  RoutingPolicy policy(QueueId id) {
    QueuePlan queue = queue(id);
    return queue == null ? RoutingPolicy.DEFAULT : queue.routing();
  }

  /** A queue as configured now; null when it is not. */
  @Nullable QueuePlan queue(QueueId id) {
    for (QueuePlan queue : plan.queues()) {
      if (queue.id().equals(id)) {
        return queue;
      }
    }
    return null;
  }

  private WrapUpPolicy wrapUp(ModelAgent agent, QueueId id) {
    QueuePlan queue = queue(id);
    WrapUpPolicy own = agent.plan.wrapUp();
    if (queue == null) {
      return WrapUpPolicy.NONE;
    }
    return own == null || queue.wrapUp().limitMs() == WrapUpPolicy.BY_AGENT ? queue.wrapUp() : own;
  }

  /** Whether a PBX is connected. */
  boolean linked(PbxId pbx) {
    return links.getOrDefault(pbx, false);
  }

  private void accepted(OfferEvent.Accepted e) {
    ModelAgent agent = agent(e.agent());
    require(e.offer().equals(agent.offer), "OneOffer", "accepts what was not offered", e);
    agent.talk(agent.contact == null ? null : contact(agent.contact).queue, timeMs);
  }

  private void applyAgent(AgentEvent event) {
    ModelAgent agent = agent(event.agent());
    switch (event) {
      case AgentEvent.SignedIn e -> {
        agent.signIn(timeMs, seq);
      }
      case AgentEvent.Leaving e -> agent.leaving = true;
      case AgentEvent.SignedOut e -> {
        require(!agent.working(), "CapacityRespected", "signs out at work", e);
        agent.signedIn = false;
        agent.leaving = false;
        agent.paused = false;
        agent.pauseAtMs = 0;
        agent.retrying = false;
        forgetIfRemoved(e.agent(), agent);
      }
      case AgentEvent.Paused e -> agent.paused = true;
      case AgentEvent.PausePlanned e -> agent.pauseAtMs = e.atMs();
      case AgentEvent.PausePlanEnded e -> agent.pauseAtMs = 0;
      case AgentEvent.PauseOverran e ->
          require(agent.paused && !agent.working(), "PausesHold", "overruns a pause at work", e);
      case AgentEvent.Resumed e -> {
        agent.paused = false;
        agent.refusedNone();
        agent.restartIdle(timeMs, seq);
      }
      case AgentEvent.WrapUpStarted e -> {
        agent.wrapUp(e.queue(), wrapUp(agent, e.queue()).limitMs(), timeMs);
      }
      case AgentEvent.WrapUpExtended e -> {
        require(agent.wrappingUp, "CapacityRespected", "extends no wrap-up", e);
        agent.wrapUpUntilMs = e.untilMs();
      }
      case AgentEvent.WrapUpEnded e -> wrapUpEnds(agent, e);
      case AgentEvent.WrapUpInterrupted e -> idle(agent);
      case AgentEvent.Hard e -> agent.apply(e, timeMs, seq);
      case AgentEvent.RetryDelayed e -> {
        agent.retrying = true;
        agent.retryUntilMs = e.untilMs();
      }
      case AgentEvent.RetryDelayEnded e -> {
        agent.retrying = false;
        agent.restartIdle(timeMs, seq);
      }
      case AgentEvent.Line.Opening e -> agent.leg = e.leg();
      case AgentEvent.Line.Opened e -> agent.lineUp = true;
      case AgentEvent.Releasing e -> agent.lineUp = false;
      case AgentEvent.Released e -> {
        agent.leg = null;
        agent.lineUp = false;
        forgetIfRemoved(e.agent(), agent);
      }
      case AgentEvent.PhoneNoted e -> {}
      case AgentEvent.PhoneChanged e -> agent.phone = e.state();
    }
  }

  private void wrapUpEnds(ModelAgent agent, AgentEvent.WrapUpEnded e) {
    QueueId of = agent.wrapUpQueue;
    long minimumMs = of == null ? 0 : wrapUp(agent, of).minimumMs();
    require(
        e.byLimit() || timeMs >= agent.wrapUpSinceMs + minimumMs,
        "WrapUpIsAsLongAsItMust",
        "ends too soon",
        e);
    idle(agent);
  }

  private void forgetIfRemoved(AgentId id, ModelAgent agent) {
    if (!agent.configured && !agent.signedIn && agent.leg == null) {
      agents.remove(id);
    }
  }

  private void plan(FloorPlan newPlan) {
    plan = newPlan;
    doors.planned(newPlan);
    askedLast.keySet().retainAll(newPlan.queues().stream().map(QueuePlan::id).toList());
    Map<AgentId, AgentPlan> fresh = new LinkedHashMap<>();
    plan.agents().forEach(a -> fresh.put(a.id(), a));
    for (AgentId id : List.copyOf(agents.keySet())) {
      ModelAgent agent = agent(id);
      AgentPlan now = fresh.remove(id);
      if (now != null) {
        boolean samePhone = agent.configured && now.phone().equals(agent.plan.phone());
        agent.phone = samePhone ? agent.phone : PhoneState.UNKNOWN;
        agent.plan = now;
      }
      agent.configured = now != null;
      forgetIfRemoved(id, agent);
    }
    fresh.forEach((id, p) -> agents.put(id, new ModelAgent(p)));
    agents.values().forEach(a -> a.linked = links.getOrDefault(a.plan.phone().pbx(), false));
  }

  private void link(PbxId pbx, boolean up) {
    links.put(pbx, up);
    agents.values().stream()
        .filter(a -> a.plan.phone().pbx().equals(pbx))
        .forEach(a -> a.linked = up);
  }

  void idle(AgentId id) {
    idle(agent(id));
  }

  private void idle(ModelAgent agent) {
    agent.idle(timeMs, seq);
  }

  /** What an effect asks for must fit what the events say. */
  void check(Effect effect) {
    if (effect instanceof Effect.Ring ring) {
      boolean held = agents.values().stream().anyMatch(a -> ring.leg().equals(a.leg));
      require(held, "OneOffer", "rings an agent who is not held", ring);
    }
  }

  private ModelContact contact(ContactId id) {
    ModelContact contact = contacts.get(id);
    if (contact == null) {
      throw new InvariantBroken("EveryContactEndsOnce", id + " is over and still has events");
    }
    return contact;
  }

  private ModelAgent agent(AgentId id) {
    ModelAgent agent = agents.get(id);
    if (agent == null) {
      throw new InvariantBroken("RestoreEqualsReplay", id + " has events and is not known");
    }
    return agent;
  }

  static void require(boolean holds, String invariant, String what, Object subject) {
    if (!holds) {
      throw new InvariantBroken(invariant, what + ": " + subject);
    }
  }
}
