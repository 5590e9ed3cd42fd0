package org.turno.acd.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/**
 * Whether an agent may serve a contact at all, free or not. The router files agents and contacts by
 * this, and whoever explains its decisions asks here too, so the two cannot part.
 */
public final class Eligibility {
  /** What keeps an agent from a contact for as long as neither changes. The first that holds. */
  public enum Bar {
    /** The agent, or this seat of theirs, serves another medium. */
    OTHER_MEDIUM,
    /** The agent's phone is on another PBX than the caller. */
    OTHER_PBX,
    /** The agent serves neither the contact's queue nor one that relaxation added. */
    OTHER_QUEUE,
    /** The agent's skills do not meet the contact's requirement. */
    LACKS_SKILL,
    /** So many hard contacts in a row that the queue spares the agent. */
    SPARED,
    /** The call excludes the agent. */
    VETOED,
    /** The contact waits for another agent, by name. */
    NOT_NAMED
  }

  private Eligibility() {}

  /** What keeps an agent from a contact that is in a queue; null when the agent may serve it. */
  public static @Nullable Bar bar(Agent agent, Contact contact) {
    QueueId queue = contact.queue();
    if (queue == null) {
      throw new IllegalStateException(contact + " is in no queue yet: ask when it is");
    }
    Demand.Key demand = Demand.Key.of(contact, queue);
    Bar ofProfile = bar(Profile.Key.of(agent), demand);
    return ofProfile == null ? bar(agent.id(), demand) : ofProfile;
  }

  /** Whether an agent may serve what a contact asks, or would ask, in a queue. */
  public static boolean suits(
      Agent agent,
      Contact contact,
      QueueId queue,
      List<QueueId> moreQueues,
      Requirement requirement) {
    Demand.Key demand =
        new Demand.Key(
            contact.pbx(),
            contact.medium(),
            queue,
            moreQueues,
            requirement,
            contact.priority(),
            null,
            contact.wishes().never());
    return bar(Profile.Key.of(agent), demand) == null && bar(agent.id(), demand) == null;
  }

  /** What keeps all agents of a profile away. */
  static @Nullable Bar bar(Profile.Key profile, Demand.Key demand) {
    if (!profile.medium().equals(demand.medium())) {
      return Bar.OTHER_MEDIUM;
    } else if (!profile.pbx().equals(demand.pbx())) {
      return Bar.OTHER_PBX;
    } else if (!demand.isServedBy(profile.queues())) {
      return Bar.OTHER_QUEUE;
    }
    if (!demand.requirement().isMetBy(profile.skills())) {
      return Bar.LACKS_SKILL;
    }
    return profile.sparedFrom().contains(demand.queue()) ? Bar.SPARED : null;
  }

  /** What keeps this very agent away, whose profile may serve. */
  static @Nullable Bar bar(AgentId agent, Demand.Key demand) {
    if (demand.never().contains(agent)) {
      return Bar.VETOED;
    }
    return demand.only() == null || demand.only().equals(agent) ? null : Bar.NOT_NAMED;
  }
}
