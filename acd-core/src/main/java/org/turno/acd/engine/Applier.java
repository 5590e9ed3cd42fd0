package org.turno.acd.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.Person;
import org.turno.acd.contact.Contact;
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
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RingPolicy;

/** What each event changes in the state; the other half of {@link AcdState}. */
final class Applier {
  private final AcdState s;
  private final Learning learning;

  Applier(AcdState state) {
    this.s = state;
    this.learning = new Learning(state);
  }

  /** What an event changes. */
  void apply(Event event) {
    learning.before(event);
    switch (event) {
      case ContactEvent e -> applyContact(e);
      case OfferEvent e -> applyOffer(e);
      case AgentEvent e -> applyAgent(e);
      case PbxEvent e -> applyPbx(e);
      case QueueEvent e -> applyQueue(e);
      case ObservedEvent e -> applyObserved(e);
      case TimerEvent.Set e -> s.timers.set(e.timer(), e.deadlineMs());
      case TimerEvent.Cancelled e -> s.timers.cancel(e.timer());
      case SystemEvent.JournalStarted e -> s.journalId = e.journalId();
      case SystemEvent.PlanApplied e -> applyPlan(e.plan());
      case SystemEvent.InputIgnored e -> {}
    }
  }

  /** An effect goes out; it stays here until an event settles it. */
  void requested(Effect effect) {
    s.outstanding.put(effect.id(), effect);
    LegId closes =
        switch (effect) {
          case Effect.HangUp e -> e.leg();
          case Effect.SendToDialplan e -> e.leg();
          case Effect.GiveBack e -> e.leg();
          case Effect.Announce e -> e.after() == Effect.Announce.After.HANG_UP ? e.leg() : null;
          case Effect.Park e -> null;
          case Effect.Ring e -> null;
          case Effect.OpenLine e -> null;
          case Effect.AskNumber e -> null;
          case Effect.CallBack e -> null;
          case Effect.Bridge e -> null;
          case Effect.Listen e -> null;
          case Effect.DropBridge e -> null;
        };
    if (closes != null && !s.agentLegs.has(closes)) {
      s.link(effect.pbx()).closing.put(closes, effect);
    }
  }

  private void applyContact(ContactEvent event) {
    switch (event) {
      case ContactEvent.Arrived e -> arrive(e);
      case ContactEvent.Queued e -> {
        Contact contact = s.contact(e.contact());
        leaveQueue(contact);
        contact.queued(e.queue(), e.requirement(), e.preference(), s.timeMs);
        s.queues.entered(e.queue());
        s.router.contactChanged(contact);
      }
      case ContactEvent.Relaxed e -> {
        Contact contact = s.contact(e.contact());
        contact.relaxed(e.step(), e.requirement(), e.preference(), e.priority(), e.queues());
        s.router.contactChanged(contact);
      }
      case ContactEvent.Estimated e -> {}
      case ContactEvent.Announced e -> s.contact(e.contact()).caller().hears(e, s.timeMs);
      case ContactEvent.LanguageChosen e -> s.contact(e.contact()).caller().speaks(e.language());
      case ContactEvent.NamedAgentGivenUp e -> {
        s.contact(e.contact()).namedAgentGivenUp();
        s.router.contactChanged(s.contact(e.contact()));
      }
      case ContactEvent.Recognized e -> {
        s.contact(e.contact()).recognized(e.agent(), e.waits());
        s.router.contactChanged(s.contact(e.contact()));
      }
      case ContactEvent.Remembered e ->
          s.lastAgents.served(e.customer(), e.agent(), e.untilMs(), s.timeMs);
      case ContactEvent.Reprioritized e -> {
        s.contact(e.contact()).reprioritized(e.priority());
        s.router.contactChanged(s.contact(e.contact()));
      }
      case ContactEvent.Moved e -> {
        Contact contact = s.contact(e.contact());
        s.router.contactGone(contact);
        contact.moved(e.placeMs(), e.placeTie());
        s.router.contactChanged(contact);
      }
      case ContactEvent.Answered e -> {
        Contact contact = s.contact(e.contact());
        leaveQueue(contact);
        contact.answered(e.agent(), s.timeMs);
        s.ringing.remove(contact.id());
      }
      case ContactEvent.BridgeRequested e -> s.contact(e.contact()).bridging(e.bridge());
      case ContactEvent.Connected e -> s.contact(e.contact()).connected();
      case ContactEvent.Returned e -> waitAgain(s.contact(e.contact()), s.agent(e.agent()));
      case ContactEvent.Overflowed e -> {
        if (e.to() instanceof Destination.ToLine other) {
          s.contact(e.contact()).sentToLine(other.line());
        }
      }
      case ContactEvent.Callback e -> applyCallback(s.contact(e.contact()), e);
      case ContactEvent.Listening e -> Listenings.apply(s, e);
      case ContactEvent.Ended e -> end(s.contact(e.contact()));
    }
  }

  private void applyCallback(Contact contact, ContactEvent.Callback event) {
    CallbackApplier.apply(s, contact, event);
    if (event instanceof ContactEvent.Callback.Missed missed) {
      waitAgain(contact, s.agent(missed.agent()));
    }
    s.router.contactChanged(contact);
  }

