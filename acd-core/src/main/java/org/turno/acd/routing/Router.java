package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;

/**
 * Who gets whom. An index that follows the state: contacts that ask for the same are one demand,
 * agents that are alike are one profile, and which profile may serve which demand is worked out
 * when either first appears. One thread.
 *
 * <p>The policy: the first contact in service order for which anybody is free; for it, of the free
 * agents who may serve it, those asked least often for it before, and of these the longest idle.
 *
 * <p>Because no eligible pair is left after each decision, only a contact that began to wait or an
 * agent who became free since then can be part of a new pair: those are kept as fresh.
 */
public final class Router {
  private final Map<Profile.Key, Profile> profiles = new LinkedHashMap<>();
  private final Map<Demand.Key, Demand> demands = new LinkedHashMap<>();
  private final Map<AgentId, FreeAgent> freeAgents = new LinkedHashMap<>();
  private final Map<AgentId, Profile> profileOf = new LinkedHashMap<>();
  private final Map<ContactId, Demand> demandOf = new LinkedHashMap<>();
  private final TreeSet<Contact> freshContacts = new TreeSet<>(Contact.SERVICE_ORDER);
  private final Set<Agent> freshAgents = new LinkedHashSet<>();

  /** A match of the policy. */
  public record Match(Contact contact, Agent agent) {}

  /** Files an agent anew after any change. */
  public void agentChanged(Agent agent) {
    FreeAgent filed = freeAgents.get(agent.id());
    Profile profile = profileOf.get(agent.id());
    Profile.Key key = Profile.Key.of(agent.plan());
    boolean sameProfile = profile != null && profile.key.equals(key);
    if (filed != null && profile != null) {
      if (agent.free() && sameProfile && FreeAgent.of(agent).compareTo(filed) == 0) {
        return;
      }
      profile.free.remove(filed);
      freeAgents.remove(agent.id());
      freshAgents.remove(agent);
    }
    if (agent.free()) {
      Profile now = sameProfile && profile != null ? profile : profile(key);
      FreeAgent entry = FreeAgent.of(agent);
      now.free.add(entry);
      freeAgents.put(agent.id(), entry);
      profileOf.put(agent.id(), now);
      freshAgents.add(agent);
    }
  }

  /** Files a contact anew after any change. */
  public void contactChanged(Contact contact) {
    contactGone(contact);
    QueueId queue = contact.queue();
    if (contact.waiting() && queue != null) {
      Demand demand = demand(new Demand.Key(contact.pbx(), queue, contact.requirement()));
      demand.waiting.add(contact);
      demandOf.put(contact.id(), demand);
      freshContacts.add(contact);
    }
  }

  /** Forgets a contact. */
  public void contactGone(Contact contact) {
    Demand demand = demandOf.remove(contact.id());
    if (demand != null) {
      demand.waiting.remove(contact);
      freshContacts.remove(contact);
    }
  }

  /** The next match, or null when no eligible pair is left. */
  public @Nullable Match next() {
    Contact best = bestForFreshAgents();
    while (!freshContacts.isEmpty()) {
      Contact fresh = freshContacts.first();
      if (best != null && Contact.SERVICE_ORDER.compare(best, fresh) < 0) {
        break;
      }
      Agent agent = bestAgentFor(fresh);
      if (agent != null) {
        return new Match(fresh, agent);
      }
      freshContacts.remove(fresh);
    }
    if (best == null) {
      freshAgents.clear();
      return null;
    }
    Agent agent = bestAgentFor(best);
    if (agent == null) {
      throw new IllegalStateException("the router's index disagrees with itself about " + best);
    }
    return new Match(best, agent);
  }

  /** Drops what is fresh: after recovery, whose entries left no eligible pair. */
  public void settled() {
    freshContacts.clear();
    freshAgents.clear();
  }

  private @Nullable Contact bestForFreshAgents() {
    Contact best = null;
    for (Agent agent : List.copyOf(freshAgents)) {
      Contact contact = bestContactFor(agent);
      if (contact == null) {
        freshAgents.remove(agent);
      } else if (best == null || Contact.SERVICE_ORDER.compare(contact, best) < 0) {
        best = contact;
      }
    }
    return best;
  }

  private @Nullable Contact bestContactFor(Agent agent) {
    Profile profile = profileOf.get(agent.id());
    Contact best = null;
    if (profile != null) {
      for (Demand demand : profile.demands) {
        if (!demand.waiting.isEmpty()) {
          Contact first = demand.waiting.first();
          if (best == null || Contact.SERVICE_ORDER.compare(first, best) < 0) {
            best = first;
          }
        }
      }
    }
    return best;
  }

  private @Nullable Agent bestAgentFor(Contact contact) {
    Demand demand = demandOf.get(contact.id());
    if (demand == null) {
      return null;
    }
    FreeAgent best = null;
    for (Profile profile : demand.profiles) {
      FreeAgent candidate = bestOf(profile, contact);
      if (candidate != null && (best == null || before(contact, candidate, best))) {
        best = candidate;
      }
    }
    return best == null ? null : best.agent();
  }

  private static @Nullable FreeAgent bestOf(Profile profile, Contact contact) {
    if (profile.free.isEmpty()) {
      return null;
    }
    FreeAgent best = profile.free.first();
    if (contact.triedBefore()) {
      for (FreeAgent candidate : profile.free) {
        if (before(contact, candidate, best)) {
          best = candidate;
        }
        if (contact.tries(best.agent().id()) == 0) {
          break; // the rest has been idle for less time
        }
      }
    }
    return best;
  }

  private static boolean before(Contact contact, FreeAgent a, FreeAgent b) {
    int byTries = Integer.compare(contact.tries(a.agent().id()), contact.tries(b.agent().id()));
    return byTries != 0 ? byTries < 0 : a.compareTo(b) < 0;
  }

  private Profile profile(Profile.Key key) {
    return profiles.computeIfAbsent(
        key,
        k -> {
          Profile profile = new Profile(k);
          for (Demand demand : demands.values()) {
            connect(profile, demand);
          }
          return profile;
        });
  }

  private Demand demand(Demand.Key key) {
    return demands.computeIfAbsent(
        key,
        k -> {
          Demand demand = new Demand(k);
          for (Profile profile : profiles.values()) {
            connect(profile, demand);
          }
          return demand;
        });
  }

  private static void connect(Profile profile, Demand demand) {
    if (profile.key.mayServe(demand.key)) {
      profile.demands.add(demand);
      demand.profiles.add(profile);
    }
  }

  /** Drops demands and profiles that nobody is in: a changed configuration leaves many behind. */
  public void prune() {
    List<Demand> unused = new ArrayList<>();
    for (Demand demand : demands.values()) {
      if (demand.waiting.isEmpty()) {
        unused.add(demand);
      }
    }
    for (Demand demand : unused) {
      demands.remove(demand.key);
      demand.profiles.forEach(p -> p.demands.remove(demand));
    }
    profileOf.keySet().removeIf(agent -> !freeAgents.containsKey(agent));
    List<Profile> empty = new ArrayList<>();
    for (Profile profile : profiles.values()) {
      if (profile.free.isEmpty()) {
        empty.add(profile);
      }
    }
    for (Profile profile : empty) {
      profiles.remove(profile.key);
      profile.demands.forEach(d -> d.profiles.remove(profile));
    }
  }
}
