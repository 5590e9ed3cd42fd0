package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/** The contacts that ask for the same, in service order, and the profiles that may serve them. */
final class Demand {
  /** What makes contacts alike. */
  record Key(PbxId pbx, QueueId queue, Requirement requirement) {}

  final Key key;
  final TreeSet<Contact> waiting = new TreeSet<>(Contact.SERVICE_ORDER);
  final List<Profile> profiles = new ArrayList<>();

  Demand(Key key) {
    this.key = key;
  }
}