  /** Nothing but what figures are made of, and the number of contacts, which names them. */
  private void applyObserved(ObservedEvent event) {
    if (event instanceof ObservedEvent.Arrived) {
      s.contactCount++;
    }
    s.observed.apply(event, s.timeMs);
  }

  private void arrive(ContactEvent.Arrived e) {
    s.contactCount++;
    s.arrived(new Contact(e, s.contactCount));
  }

  private void waitAgain(Contact contact, Agent agent) {
    contact.waitsAgain();
    QueueId queue = contact.queue();
    if (queue != null) {
      s.queues.entered(queue);
    }
    agent.idle(s.timeMs, s.seq);
    changed(agent);
    s.router.contactChanged(contact);
  }

  private void end(Contact contact) {
    leaveQueue(contact);
    s.ended(contact);
    s.router.contactGone(contact);
    s.ringing.remove(contact.id());
    AgentId served = contact.agent();
    if (served != null && contact.state() != Contact.State.OFFERED) {
      Agent agent = s.agent(served);
      agent.idle(s.timeMs, s.seq);
      changed(agent);
    }
  }

  /** Takes it out of its queue's length; an answered contact left it before. */
  private void leaveQueue(Contact contact) {
    QueueId queue = contact.queue();
    if (queue != null && contact.inQueue()) {
      s.queues.left(queue);
    }
  }

  private void applyOffer(OfferEvent event) {
    switch (event) {
      case OfferEvent.Made e -> {
        Contact contact = s.contact(e.contact());
        Agent agent = s.agent(e.agent());
        contact.offered(e.offer(), e.agent());
        agent.reserved(e.offer(), e.contact(), e.leg(), contact.pbx(), s.timeMs);
        s.agentLegs.put(e.leg(), agent);
        s.offers.put(
            e.offer(),
            new Offer(e.offer(), e.contact(), e.queue(), e.agent(), e.leg(), e.deadlineMs()));
        s.router.asked(e.queue(), agent);
        ringsAll(contact);
        s.router.contactChanged(contact);
        changed(agent);
      }
      case OfferEvent.Ringing e -> s.agent(e.agent()).ringing();
      case OfferEvent.Accepted e -> {
        Offer offer = s.offers.remove(e.offer());
        if (offer != null) {
          s.agent(e.agent()).talking(offer.queue(), s.timeMs);
        }
      }
      case OfferEvent.Failed e -> {
        Offer offer = s.offers.remove(e.offer());
        Contact contact = s.contact(e.contact());
        contact.offerFailed(e.offer());
        ringsAll(contact);
        Agent agent = s.agent(e.agent());
        if (e.why() == OfferEvent.Why.ANSWERED_ELSEWHERE) {
          agent.answeredElsewhere(s.timeMs);
        } else {
          boolean missed =
              FailedOffers.missed(offer == null ? null : s.queues.plan(offer.queue()), e.why());
          boolean rejected = e.why() == OfferEvent.Why.REJECTED;
          agent.offerFailed(missed, rejected, s.timeMs, s.seq);
        }
        s.router.contactChanged(contact);
        changed(agent);
      }
    }
  }

  /** Keeps at hand the contacts for which everybody who gets free is asked too. */
  private void ringsAll(Contact contact) {
    QueuePlan queue = contact.queue() == null ? null : s.queues.plan(contact.queue());
    if (contact.state() == Contact.State.OFFERED
        && queue != null
        && queue.routing().ring().mode() == RingPolicy.Mode.ALL) {
      s.ringing.put(contact.id(), contact);
    } else {
      s.ringing.remove(contact.id());
    }
  }

  /** An agent changed, and with that perhaps whether more may come at the person's other seats. */
  private void changed(Agent agent) {
    s.router.agentChanged(agent);
    Person person = agent.seat().person();
    if (person != null && agent.seat().newsForOthers()) {
      for (Agent other : person.seats()) {
        if (other != agent) {
          other.seat().workedElsewhere(s.timeMs, s.seq);
          s.router.agentChanged(other);
        }
      }
    }
  }

