package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.Person;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RingPolicy;
import org.turno.acd.routing.Candidate;

/**
 * Contacts for which several agents are asked at once. The first agent is the router's choice, as
 * for any contact; the others are those whom no contact that waits needs.
 */
final class Rings {
  private Rings() {}

  /** The first agent is being asked for a contact. */
  static void begun(Decision d, Contact contact) {
    RingPolicy ring = policy(d, contact);
    boolean rings = contact.state() == Contact.State.OFFERED; // an open line is through at once
    if (rings && ring.mode() == RingPolicy.Mode.PROGRESSIVELY && ring.mayAdd(1)) {
      d.setTimer(TimerId.Kind.RING_MORE, contact.id().value(), d.timeMs + ring.stepMs());
    }
  }

  /**
   * Everybody who is free and whom nobody waiting needs joins in where a queue rings all, contact
   * by contact in the order of service.
   */
  static void join(Decision d) {
    if (d.state.ringing.isEmpty()) {
      return;
    }
    List<Contact> ringing = new ArrayList<>();
    for (Contact contact : d.state.ringing.values()) {
      RingPolicy ring = policy(d, contact);
      if (ring.mode() == RingPolicy.Mode.ALL && ring.mayAdd(contact.offers().size())) {
        ringing.add(contact);
      }
    }
    ringing.sort((a, b) -> d.state.rank(a).compareTo(d.state.rank(b)));
    ringing.forEach(contact -> join(d, contact));
  }

  /** Of those who may: all asked as seldom as the first ones and of no higher tier level. */
  private static void join(Decision d, Contact contact) {
    RingPolicy ring = policy(d, contact);
    QueueId queue = Objects.requireNonNull(contact.queue(), "it is being offered");
    int tries = 0;
    int level = 0;
    for (AgentId asked : contact.offers().values()) {
      tries = Math.max(tries, contact.tries(asked) - 1);
      level = Math.max(level, d.state.agent(asked).plan().tier(queue).level());
    }
    for (Candidate candidate : d.state.router().candidates(contact)) {
      if (contact.state() == Contact.State.OFFERED
          && !asksPerson(contact, candidate.agent())
          && candidate.tries() <= tries
          && candidate.tierLevel() <= level
          && ring.mayAdd(contact.offers().size())
          && d.state.router().keptBackBy(candidate.agent(), contact) == null) {
        Offers.make(d, contact, candidate.agent());
      }
    }
  }

  /** Who is asked at one seat is not asked at another for the same contact. */
  private static boolean asksPerson(Contact contact, Agent agent) {
    Person person = agent.seat().person();
    return person != null
        && person.seats().stream().anyMatch(seat -> contact.offers().containsValue(seat.id()));
  }

  /** It is time to ask one agent more, if one is free; else a step later. */
  static void oneMore(Decision d, Contact contact) {
    RingPolicy ring = policy(d, contact);
    if (contact.state() != Contact.State.OFFERED
        || ring.mode() != RingPolicy.Mode.PROGRESSIVELY
        || !ring.mayAdd(contact.offers().size())) {
      return;
    }
    for (Candidate free : d.state.router().candidates(contact)) {
      if (!asksPerson(contact, free.agent())) {
        Offers.make(d, contact, free.agent());
        break;
      }
    }
    if (contact.state() == Contact.State.OFFERED && ring.mayAdd(contact.offers().size())) {
      d.setTimer(TimerId.Kind.RING_MORE, contact.id().value(), d.timeMs + ring.stepMs());
    }
  }

  /** One agent answered: the phones of the others stop, and nobody missed anything. */
  static void stopOthers(Decision d, Contact contact, Offer answered) {
    for (Offer other : offersOf(d, contact)) {
      if (!other.id().equals(answered.id())) {
        Offers.fail(d, other, OfferEvent.Why.ANSWERED_ELSEWHERE, false);
        AgentWork.leaveIfDone(d, d.state.agent(other.agent()));
      }
    }
  }

  /** The offers that are being made for a contact, the oldest first. */
  static List<Offer> offersOf(Decision d, Contact contact) {
    List<Offer> offers = new ArrayList<>();
    for (OfferId id : contact.offers().keySet()) {
      offers.add(Objects.requireNonNull(d.state.offer(id), id::value));
    }
    return offers;
  }

  private static RingPolicy policy(Decision d, Contact contact) {
    QueuePlan queue = contact.queue() == null ? null : d.state.queues().plan(contact.queue());
    return queue == null ? RingPolicy.ONE : queue.routing().ring();
  }
}
