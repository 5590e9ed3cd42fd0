package org.turno.server.shadow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;
import org.turno.acd.routing.Candidate;

/**
 * The floor as it lives, seen through another configuration: each caller waits where the other one
 * would have had it wait, each agent can what the other one says, and everything else is what
 * really happened. At each offer it is asked whom the other configuration would have asked, and
 * after each decision whether it would have offered somebody who was left waiting.
 *
 * <p>It goes step by step with the real floor: what would have come of a different choice later on
 * is not told here but by {@code whatif}. One thread.
 */
public final class ShadowFloor {
  private final AcdState state;
  private final FloorPlan other;
  private final Set<AgentId> agents = new HashSet<>();
  private final Map<LineId, LinePlan> lines = new HashMap<>();
  private final Map<QueueId, QueuePlan> queues = new HashMap<>();
  private final Map<ContactId, LineId> fresh = new HashMap<>();
  private final Set<ContactId> leftWaiting = new HashSet<>();
  private final List<Difference> found = new ArrayList<>();
  private long offers;
  private long alike;

  /** What differs. */
  public enum Kind {
    /** The same caller, another agent. */
    ANOTHER_AGENT,
    /** Another caller was to be served first. */
    ANOTHER_CONTACT,
    /** Nobody was to be offered yet. */
    NOBODY_YET,
    /** Somebody is left waiting who would have been offered. */
    WOULD_OFFER
  }

  /** Where the two part. */
  public record Difference(long seq, Kind kind, String text) {}

  /**
   * Looks on from a state of the real floor, which it takes over.
   *
   * @param other the configuration to look through
   */
  public ShadowFloor(AcdState state, FloorPlan other) {
    this.state = state;
    this.other = other;
    other.agents().forEach(agent -> agents.add(agent.id()));
    other.lines().forEach(line -> lines.put(line.id(), line));
    other.queues().forEach(queue -> queues.put(queue.id(), queue));
    if (!state.plan().lines().isEmpty()) {
      SystemEvent.PlanApplied seen = new SystemEvent.PlanApplied(through(state.plan()));
      state.apply(
          new Entry(
              state.seq(),
              state.timeMs(),
              new org.turno.acd.input.AdminInput.Restarted(),
              List.of(seen),
              List.of()));
    }
  }

  /** Follows the next entry of the journal and tells what the other configuration did otherwise. */
  public List<Difference> apply(Entry entry) {
    found.clear();
    List<Event> events = entry.events().stream().map(this::seen).toList();
    Entry seen = new Entry(entry.seq(), entry.timeMs(), entry.input(), events, entry.effects());
    state.apply(seen, event -> before(entry.seq(), event));
    if (events.stream().anyMatch(event -> !(event instanceof SystemEvent.InputIgnored))) {
      after(entry.seq());
    }
    return List.copyOf(found);
  }

  /** The other configuration's lines and queues over the real phones. */
  private FloorPlan through(FloorPlan real) {
    Map<AgentId, AgentPlan> present = new HashMap<>();
    real.agents().forEach(agent -> present.put(agent.id(), agent));
    List<AgentPlan> plans = new ArrayList<>();
    for (AgentPlan agent : other.agents()) {
      AgentPlan known = present.remove(agent.id());
      if (known != null) {
        plans.add(agent.ringing(known.phone()));
      }
    }
    for (AgentPlan agent : real.agents()) {
      if (present.containsKey(agent.id())) {
        plans.add(new AgentPlan(agent.id(), agent.alias(), agent.phone(), Skills.NONE, List.of()));
      }
    }
    return new FloorPlan(
        real.pbxs(),
        other.lines(),
        other.queues(),
        plans,
        other.reserves(),
        other.teams(),
        other.pauses());
  }

  private Event seen(Event event) {
    if (event instanceof SystemEvent.PlanApplied applied) {
      return new SystemEvent.PlanApplied(through(applied.plan()));
    } else if (event instanceof ContactEvent.Arrived arrived) {
      fresh.put(arrived.contact(), arrived.line());
      LinePlan line = lines.get(arrived.line());
      return line == null
          ? arrived
          : new ContactEvent.Arrived(
              arrived.contact(),
              arrived.pbx(),
              arrived.leg(),
              arrived.line(),
              line.priority(),
              arrived.arrivedMs(),
              arrived.wishes(),
              line.medium());
    } else if (event instanceof ContactEvent.Queued queued) {
      return seen(queued);
    }
    return event;
  }

  private ContactEvent.Queued seen(ContactEvent.Queued queued) {
    LineId lineId = fresh.remove(queued.contact());
    LinePlan line = lineId == null ? null : lines.get(lineId);
    QueueId queueId = line == null ? queued.queue() : line.queue();
    QueuePlan queue = queues.get(queueId);
    if (line == null || queue == null) {
      return queued;
    }
    Requirement asked = queue.requirement().and(line.requirement());
    return new ContactEvent.Queued(queued.contact(), queueId, asked);
  }

  private void before(long seq, Event event) {
    if (event instanceof OfferEvent.Made made) {
      offers++;
      leftWaiting.remove(made.contact());
      compare(seq, made);
    } else if (event instanceof ContactEvent.Ended ended) {
      leftWaiting.remove(ended.contact());
      fresh.remove(ended.contact());
    }
  }

  private record Pair(Contact contact, Candidate candidate) {}

  private void compare(long seq, OfferEvent.Made made) {
    Pair wanted = first();
    String was = made.contact() + " to " + made.agent();
    if (wanted == null) {
      found.add(
          new Difference(seq, Kind.NOBODY_YET, "offered " + was + ", would offer nobody yet"));
      return;
    }
    AgentId agent = wanted.candidate().agent().id();
    if (!wanted.contact().id().equals(made.contact())) {
      found.add(
          new Difference(
              seq,
              Kind.ANOTHER_CONTACT,
              "offered " + was + ", would offer " + wanted.contact().id() + " to " + agent));
    } else if (!agent.equals(made.agent())) {
      found.add(new Difference(seq, Kind.ANOTHER_AGENT, "offered " + was + ", would ask " + agent));
    } else {
      alike++;
    }
  }

  private void after(long seq) {
    Pair wanted = first();
    if (wanted != null && leftWaiting.add(wanted.contact().id())) {
      found.add(
          new Difference(
              seq,
              Kind.WOULD_OFFER,
              "left "
                  + wanted.contact().id()
                  + " waiting, would offer it to "
                  + wanted.candidate().agent().id()));
    }
  }

  /** Whom the other configuration would serve now, and by whom. */
  private @Nullable Pair first() {
    return state.contacts().stream()
        .filter(Contact::waiting)
        .sorted((a, b) -> state.rank(a).compareTo(state.rank(b)))
        .map(this::pairOf)
        .filter(pair -> pair != null)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Pair pairOf(Contact contact) {
    for (Candidate candidate : state.candidates(contact)) {
      if (agents.contains(candidate.agent().id())) {
        return new Pair(contact, candidate);
      }
    }
    return null;
  }

  /** The last entry that was followed. */
  public long seq() {
    return state.seq();
  }

  /** Offers that were compared. */
  public long offers() {
    return offers;
  }

  /** Those in which both wanted the same. */
  public long alike() {
    return alike;
  }
}