  private void applyAgent(AgentEvent event) {
    Agent agent = s.agent(event.agent());
    switch (event) {
      case AgentEvent.SignedIn e -> agent.signedIn(s.timeMs, s.seq);
      case AgentEvent.Leaving e -> agent.leaving();
      case AgentEvent.SignedOut e -> {
        agent.signedOut(s.timeMs);
        if (!agent.configured() && agent.leg() == null) {
          s.agents.remove(agent.id());
        }
      }
      case AgentEvent.Paused e -> agent.paused(e.reason(), s.timeMs);
      case AgentEvent.PausePlanned e -> agent.pauses().planned(e.reason());
      case AgentEvent.PausePlanEnded e -> agent.pauses().planned(null);
      case AgentEvent.PauseOverran e -> {}
      case AgentEvent.Resumed e -> agent.resumed(s.timeMs, s.seq);
      case AgentEvent.WrapUpStarted e -> agent.wrapUp(e.contact(), e.queue(), s.timeMs);
      case AgentEvent.WrapUpExtended e -> agent.wrapUp().extended();
      case AgentEvent.WrapUpEnded e -> agent.idle(s.timeMs, s.seq);
      case AgentEvent.WrapUpInterrupted e -> agent.idle(s.timeMs, s.seq);
      case AgentEvent.Hard e -> applyHard(agent, e);
      case AgentEvent.RetryDelayed e -> agent.retryDelay(e.untilMs(), s.timeMs, s.seq);
      case AgentEvent.RetryDelayEnded e -> agent.retryDelay(0, s.timeMs, s.seq);
      case AgentEvent.Line.Opening e -> {
        agent.lineOpening(e.leg(), e.phone());
        s.agentLegs.put(e.leg(), agent);
      }
      case AgentEvent.Line.Opened e -> agent.line().opened();
      case AgentEvent.Releasing e -> agent.releasing();
      case AgentEvent.Released e -> {
        agent.released();
        s.agentLegs.remove(e.leg());
        if (!agent.configured() && !agent.isSignedIn()) {
          s.agents.remove(agent.id());
        }
      }
      case AgentEvent.PhoneChanged e -> agent.phone().changed(e.state());
      case AgentEvent.PhoneNoted e -> agent.phone().noted(e.state());
    }
    changed(agent);
  }

  private void applyHard(Agent agent, AgentEvent.Hard event) {
    switch (event) {
      case AgentEvent.Hard.ContactMarked e -> {
        agent.strain().marked(e.contact(), e.inRow());
        keep(agent);
      }
      case AgentEvent.Hard.RowEnded e -> {
        agent.strain().rowEnded();
        keep(agent);
      }
      case AgentEvent.Hard.BreakOwed e -> agent.strain().owes(e.reason(), e.lengthMs());
      case AgentEvent.Hard.BreakStarted e -> agent.breakBegins(e.reason(), e.untilMs());
      case AgentEvent.Hard.BreakEnded e -> {
        agent.breakEnds(s.timeMs, s.seq);
        if (e.by().isEmpty()) {
          agent.strain().rowEnded();
          keep(agent);
        }
      }
    }
  }

  private void keep(Agent agent) {
    agent.strain().keptFrom(HardContacts.keptFrom(s.plan, agent.strain().inRow()));
  }

  private void applyPbx(PbxEvent event) {
    switch (event) {
      case PbxEvent.Connected e -> connected(e.pbx(), true);
      case PbxEvent.Disconnected e -> {
        s.link(e.pbx()).downSinceMs = s.previousTimeMs;
        connected(e.pbx(), false);
      }
      case PbxEvent.LegClosed e -> s.link(e.pbx()).closing.remove(e.leg());
      case PbxEvent.EffectSettled e -> s.outstanding.remove(e.effect());
      case PbxEvent.Reconciled e -> {}
    }
  }

  private void applyQueue(QueueEvent event) {
    switch (event) {
      case QueueEvent.Deserted e -> s.deserted.put(e.queue(), s.timeMs);
      case QueueEvent.Staffed e -> s.deserted.remove(e.queue());
      case QueueEvent.Scheduled e -> s.doors.scheduled(e);
      case QueueEvent.Forced e -> s.doors.forced(e);
      case QueueEvent.Released e -> s.doors.released(e.door());
    }
  }

  private void connected(PbxId pbx, boolean connected) {
    s.link(pbx).connected = connected;
    for (Agent agent : s.agents.values()) {
      if (agent.plan().phone().pbx().equals(pbx)) {
        agent.phone().pbxConnected(connected);
        changed(agent);
      }
    }
  }

  private void applyPlan(FloorPlan newPlan) {
    s.plan = newPlan;
    s.lines.clear();
    newPlan.lines().forEach(line -> s.lines.put(line.id(), line));
    s.queues.planned(newPlan.queues());
    s.doors.planned(newPlan);
    s.deserted.keySet().retainAll(s.queues.watched().stream().map(QueuePlan::id).toList());
    if (newPlan.queues().stream().noneMatch(q -> q.routing().sticky().remembers())) {
      s.lastAgents.forget();
    }
    for (PbxPlan pbx : newPlan.pbxs()) {
      s.link(pbx.id());
    }
    Map<AgentId, AgentPlan> plans = new LinkedHashMap<>();
    newPlan.agents().forEach(a -> plans.put(a.id(), a));
    for (Agent agent : List.copyOf(s.agents.values())) {
      agent.planned(plans.remove(agent.id()));
      if (!agent.configured() && !agent.isSignedIn() && agent.leg() == null) {
        s.agents.remove(agent.id());
      }
    }
    plans.forEach((id, p) -> s.agents.put(id, new Agent(p)));
    s.phones.clear();
    for (Agent agent : s.agents.values()) {
      if (agent.configured()) {
        s.phones.put(agent.plan().phone(), agent);
      }
      agent.phone().pbxConnected(s.link(agent.plan().phone().pbx()).connected);
      keep(agent);
    }
    Seats.assign(s.agents.values());
    s.contacts.values().forEach(this::ringsAll);
    s.router.planned(newPlan, s.agents.values(), s.contacts.values());
  }
}
