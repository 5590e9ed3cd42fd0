package org.turno.pbx.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/**
 * A second, plain account of the floor, kept from the events alone and shared with nothing of the
 * core: what the events must mean to everybody who reads a journal.
 */
final class FloorModel {
  /** Where a contact is. */
  enum Stage {
    ARRIVED,
    WAITING,
    OFFERED,
    CONNECTING,
    TALKING
  }

  /** A contact that is not over. */
  static final class ModelContact {
    final ContactEvent.Arrived arrival;
    final long ordinal;
    final Map<AgentId, Integer> tries = new TreeMap<>();
    Stage stage = Stage.ARRIVED;
    @Nullable QueueId queue;
    Requirement requirement = Requirement.nothing();
    @Nullable AgentId agent;

    ModelContact(ContactEvent.Arrived arrival, long ordinal) {
      this.arrival = arrival;
      this.ordinal = ordinal;
    }
  }

  /** An agent. */
  static final class ModelAgent {
    AgentPlan plan;
    boolean configured = true;
    boolean signedIn;
    boolean paused;
    boolean wrappingUp;
    boolean retrying;
    boolean linked;
    PhoneState phone = PhoneState.UNKNOWN;
    @Nullable LegId leg;
    @Nullable OfferId offer;
    @Nullable ContactId contact;
    long idleSinceMs;
    long idleSeq;

    ModelAgent(AgentPlan plan) {
      this.plan = plan;
    }

    boolean working() {
      return offer != null || contact != null || wrappingUp;
    }

    boolean free() {
      return signedIn
          && !paused
          && !retrying
          && !working()
          && leg == null
          && linked
          && phone != PhoneState.BUSY
          && phone != PhoneState.UNREACHABLE;
    }
  }

  final Map<ContactId, ModelContact> contacts = new LinkedHashMap<>();
  final Map<AgentId, ModelAgent> agents = new LinkedHashMap<>();
  final Map<ContactId, ContactEvent.Outcome> ended = new LinkedHashMap<>();
  private final Map<PbxId, Boolean> links = new LinkedHashMap<>();
  private long seq;
  private long timeMs;

  /** The entry whose events follow. */
  void begin(long newSeq, long newTimeMs) {
    seq = newSeq;
    timeMs = newTimeMs;
  }

  void apply(Event event) {
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
      case SystemEvent.InputIgnored e -> {}
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
      case ContactEvent.Queued e -> {
        boolean waits = contact.stage == Stage.ARRIVED || contact.stage == Stage.WAITING;
        require(waits, "OneOffer", "moves queue while an agent has it", e);
        contact.stage = Stage.WAITING;
        contact.queue = e.queue();
        contact.requirement = e.requirement();
      }
      case ContactEvent.Answered e -> contact.stage = Stage.CONNECTING;
      case ContactEvent.BridgeRequested e -> {}
      case ContactEvent.Connected e -> {
        require(contact.stage == Stage.CONNECTING, "OneOffer", "connected unanswered", e);
        contact.stage = Stage.TALKING;
      }
      case ContactEvent.Returned e -> {
        contact.stage = Stage.WAITING;
        contact.agent = null;
        idle(agent(e.agent()));
      }
      case ContactEvent.Overflowed e -> {}
      case ContactEvent.Ended e -> {
        require(contact.stage != Stage.OFFERED, "OneOffer", "ends while it is offered", e);
        contacts.remove(e.contact());
        ended.put(e.contact(), e.outcome());
        if (contact.agent != null) {
          idle(agent(contact.agent));
        }
      }
    }
  }

  private void applyOffer(OfferEvent event) {
    switch (event) {
      case OfferEvent.Made e -> made(e);
      case OfferEvent.Ringing e -> {}
      case OfferEvent.Accepted e -> agent(e.agent()).offer = null;
      case OfferEvent.Failed e -> {
        ModelContact contact = contact(e.contact());
        require(contact.stage == Stage.OFFERED, "OneOffer", "fails without being offered", e);
        contact.stage = Stage.WAITING;
        contact.agent = null;
        idle(agent(e.agent()));
      }
    }
  }

  private void made(OfferEvent.Made e) {
    ModelContact contact = contact(e.contact());
    ModelAgent agent = agent(e.agent());
    require(contact.stage == Stage.WAITING, "OneOffer", "is not waiting: " + contact.stage, e);
    require(!agent.working() && agent.leg == null, "CapacityRespected", "agent is at work", e);
    require(agent.free(), "CapacityRespected", "agent is not free", e);
    contact.stage = Stage.OFFERED;
    contact.agent = e.agent();
    contact.tries.merge(e.agent(), 1, Integer::sum);
    agent.offer = e.offer();
    agent.contact = e.contact();
    agent.leg = e.leg();
  }

  private void applyAgent(AgentEvent event) {
    ModelAgent agent = agent(event.agent());
    switch (event) {
      case AgentEvent.SignedIn e -> {
        agent.signedIn = true;
        agent.paused = false;
        idle(agent);
      }
      case AgentEvent.Leaving e -> {}
      case AgentEvent.SignedOut e -> {
        require(!agent.working(), "CapacityRespected", "signs out at work", e);
        agent.signedIn = false;
        agent.paused = false;
        agent.retrying = false;
        forgetIfRemoved(e.agent(), agent);
      }
      case AgentEvent.Paused e -> agent.paused = true;
      case AgentEvent.Resumed e -> {
        agent.paused = false;
        restartIdle(agent);
      }
      case AgentEvent.WrapUpStarted e -> agent.wrappingUp = true;
      case AgentEvent.WrapUpEnded e -> {
        agent.wrappingUp = false;
        idle(agent);
      }
      case AgentEvent.RetryDelayed e -> agent.retrying = true;
      case AgentEvent.RetryDelayEnded e -> {
        agent.retrying = false;
        restartIdle(agent);
      }
      case AgentEvent.Releasing e -> {}
      case AgentEvent.Released e -> {
        agent.leg = null;
        forgetIfRemoved(e.agent(), agent);
      }
      case AgentEvent.PhoneChanged e -> agent.phone = e.state();
    }
  }

  private void forgetIfRemoved(AgentId id, ModelAgent agent) {
    if (!agent.configured && !agent.signedIn && agent.leg == null) {
      agents.remove(id);
    }
  }

  private void plan(FloorPlan plan) {
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

  private void idle(ModelAgent agent) {
    agent.offer = null;
    agent.contact = null;
    restartIdle(agent);
  }

  private void restartIdle(ModelAgent agent) {
    agent.idleSinceMs = timeMs;
    agent.idleSeq = seq;
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

  private static void require(boolean holds, String invariant, String what, Object subject) {
    if (!holds) {
      throw new InvariantBroken(invariant, what + ": " + subject);
    }
  }
}
