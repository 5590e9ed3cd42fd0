package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.Absence;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.routing.Eligibility;

/** Whether anybody is there for a contact or a queue. Looks at agents until one is found. */
final class Emptiness {
  private Emptiness() {}

  /** What a contact asks in a queue, now or after a relaxation step. */
  private record Asked(Requirement requirement, List<QueueId> moreQueues) {}

  /**
   * Whether nobody is there who may serve a contact in a queue.
   *
   * @param contact it waits there, or is about to enter
   * @param rule whom not to count as there
   */
  static boolean nobodyFor(Decision d, Contact contact, QueuePlan queue, List<Absence> rule) {
    List<Asked> asked = asked(d, contact, queue, !rule.contains(Absence.PENALTY));
    for (Agent agent : d.state.agents()) {
      if (there(agent, rule)) {
        for (Asked one : asked) {
          if (Eligibility.suits(agent, contact, queue.id(), one.moreQueues(), one.requirement())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static List<Asked> asked(
      Decision d, Contact contact, QueuePlan queue, boolean withStepsToCome) {
    boolean inside = queue.id().equals(contact.queue());
    Requirement requirement =
        inside ? contact.requirement() : Placement.asked(d, contact, queue.requirement());
    List<QueueId> more = new ArrayList<>(inside ? contact.moreQueues() : List.of());
    List<Asked> all = new ArrayList<>(List.of(new Asked(requirement, List.copyOf(more))));
    List<RelaxationStep> steps = queue.routing().relaxation();
    int taken = inside ? contact.relaxed() : 0;
    for (int i = taken; withStepsToCome && i < steps.size(); i++) {
      Requirement other = steps.get(i).requirement();
      requirement = other == null ? requirement : Placement.asked(d, contact, other);
      more.addAll(steps.get(i).addQueues());
      all.add(new Asked(requirement, List.copyOf(more)));
    }
    return all;
  }

  /** Whether nobody is there who serves a queue, whatever single contacts ask beyond it. */
  static boolean deserted(AcdState state, QueuePlan queue) {
    for (Agent agent : state.agents()) {
      List<QueueId> serves = agent.plan().queues();
      if (there(agent, queue.admission().empty().absent())
          && (serves.isEmpty() || serves.contains(queue.id()))
          && queue.requirement().isMetBy(agent.plan().skills())) {
        return false;
      }
    }
    return true;
  }

  private static boolean there(Agent agent, List<Absence> rule) {
    if (!agent.isSignedIn() || agent.isLeaving() || !agent.configured()) {
      return false;
    }
    for (Absence absence : rule) {
      if (holds(agent, absence)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Agent agent, Absence absence) {
    PhoneState phone = agent.phone().state();
    boolean lineUp = agent.line().isUp();
    return switch (absence) {
      case PAUSED -> agent.pauses().reason() != null || agent.strain().onBreak();
      case PENALTY -> false; // it is about what the contact asks
      case INUSE ->
          agent.activity() == Agent.Activity.TALKING
              || (phone == PhoneState.BUSY && agent.leg() == null);
      case RINGING ->
          agent.activity() == Agent.Activity.RESERVED || agent.activity() == Agent.Activity.RINGING;
      case UNAVAILABLE -> phone == PhoneState.UNREACHABLE && !lineUp;
      case INVALID ->
          !agent.phone().linked() || (agent.plan().answer() == AnswerMode.OFF_HOOK && !lineUp);
      case UNKNOWN -> phone == PhoneState.UNKNOWN && !lineUp;
      case WRAPUP -> agent.activity() == Agent.Activity.WRAP_UP;
    };
  }
}
