package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;

/**
 * The contacts that began to wait and the agents who became free since nobody could be matched any
 * more. Only they can be part of a new pair.
 */
final class Fresh {
  private final TreeSet<Waiting> contacts;
  private final Set<Agent> agents = new LinkedHashSet<>();
  private List<Contact> unserved = new ArrayList<>();

  Fresh(ServiceOrder order) {
    contacts = new TreeSet<>(order);
  }

  void add(Waiting contact) {
    contact.fresh = true;
    contacts.add(contact);
  }

  void remove(Waiting contact) {
    if (contact.fresh) {
      contacts.remove(contact);
      contact.fresh = false;
    }
  }

  boolean hasContacts() {
    return !contacts.isEmpty();
  }

  /** The one to serve first. */
  Waiting firstContact() {
    return contacts.first();
  }

  /** Nobody is free for a contact; whoever may help it otherwise is told. */
  void foundNobodyFor(Waiting contact) {
    remove(contact);
    if (contact.demand.policy.takesOver() || contact.demand.policy.interruptsWrapUp()) {
      unserved.add(contact.contact);
    }
  }

  void add(Agent agent) {
    agents.add(agent);
  }

  /** Those whom a reserve keeps back no longer. */
  void addAll(Reserve opened) {
    agents.addAll(opened.free);
  }

  void remove(Agent agent) {
    agents.remove(agent);
  }

  /** The agents, in the order in which they became free; may remove. */
  Iterator<Agent> agents() {
    return agents.iterator();
  }

  /** The contacts for which nobody was found, in service order. Each is told once. */
  List<Contact> takeUnserved() {
    if (unserved.isEmpty()) {
      return List.of();
    }
    List<Contact> told = unserved;
    unserved = new ArrayList<>();
    return told;
  }

  void clear() {
    for (Waiting contact : contacts) {
      contact.fresh = false;
    }
    contacts.clear();
    agents.clear();
    unserved.clear();
  }
}
