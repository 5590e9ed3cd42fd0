package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.AgentId;

/** Counts what happens in PBXs' own queues as what happens in Turno's is counted. */
final class ObservedCounting {
  private final Floor floor;
  private final ContactCounting counting;

  ObservedCounting(Floor floor, ContactCounting counting) {
    this.floor = floor;
    this.counting = counting;
  }

  void apply(ObservedEvent event, long timeMs) {
    switch (event) {
      case ObservedEvent.Sighted e -> floor.observed.sighted(e.pbx(), true, timeMs);
      case ObservedEvent.SightLost e -> floor.observed.sighted(e.pbx(), false, timeMs);
      case ObservedEvent.QueueFound e -> floor.observed.found(e);
      case ObservedEvent.QueueGone e -> floor.observed.gone(e.queue());
      case ObservedEvent.Arrived e -> {
        ContactModel contact = floor.arrived(e);
        floor.totals.offered(contact);
        counting.enters(contact, floor.queue(e.queue()));
      }
      case ObservedEvent.Rung e -> {
        ContactModel contact = floor.contact(e.contact());
        if (contact != null) {
          rung(contact, e, timeMs);
        }
      }
      case ObservedEvent.RingEnded e -> {
        ContactModel contact = floor.contact(e.contact());
        if (contact != null) {
          ringEnded(contact, e, timeMs);
        }
      }
      case ObservedEvent.Leaving e -> {
        ContactModel contact = floor.contact(e.contact());
        if (contact != null) {
          counting.moves(contact, ContactState.CONNECTING);
        }
      }
      case ObservedEvent.Answered e -> {
        ContactModel contact = floor.contact(e.contact());
        if (contact != null) {
          silence(contact, e, timeMs);
          counting.connected(contact, e.waitMs());
          contact.agent = works(e, e.agent(), AgentModel.Work.TALKING, contact, timeMs);
        }
      }
      case ObservedEvent.Ended e -> {
        ContactModel contact = floor.contact(e.contact());
        if (contact != null) {
          ended(contact, e, timeMs);
        }
      }
      case ObservedEvent.AgentPlaced e -> floor.observedAgents.placed(e, timeMs);
      case ObservedEvent.AgentRemoved e -> floor.observedAgents.removed(e, timeMs);
      case ObservedEvent.AgentPhoneChanged e -> floor.observedAgents.phone(e, timeMs);
    }
  }

  private void rung(ContactModel contact, ObservedEvent.Rung e, long timeMs) {
    if (contact.state == ContactState.WAITING) {
      counting.moves(contact, ContactState.RINGING);
    }
    contact.rung.add(e.agent());
    AgentId agent = works(e, e.agent(), AgentModel.Work.RINGING, contact, timeMs);
    contact.agent = contact.agent == null ? agent : contact.agent;
    contact.changed();
  }

  private void ringEnded(ContactModel contact, ObservedEvent.RingEnded e, long timeMs) {
    contact.rung.remove(e.agent());
    idle(contact, e, e.agent(), timeMs);
    if (contact.rung.isEmpty() && contact.state == ContactState.RINGING) {
      counting.moves(contact, ContactState.WAITING);
      contact.agent = null;
    } else if (!contact.rung.isEmpty()) {
      contact.agent = floor.observedAgents.shown(e.pbx(), contact.rung.getFirst());
    }
    contact.changed();
  }

  private void ended(ContactModel contact, ObservedEvent.Ended e, long timeMs) {
    silence(contact, e, timeMs);
    counting.ended(contact, e.outcome(), e.waitMs(), e.talkMs(), floor.agent(contact.agent));
    String agent = e.agent();
    if (agent != null) {
      idle(contact, e, agent, timeMs);
    }
    floor.ended(contact);
  }

  /** No phone rings for it any more. */
  private void silence(ContactModel contact, ObservedEvent e, long timeMs) {
    for (String agent : contact.rung) {
      idle(contact, e, agent, timeMs);
    }
    contact.rung.clear();
  }

  /** The agent may have something else in hand since. */
  private void idle(ContactModel contact, ObservedEvent e, String agent, long timeMs) {
    if (floor.observedAgents.contact(e.pbx(), agent) == contact) {
      works(e, agent, AgentModel.Work.NONE, null, timeMs);
    }
  }

  private AgentId works(
      ObservedEvent e,
      String agent,
      AgentModel.Work work,
      @Nullable ContactModel contact,
      long timeMs) {
    return floor.observedAgents.works(e.pbx(), agent, work, contact, timeMs);
  }
}
