package org.turno.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.Skills;

/**
 * The agents of PBXs' own queues. Who has a configured agent's phone is shown as that agent, in one
 * row; everybody else has a row made of what the PBX tells.
 */
final class ObservedAgents {
  private final Floor floor;
  private final Set<AgentModel> touched;
  private final Map<AgentId, ObservedPresence> all = new LinkedHashMap<>();

  /**
   * Of a floor.
   *
   * @param touched gets the rows whose state may be another
   */
  ObservedAgents(Floor floor, Set<AgentModel> touched) {
    this.floor = floor;
    this.touched = touched;
  }

  /** As a queue has the agent now. */
  void placed(ObservedEvent.AgentPlaced e, long timeMs) {
    ObservedPresence presence = presence(e.pbx(), e.agent().agent());
    presence.places.put(e.queue(), e.agent());
    host(presence, timeMs);
  }

  /** The agent left a queue. */
  void removed(ObservedEvent.AgentRemoved e, long timeMs) {
    ObservedPresence presence = all.get(ObservedPlan.agentId(e.pbx(), e.agent()));
    if (presence != null) {
      presence.places.remove(e.queue());
      host(presence, timeMs);
    }
  }

  /** The phone is in another state. */
  void phone(ObservedEvent.AgentPhoneChanged e, long timeMs) {
    ObservedPresence presence = all.get(ObservedPlan.agentId(e.pbx(), e.agent()));
    if (presence != null) {
      presence.phone = e.state();
      host(presence, timeMs);
    }
  }

  /**
   * A contact rings for the agent, or they talk, or nothing is in hand any more.
   *
   * @return by which row the agent is shown
   */
  AgentId works(
      PbxId pbx, String agent, AgentModel.Work work, @Nullable ContactModel with, long timeMs) {
    ObservedPresence presence = presence(pbx, agent);
    presence.works(work, with);
    return host(presence, timeMs).id;
  }

  /** By which row an agent is shown; null for none. */
  @Nullable AgentId shown(PbxId pbx, String agent) {
    ObservedPresence presence = all.get(ObservedPlan.agentId(pbx, agent));
    AgentModel host = presence == null ? null : presence.host;
    return host == null ? null : host.id;
  }

  /** What an agent has in hand; null for nothing. */
  @Nullable ContactModel contact(PbxId pbx, String agent) {
    ObservedPresence presence = all.get(ObservedPlan.agentId(pbx, agent));
    return presence == null ? null : presence.contact();
  }

  private ObservedPresence presence(PbxId pbx, String agent) {
    return all.computeIfAbsent(
        ObservedPlan.agentId(pbx, agent), id -> new ObservedPresence(pbx, agent));
  }

  /** After a new configuration phones may be of other agents. */
  void rehost(long timeMs) {
    for (ObservedPresence presence : List.copyOf(all.values())) {
      host(presence, timeMs);
    }
  }

  /** Finds the row by which it is shown, and has that row show it. */
  private AgentModel host(ObservedPresence presence, long timeMs) {
    AgentModel before = presence.host;
    AgentModel host = hostOf(presence, timeMs);
    touched.add(host);
    if (before != null && before != host) {
      before.observed(null, List.of(), timeMs);
      touched.add(before);
      ContactModel contact = presence.contact();
      if (contact != null && before.id.equals(contact.agent)) {
        contact.agent = host.id;
        contact.changed();
      }
    }
    presence.host = host;
    if (presence.over()) {
      all.remove(ObservedPlan.agentId(presence.pbx, presence.agent));
      host.observed(null, List.of(), timeMs);
    } else {
      List<QueueModel> watched = new ArrayList<>();
      presence.places.keySet().forEach(queue -> watched.add(floor.queue(queue)));
      host.observed(presence, watched, timeMs);
    }
    return host;
  }

  private AgentModel hostOf(ObservedPresence presence, long timeMs) {
    ObservedAgent place =
        presence.places.isEmpty() ? null : presence.places.values().iterator().next();
    PhoneId phone = place == null ? null : place.phone();
    AgentModel configured = phone == null ? null : floor.agentOf(phone, presence);
    if (configured != null) {
      return configured;
    }
    AgentModel before = presence.host;
    if (phone == null && before != null) {
      return before;
    }
    AgentId id = ObservedPlan.agentId(presence.pbx, presence.agent);
    String name = place == null || place.name().isEmpty() ? presence.agent : place.name();
    PhoneId rings = phone == null ? new PhoneId(presence.pbx, presence.agent) : phone;
    return floor.onlyObserved(new AgentPlan(id, name, rings, Skills.NONE, List.of()), timeMs);
  }

  List<FiguresImage.Presence> image() {
    return all.values().stream().map(ObservedPresence::image).toList();
  }

  /** Puts back who was there; rows and queues are there already. */
  void restore(List<FiguresImage.Presence> images) {
    for (FiguresImage.Presence image : images) {
      ContactId has = image.contact();
      ObservedPresence presence =
          ObservedPresence.of(image, has == null ? null : floor.contact(has));
      all.put(ObservedPlan.agentId(image.pbx(), image.agent()), presence);
      AgentModel host = hostOf(presence, 0);
      presence.host = host;
      List<QueueModel> watched = new ArrayList<>();
      presence.places.keySet().forEach(queue -> watched.add(floor.queue(queue)));
      host.restore(presence, watched);
    }
  }
}
