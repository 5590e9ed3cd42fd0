package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.AgentState;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.routing.Candidate;

/** Follows the offers of one contact, of which several may be made at once. */
final class OfferTracker {
  private final AcdState state;
  private final StateClock clock;
  private final Names names;
  private final Map<OfferId, Long> madeMs = new LinkedHashMap<>();
  private final Set<OfferId> rang = new LinkedHashSet<>();

  OfferTracker(AcdState state, StateClock clock) {
    this.state = state;
    this.clock = clock;
    names = new Names(state);
  }

  /** The phone rings. */
  void rings(OfferId offer) {
    rang.add(offer);
  }

  /** How long an offer has taken. */
  long forMs(OfferId offer) {
    return state.timeMs() - madeMs.getOrDefault(offer, state.timeMs());
  }

  /** An agent is about to be asked. */
  Step.Offered made(OfferEvent.Made e, Contact contact) {
    madeMs.put(e.offer(), state.timeMs());
    Agent agent = state.findAgent(e.agent());
    QueuePlan queue = names.queue(e.queue());
    RoutingPolicy policy = queue == null ? RoutingPolicy.DEFAULT : queue.routing();
    List<Candidate> candidates = state.candidates(contact);
    int alongside = contact.offers().size();
    boolean asToday =
        candidates.stream()
            .limit(alongside == 0 ? 1 : candidates.size())
            .anyMatch(candidate -> candidate.agent().id().equals(e.agent()));
    return new Step.Offered(
        state.seq(),
        state.timeMs(),
        e.agent(),
        names.alias(e.agent()),
        policy.choice(),
        e.agent().equals(contact.wishes().agent()),
        e.agent().equals(contact.lastAgent()),
        agent == null ? AgentState.AVAILABLE : clock.stateBefore(agent),
        Staff.of(state, contact, clock),
        runners(e, candidates),
        asToday,
        alongside,
        e.deadlineMs());
  }

  /** The chosen agent first, whatever today's router would choose: the journal is what was. */
  private List<Runner> runners(OfferEvent.Made made, List<Candidate> candidates) {
    List<Candidate> others = new ArrayList<>(candidates);
    List<Runner> runners = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.agent().id().equals(made.agent())) {
        others.remove(candidate);
        Candidate.Criterion by =
            others.isEmpty() ? Candidate.Criterion.ID : candidate.differsBy(others.getFirst());
        runners.add(runner(candidate, made.queue(), by));
        others.forEach(c -> runners.add(runner(c, made.queue(), candidate.differsBy(c))));
      }
    }
    return runners;
  }

  private Runner runner(Candidate candidate, QueueId queue, Candidate.Criterion lostBy) {
    Agent agent = candidate.agent();
    return new Runner(
        agent.id(),
        agent.plan().alias(),
        candidate.tries(),
        candidate.last(),
        candidate.preferred(),
        candidate.tierLevel(),
        agent.plan().tier(queue).position(),
        candidate.figure(),
        state.timeMs() - agent.idleSinceMs(),
        lostBy);
  }

  /** The offer is about to fail. */
  Step.Refused failed(OfferEvent.Failed e, Entry entry) {
    long restMs = 0;
    boolean paused = false;
    for (Event event : entry.events()) {
      if (event instanceof AgentEvent.RetryDelayed d && d.agent().equals(e.agent())) {
        restMs = d.untilMs() - state.timeMs();
      } else if (event instanceof AgentEvent.Paused p && p.agent().equals(e.agent())) {
        paused = p.byTurno();
      }
    }
    return new Step.Refused(
        state.seq(),
        state.timeMs(),
        e.agent(),
        names.alias(e.agent()),
        e.why(),
        rang.contains(e.offer()),
        forMs(e.offer()),
        restMs,
        paused,
        e.why() == OfferEvent.Why.TAKEN_OVER ? TakeOver.taker(e, entry, state) : null);
  }
}
