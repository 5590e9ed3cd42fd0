package org.turno.pbx.sim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.Input;
import org.turno.acd.input.TimerExpired;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.RingPolicy;

/**
 * Who is asked besides the first, as one would explain it. Where a queue rings all: everybody free
 * whom nobody waiting needs, asked as seldom as the first and of no higher tier level, contact by
 * contact in the order of service. Where it rings progressively: one more at each step.
 */
final class RingReference {
  private RingReference() {}

  private static RingPolicy policy(FloorModel model, ModelContact contact) {
    return contact.queue == null ? RingPolicy.ONE : model.policy(contact.queue).ring();
  }

  /** Whether the contact's queue lets one phone more ring. */
  static boolean mayRingMore(FloorModel model, ModelContact contact) {
    RingPolicy ring = policy(model, contact);
    return contact.stage == ModelContact.Stage.OFFERED
        && ring.mode() != RingPolicy.Mode.ONE
        && (ring.atMost() == 0 || contact.offers.size() < ring.atMost());
  }

  /** Whom a contact could ask besides; the order is that of asking. */
  private static List<ModelAgent> joiners(FloorModel model, ModelContact contact) {
    if (!mayRingMore(model, contact) || contact.queue == null) {
      return List.of();
    }
    var queue = contact.queue;
    List<AgentId> askedPersons =
        contact.offers.values().stream().map(a -> agent(model, a).plan.seat().person()).toList();
    List<ModelAgent> able =
        ReferenceRouter.able(model, contact).stream()
            .filter(a -> !askedPersons.contains(a.plan.seat().person()))
            .toList();
    if (policy(model, contact).mode() == RingPolicy.Mode.PROGRESSIVELY) {
      return able;
    }
    int tries =
        contact.offers.values().stream()
            .mapToInt(a -> contact.tries.getOrDefault(a, 0) - 1)
            .max()
            .orElse(0);
    int level =
        contact.offers.values().stream()
            .mapToInt(a -> agent(model, a).plan.tier(queue).level())
            .max()
            .orElse(0);
    return able.stream()
        .filter(a -> contact.tries.getOrDefault(a.plan.id(), 0) <= tries)
        .filter(a -> a.plan.tier(queue).level() <= level)
        .toList();
  }

  private static ModelAgent agent(FloorModel model, AgentId id) {
    ModelAgent agent = model.agents.get(id);
    if (agent == null) {
      throw new IllegalStateException(id + " is asked and not known");
    }
    return agent;
  }

  /** A phone that should ring too and does not; null for none. */
  static @Nullable String missed(FloorModel model) {
    for (ModelContact contact : ReferenceRouter.inOrder(model, ModelContact.Stage.OFFERED)) {
      if (policy(model, contact).mode() == RingPolicy.Mode.ALL
          && !joiners(model, contact).isEmpty()) {
        return joiners(model, contact).getFirst().plan.id() + " for " + contact.arrival.contact();
      }
    }
    return null;
  }

  /** Whether an agent more is rightly asked for a contact that rings. */
  static boolean right(FloorModel model, ModelContact contact, OfferEvent.Made made, Input input) {
    List<ModelAgent> joiners = joiners(model, contact);
    List<AgentId> ids = joiners.stream().map(a -> a.plan.id()).toList();
    if (policy(model, contact).mode() == RingPolicy.Mode.PROGRESSIVELY) {
      boolean step =
          input instanceof TimerExpired expired
              && expired.timer().kind() == TimerId.Kind.RING_MORE
              && expired.timer().subject().equals(made.contact().value());
      return step && ReferenceRouter.choices(model, contact, joiners).contains(made.agent());
    }
    return ids.contains(made.agent())
        && ReferenceRouter.choose(model) == null
        && (inTurns(model, contact)
            || ReferenceRouter.choices(model, contact, joiners).contains(made.agent()));
  }

  /** Asking one changes who is next: the order is that of the moment when the others began. */
  private static boolean inTurns(FloorModel model, ModelContact contact) {
    return contact.queue != null && model.policy(contact.queue).choice() == AgentChoice.ROUND_ROBIN;
  }
}
