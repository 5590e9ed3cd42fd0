package org.turno.acd.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.AgentState;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
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
import org.turno.acd.plan.ReservePlan;

/** Since when each agent has been in its state. Looks only at agents whom an entry touches. */
final class StateClock {
  private record Since(AgentState state, long ms) {}

  private final Map<AgentId, Since> since = new HashMap<>();
  private final Set<AgentId> touched = new TreeSet<>();
  private boolean allTouched;

  /** What held before is taken to hold since the entry before the first. */
  void begins(AcdState state) {
    state.agents().forEach(agent -> note(agent, state.timeMs()));
  }

  /** An event is about to take effect. */
  void before(Event event, AcdState state) {
    switch (event) {
      case AgentEvent e -> touched.add(e.agent());
      case OfferEvent.Made e -> touched.add(e.agent());
      case OfferEvent.Ringing e -> touched.add(e.agent());
      case OfferEvent.Accepted e -> touched.add(e.agent());
      case OfferEvent.Failed e -> touched.add(e.agent());
      case ContactEvent e -> {
        Contact contact = state.findContact(e.contact());
        if (contact != null && contact.agent() != null) {
          touched.add(contact.agent());
        }
      }
      case PbxEvent.Connected e -> allTouched = true;
      case PbxEvent.Disconnected e -> allTouched = true;
      case SystemEvent.PlanApplied e -> allTouched = true;
      case ObservedEvent e -> {}
      case PbxEvent e -> {}
      case QueueEvent e -> {}
      case SystemEvent e -> {}
      case TimerEvent e -> {}
    }
  }

  /** The events of an entry have all taken effect. */
  void after(AcdState state) {
    if (allTouched) {
      state.agents().forEach(agent -> note(agent, state.timeMs()));
    } else {
      for (AgentId id : touched) {
        Agent agent = state.findAgent(id);
        if (agent != null) {
          note(agent, state.timeMs());
        }
      }
    }
    touched.clear();
    allTouched = false;
  }

  private void note(Agent agent, long timeMs) {
    Since known = since.get(agent.id());
    if (known == null || known.state != agent.state()) {
      since.put(agent.id(), new Since(agent.state(), timeMs));
    }
  }

  /** What an agent was doing after the entry before. */
  AgentState stateBefore(Agent agent) {
    Since known = since.get(agent.id());
    return known == null ? AgentState.SIGNED_OUT : known.state;
  }

  /** How an agent stands now, also between the events of an entry. */
  Seat seat(Agent agent, Contact contact, AcdState acd) {
    long timeMs = acd.timeMs();
    ReservePlan reserve = acd.keptBackBy(agent, contact);
    Since known = since.get(agent.id());
    long forMs = known == null || known.state != agent.state() ? 0 : timeMs - known.ms;
    return new Seat(
        agent.id(),
        agent.plan().alias(),
        agent.state(),
        agent.state() == AgentState.AVAILABLE ? timeMs - agent.idleSinceMs() : forMs,
        agent.state() == AgentState.PAUSED ? agent.shownPause() : agent.pauseReason(),
        agent.isLeaving(),
        reserve == null ? null : reserve.name(),
        contact.tries(agent.id()));
  }
}
