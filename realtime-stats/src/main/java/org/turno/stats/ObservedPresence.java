package org.turno.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/** What a PBX's own queues tell of one of their agents. */
final class ObservedPresence {
  final PbxId pbx;

  /** As the PBX calls the agent. */
  final String agent;

  /** The agent by whose row it is shown. */
  @Nullable AgentModel host;

  final Map<QueueId, ObservedAgent> places = new LinkedHashMap<>();
  PhoneState phone = PhoneState.UNKNOWN;
  private AgentModel.Work work = AgentModel.Work.NONE;
  private @Nullable ContactModel contact;

  ObservedPresence(PbxId pbx, String agent) {
    this.pbx = pbx;
    this.agent = agent;
  }

  /** Nothing in hand, or a contact that rings or talks. */
  void works(AgentModel.Work newWork, @Nullable ContactModel with) {
    work = newWork;
    contact = with;
  }

  boolean busy() {
    return work != AgentModel.Work.NONE;
  }

  @Nullable ContactModel contact() {
    return contact;
  }

  /** Whether nobody needs to know of it any more. */
  boolean over() {
    return places.isEmpty() && !busy();
  }

  AgentState state() {
    return switch (work) {
      case RINGING, RESERVED -> AgentState.RINGING;
      case TALKING -> AgentState.TALKING;
      case WRAP_UP -> AgentState.WRAP_UP;
      case NONE -> idleState();
    };
  }

  private AgentState idleState() {
    if (places.isEmpty()) {
      return AgentState.SIGNED_OUT;
    } else if (places.values().stream().allMatch(ObservedAgent::paused)) {
      return AgentState.PAUSED;
    }
    return switch (phone) {
      case UNREACHABLE -> AgentState.PHONE_UNREACHABLE;
      case BUSY -> AgentState.PHONE_BUSY;
      case FREE, UNKNOWN -> AgentState.AVAILABLE;
    };
  }

  /** Why the agent pauses in every queue; null without a pause or a reason. */
  @Nullable String pause() {
    if (idleState() != AgentState.PAUSED) {
      return null;
    }
    for (ObservedAgent place : places.values()) {
      if (!place.reason().isEmpty()) {
        return place.reason();
      }
    }
    return null;
  }

  FiguresImage.Presence image() {
    ContactModel has = contact;
    return new FiguresImage.Presence(
        pbx,
        agent,
        List.copyOf(places.keySet()),
        new ArrayList<>(places.values()),
        phone,
        work,
        has == null ? null : has.id);
  }

  static ObservedPresence of(FiguresImage.Presence image, @Nullable ContactModel contact) {
    ObservedPresence presence = new ObservedPresence(image.pbx(), image.agent());
    for (int i = 0; i < image.queues().size(); i++) {
      presence.places.put(image.queues().get(i), image.places().get(i));
    }
    presence.phone = image.phone();
    presence.works(image.work(), contact);
    return presence;
  }
}
