package org.turno.acd.engine;

import java.util.TreeMap;
import org.turno.acd.collection.Lookup;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;

/** What the core knows of one PBX. Changed only while an event is applied. */
final class PbxLink {
  final PbxId id;
  boolean connected;
  long downSinceMs;

  /** Legs whose end is still to be reported, with the effect by which Turno gave them up. */
  final TreeMap<LegId, Effect> closing = new TreeMap<>();

  /** Contacts by their callers' legs. */
  final Lookup<LegId, Contact> callers = new Lookup<>();

  PbxLink(PbxId id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return id + " connected=" + connected + " downSince=" + downSinceMs + " closing=" + closing;
  }
}
