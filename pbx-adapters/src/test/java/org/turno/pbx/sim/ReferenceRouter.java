package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RoutingPolicy;

/**
 * The policy as one would explain it: of the contacts that wait and that somebody free may serve,
 * the one of the heaviest queue, then of the highest priority as aged, then the oldest; for it, of
 * those who may serve it, the agent asked least often for it, then who served its customer last,
 * then who meets most of its preference, then of the lowest tier, then by the queue's choice, then
 * the longest idle. Looks at every pair, each time.
 */
final class ReferenceRouter {
  /** Who should get whom; several agents where the queue draws lots. */
  record Choice(ContactId contact, List<AgentId> agents) {}

  private final FloorModel model;

  private ReferenceRouter(FloorModel model) {
    this.model = model;
  }

  static @Nullable Choice choose(FloorModel model) {
    return new ReferenceRouter(model).choose();
  }

  /** Who of some agents should be asked first for a contact; several where lots are drawn. */
  static List<AgentId> choices(FloorModel model, ModelContact contact, List<ModelAgent> of) {
    return of.isEmpty() ? List.of() : new ReferenceRouter(model).choose(contact, of);
  }

  /** Who is free and may serve a contact. */
  static List<ModelAgent> able(FloorModel model, ModelContact contact) {
    List<ModelAgent> free = free(model);
    ReferenceRouter router = new ReferenceRouter(model);
    return free.stream().filter(agent -> router.mayServe(agent, contact, free)).toList();
  }

  private static List<ModelAgent> free(FloorModel model) {
    return model.agents.values().stream().filter(a -> SeatReference.free(model, a)).toList();
  }

  /** Contacts at a stage, in the order of service. */
  static List<ModelContact> inOrder(FloorModel model, ModelContact.Stage stage) {
    return model.contacts.values().stream()
        .filter(c -> c.stage == stage && (stage != ModelContact.Stage.WAITING || c.offerable()))
        .sorted(order(model))
        .toList();
  }

  private @Nullable Choice choose() {
    if (free(model).isEmpty()) {
      return null;
    }
    for (ModelContact contact : inOrder(model, ModelContact.Stage.WAITING)) {
      List<ModelAgent> able = able(model, contact);
      if (!able.isEmpty()) {
        return new Choice(contact.arrival.contact(), choose(contact, able));
      }
    }
    return null;
  }

  /** Who goes before whom, now. */
  static Comparator<ModelContact> order(FloorModel model) {
    return Comparator.<ModelContact>comparingInt(c -> -policy(model, c).weight())
        .thenComparingInt(c -> -agedPriority(model, c))
        .thenComparingLong(c -> c.placeMs)
        .thenComparingLong(c -> c.placeTie)
        .thenComparingLong(c -> c.ordinal);
  }

  private static RoutingPolicy policy(FloorModel model, ModelContact contact) {
    return contact.queue == null ? RoutingPolicy.DEFAULT : model.policy(contact.queue);
  }

  private static int agedPriority(FloorModel model, ModelContact contact) {
    long waitedMs = model.timeMs - contact.placeMs;
    return contact.priority + policy(model, contact).ageing().gain(waitedMs);
  }

  /** Whether an agent who is at work, busy or not, may serve a contact. */
  static boolean suits(FloorModel model, ModelAgent agent, ModelContact contact) {
    List<QueueId> serves = agent.plan.queues();
    return agent.plan.seat().medium().equals(contact.arrival.medium())
        && agent.plan.phone().pbx().equals(contact.arrival.pbx())
        && contact.takes(agent.plan.id())
        && !spared(model, agent, contact)
        && (serves.isEmpty() || contact.queues().stream().anyMatch(serves::contains))
        && contact.requirement.isMetBy(agent.plan.skills());
  }

  private boolean mayServe(ModelAgent agent, ModelContact contact, List<ModelAgent> free) {
    return suits(model, agent, contact)
        && model.plan.reserves().stream().noneMatch(r -> keepsBack(r, agent, contact, free));
  }

  /** Whether the contact's queue leaves the agent alone after so many hard contacts. */
  private static boolean spared(FloorModel model, ModelAgent agent, ModelContact contact) {
    return model.plan.queues().stream()
        .filter(queue -> queue.id().equals(contact.queue))
        .map(QueuePlan::hardContacts)
        .anyMatch(p -> p.keepsAway() && p.limit() > 0 && agent.hardInRow >= p.limit());
  }

