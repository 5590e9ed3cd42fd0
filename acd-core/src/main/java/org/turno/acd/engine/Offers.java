package org.turno.acd.engine;

import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueuePlan;

/** Offers: made, and come to nothing. */
final class Offers {
  /** The PBX stops ringing this much later than Turno would, in case Turno is gone. */
  private static final long PBX_RING_MARGIN_MS = 2_000;

  /** A failing phone must not be rung in a tight loop, whatever the configuration says. */
  private static final long SHORTEST_RETRY_MS = 250;

  private Offers() {}

  static void make(Decision d, Contact contact, Agent agent) {
    QueuePlan queue = queueOf(d, contact);
    LegId line = agent.leg();
    if (line != null && OpenLines.keeps(agent)) {
      OpenLines.offer(d, contact, agent, queue, line);
      return;
    }
    OfferId offer = d.newOfferId();
    EffectId ring = d.newEffectId();
    long deadlineMs = d.timeMs + queue.offers().timeoutMs();
    d.emit(
        new OfferEvent.Made(
            offer, contact.id(), queue.id(), agent.id(), new LegId(ring.value()), deadlineMs));
    d.setTimer(TimerId.Kind.OFFER, offer.value(), deadlineMs);
    LinePlan dialled = d.state.line(contact.line());
    if (contact.callback() != null) {
      d.request(
          new Effect.OpenLine(
              ring,
              contact.pbx(),
              agent.plan().phone(),
              dialled == null ? contact.line().value() : dialled.name(),
              queue.offers().timeoutMs() + PBX_RING_MARGIN_MS));
      return;
    }
    d.request(
        new Effect.Ring(
            ring,
            contact.pbx(),
            agent.plan().phone(),
            contact.leg(),
            contact.line(),
            dialled == null ? contact.line().value() : dialled.name(),
            dialled == null ? CallerDisplay.LINE : dialled.display(),
            queue.offers().timeoutMs() + PBX_RING_MARGIN_MS,
            agent.plan().answer() == AnswerMode.AUTO));
  }

  /**
   * The offer comes to nothing; its contact waits again and the caller of this method decides what
   * becomes of it.
   *
   * @param legGone whether the PBX has no leg of it any more
   */
  static void fail(Decision d, Offer offer, OfferEvent.Why why, boolean legGone) {
    Agent agent = d.state.agent(offer.agent());
    Contact contact = d.state.contact(offer.contact());
    d.cancelTimer(TimerId.Kind.OFFER, offer.id().value());
    d.emit(new OfferEvent.Failed(offer.id(), contact.id(), agent.id(), why));
    if (legGone) {
      released(d, agent, true);
    } else {
      release(d, agent, contact.pbx());
    }
    QueuePlan queue = d.state.queues().plan(offer.queue());
    FailedOffers.consequences(d, agent, queue, why);
  }

  /** The agent is left alone for a while. */
  static void rest(Decision d, Agent agent, long delayMs) {
    long untilMs = d.timeMs + Math.max(delayMs, SHORTEST_RETRY_MS);
    d.emit(new AgentEvent.RetryDelayed(agent.id(), untilMs));
    d.setTimer(TimerId.Kind.RETRY, agent.id().value(), untilMs);
  }

  /** The agent's leg is needed no more, unless it is a line that stays open. */
  static void release(Decision d, Agent agent, PbxId pbx) {
    if (!OpenLines.keeps(agent)) {
      takeDown(d, agent, pbx);
    }
  }

  /** Takes the agent's leg down; the agent gets no offer until the PBX says that it is gone. */
  static void takeDown(Decision d, Agent agent, PbxId pbx) {
    LegId leg = agent.leg();
    if (leg != null) {
      d.cancelTimer(TimerId.Kind.LINE, agent.id().value());
      d.request(new Effect.HangUp(d.newEffectId(), pbx, leg));
      d.emit(new AgentEvent.Releasing(agent.id(), leg));
      d.setTimer(TimerId.Kind.RELEASE, agent.id().value(), d.timeMs + Expiry.RELEASE_LIMIT_MS);
    }
  }

  /** The agent's leg is gone. */
  static void released(Decision d, Agent agent, boolean confirmed) {
    LegId leg = agent.leg();
    if (leg != null) {
      d.cancelTimer(TimerId.Kind.RELEASE, agent.id().value());
      d.emit(new AgentEvent.Released(agent.id(), leg, confirmed));
    }
  }

  private static QueuePlan queueOf(Decision d, Contact contact) {
    QueuePlan queue = contact.queue() == null ? null : d.state.queues().plan(contact.queue());
    if (queue == null) {
      throw new IllegalStateException(contact + " was matched outside a configured queue");
    }
    return queue;
  }
}
