package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.Strain;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.HardContactPolicy;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/**
 * Contacts that were hard, and the break that follows so many of them in a row: after the wrap-up,
 * whoever waits. Neither the agent nor a contact that goes before ends it; a supervisor may.
 */
final class HardContacts {
  /** Whoever was away for so long begins anew. */
  static final long NEW_DAY_MS = 4 * 3_600_000L;

  private HardContacts() {}

  /** The contact in hand, or in wrap-up, is hard. */
  static void mark(Decision d, Agent agent, String by) {
    ContactId contact = agent.contact();
    if (contact == null || !inHand(d, agent, contact)) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          agent.id() + " has no contact: mark it during the conversation or its wrap-up");
    } else if (contact.equals(agent.strain().last())) {
      d.ignore(IgnoreReason.NO_CHANGE, "this contact of " + agent.id() + " is marked already");
    } else {
      d.emit(
          new AgentEvent.Hard.ContactMarked(agent.id(), contact, agent.strain().inRow() + 1, by));
      QueuePlan queue = queue(d, agent, contact);
      HardContactPolicy policy = queue == null ? HardContactPolicy.NONE : queue.hardContacts();
      if (policy.reached(agent.strain().inRow()) && policy.breakMs() > 0) {
        d.emit(new AgentEvent.Hard.BreakOwed(agent.id(), policy.reason(), policy.breakMs()));
      }
      Relaxation.agentWent(d);
    }
  }

  private static boolean inHand(Decision d, Agent agent, ContactId id) {
    Contact contact = d.state.findContact(id);
    return agent.activity() == Agent.Activity.WRAP_UP
        || (contact != null && contact.state() == Contact.State.TALKING);
  }

  private static @Nullable QueuePlan queue(Decision d, Agent agent, ContactId id) {
    Contact contact = d.state.findContact(id);
    QueueId queue = contact == null ? agent.wrapUp().queue() : contact.queue();
    return queue == null ? null : d.state.queues().plan(queue);
  }

  /** The agent has finished with a contact: a break that is owed begins, an ordinary one helps. */
  static void workEnded(Decision d, Agent agent, @Nullable ContactId contact) {
    Strain strain = agent.strain();
    String reason = strain.breakReason();
    if (strain.owedMs() > 0 && reason != null) {
      long untilMs = d.timeMs + strain.owedMs();
      d.emit(new AgentEvent.Hard.BreakStarted(agent.id(), reason, untilMs));
      d.setTimer(TimerId.Kind.BREAK, agent.id().value(), untilMs);
    } else if (strain.inRow() > 0 && contact != null && !contact.equals(strain.last())) {
      d.emit(new AgentEvent.Hard.RowEnded(agent.id()));
    }
  }

  /** The break has lasted as long as it must. */
  static void breakDue(Decision d, AgentId id) {
    if (d.state.findAgent(id) != null) {
      d.emit(new AgentEvent.Hard.BreakEnded(id, "", ""));
    }
  }

  /** A supervisor ends a break, or does without it, and says why. */
  static void endBreak(Decision d, Agent agent, String by, String why) {
    if (agent.strain().breakReason() == null) {
      d.ignore(IgnoreReason.NOT_NOW, agent.id() + " is on no break and owes none");
    } else if (by.isBlank() || why.isBlank()) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "the break of " + agent.id() + " is mandatory: say who ends it and why");
    } else {
      d.cancelTimer(TimerId.Kind.BREAK, agent.id().value());
      d.emit(new AgentEvent.Hard.BreakEnded(agent.id(), by, why));
    }
  }

  /** Who signs in again after a night begins without a row. */
  static void signedIn(Decision d, Agent agent) {
    Strain strain = agent.strain();
    if (strain.inRow() > 0 && d.timeMs - strain.signedOutMs() >= NEW_DAY_MS) {
      d.emit(new AgentEvent.Hard.RowEnded(agent.id()));
    }
  }

  /** The queues whose contacts an agent with so many in a row is not asked for. */
  static List<QueueId> keptFrom(FloorPlan plan, int inRow) {
    List<QueueId> queues = new ArrayList<>();
    if (inRow > 0) {
      for (QueuePlan queue : plan.queues()) {
        HardContactPolicy policy = queue.hardContacts();
        if (policy.keepsAway() && policy.reached(inRow)) {
          queues.add(queue.id());
        }
      }
    }
    return queues;
  }
}