  private static boolean keepsBack(
      ReservePlan reserve, ModelAgent agent, ModelContact contact, List<ModelAgent> free) {
    if (!isOf(reserve, agent) || isFor(reserve, contact)) {
      return false;
    }
    return free.stream().filter(a -> isOf(reserve, a)).count() <= reserve.keep();
  }

  private static boolean isOf(ReservePlan reserve, ModelAgent agent) {
    return agent.plan.seat().medium().equals(MediumId.VOICE)
        && reserve.agents().isMetBy(agent.plan.skills());
  }

  private static boolean isFor(ReservePlan reserve, ModelContact contact) {
    return contact.queue != null && reserve.queues().contains(contact.queue);
  }

  private List<AgentId> choose(ModelContact contact, List<ModelAgent> able) {
    QueueId queue = contact.queue;
    if (queue == null) {
      throw new InvariantBroken("NoEligiblePairWaits", "waits in no queue: " + contact.arrival);
    }
    Comparator<ModelAgent> order =
        Comparator.<ModelAgent>comparingInt(a -> contact.tries.getOrDefault(a.plan.id(), 0))
            .thenComparing(a -> !a.plan.id().equals(contact.last))
            .thenComparingInt(a -> -preferred(contact.preference, a))
            .thenComparingInt(a -> a.plan.tier(queue).level())
            .thenComparingLong(a -> key(contact, queue, a));
    Comparator<ModelAgent> strict =
        order
            .thenComparingLong(a -> a.idleSinceMs)
            .thenComparingLong(a -> a.idleSeq)
            .thenComparing(a -> a.plan.id());
    List<ModelAgent> sorted = new ArrayList<>(able);
    sorted.sort(strict);
    ModelAgent first = sorted.getFirst();
    if (!drawsLots(queue)) {
      return List.of(first.plan.id());
    }
    return sorted.stream().filter(a -> order.compare(a, first) == 0).map(a -> a.plan.id()).toList();
  }

  /** How many parts of a preference an agent meets, each part joined by "and" by itself. */
  private static int preferred(Requirement preference, ModelAgent agent) {
    return switch (preference) {
      case Requirement.All all ->
          all.parts().stream().mapToInt(part -> preferred(part, agent)).sum();
      case Requirement.Level part -> part.isMetBy(agent.plan.skills()) ? 1 : 0;
      case Requirement.Any part -> part.isMetBy(agent.plan.skills()) ? 1 : 0;
      case Requirement.Not part -> part.isMetBy(agent.plan.skills()) ? 1 : 0;
    };
  }

  private boolean drawsLots(QueueId queue) {
    return switch (model.policy(queue).choice()) {
      case RANDOM, WEIGHTED_RANDOM -> true;
      case LONGEST_IDLE,
          LONGEST_IDLE_IN_QUEUE,
          MOST_SKILLED,
          LEAST_SKILLED,
          FEWEST_CONTACTS,
          LEAST_TALK_TIME,
          LOWEST_OCCUPANCY,
          ROUND_ROBIN,
          LINEAR,
          TOP_DOWN ->
          false;
    };
  }

  /** What the queue's choice goes by; smaller is asked first. */
  private long key(ModelContact contact, QueueId queue, ModelAgent agent) {
    int place = model.place(agent.plan.id());
    return switch (model.policy(queue).choice()) {
      case LONGEST_IDLE, RANDOM, WEIGHTED_RANDOM -> 0;
      case LONGEST_IDLE_IN_QUEUE -> agent.lastContactMs.getOrDefault(queue, 0L);
      case MOST_SKILLED -> -contact.requirement.levelSum(agent.plan.skills());
      case LEAST_SKILLED -> contact.requirement.levelSum(agent.plan.skills());
      case FEWEST_CONTACTS -> agent.contacts;
      case LEAST_TALK_TIME -> agent.talkMs;
      case LOWEST_OCCUPANCY -> agent.occupancyPermille();
      case ROUND_ROBIN ->
          place > model.askedLast.getOrDefault(queue, -1) ? place : place + (1L << 32);
      case LINEAR -> place;
      case TOP_DOWN -> agent.plan.tier(queue).position();
    };
  }
}
