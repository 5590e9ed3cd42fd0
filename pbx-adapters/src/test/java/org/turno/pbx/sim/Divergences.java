package org.turno.pbx.sim;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.Listening;
import org.turno.acd.engine.AcdState;
import org.turno.acd.input.BridgeSnapshot;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** Where what the core believes differs from what the PBX holds, at one moment, in words. */
final class Divergences {
  private final AcdState state;
  private final Map<LegId, LegSnapshot> legs;
  private final PbxInput.Inventory held;
  private final SortedSet<String> found = new TreeSet<>();

  private Divergences(AcdState state, PbxInput.Inventory held) {
    this.state = state;
    this.held = held;
    this.legs =
        held.legs().stream()
            .collect(
                Collectors.toMap(LegSnapshot::leg, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  static SortedSet<String> between(AcdState state, PbxInput.Inventory held) {
    Divergences all = new Divergences(state, held);
    all.contacts();
    all.agents();
    all.legs();
    all.conversations();
    all.listeners();
    state.outstanding().forEach(e -> all.found.add("no report of " + e.id()));
    return all.found;
  }

  private void contacts() {
    for (Contact contact : state.contacts()) {
      LegSnapshot leg = legs.get(contact.leg());
      if (!contact.caller().hasLeg()) {
        continue; // its caller hung up and is to be called back
      }
      if (leg == null) {
        found.add("contact " + contact.id() + " lives, its caller is gone");
      } else if (leg.state() == LegSnapshot.State.ELSEWHERE) {
        found.add("contact " + contact.id() + " lives, the dialplan has its caller");
      } else if (contact.state() == Contact.State.CONNECTING && contact.callback() == null) {
        found.add("contact " + contact.id() + " is still connecting");
      } else if (contact.state() == Contact.State.TALKING && !talking(contact)) {
        found.add("contact " + contact.id() + " talks, the PBX has them apart");
      }
    }
  }

  private boolean talking(Contact contact) {
    return held.bridges().stream()
        .anyMatch(
            b ->
                b.id().equals(contact.bridge())
                    && b.legs().contains(contact.leg())
                    && withoutListeners(b) == 2);
  }

  /** How many are in a conversation, supervisors who barged in left out. */
  private long withoutListeners(BridgeSnapshot talk) {
    return talk.legs().stream()
        .filter(leg -> state.listenings().stream().noneMatch(l -> l.leg().equals(leg)))
        .count();
  }

  private void listeners() {
    for (Listening listening : state.listenings()) {
      EffectId in = listening.mode() == ListenMode.BARGE ? talkOf(listening) : listening.joining();
      if (!legs.containsKey(listening.leg())) {
        found.add(listening.supervisor() + " listens by a leg that is gone: " + listening.leg());
      } else if (listening.begun()
          && held.bridges().stream()
              .noneMatch(b -> b.id().equals(in) && b.legs().contains(listening.leg()))) {
        found.add(listening.supervisor() + " should hear a conversation and hears none");
      }
    }
  }

  private @Nullable EffectId talkOf(Listening listening) {
    Contact contact = state.findContact(listening.contact());
    return contact == null ? null : contact.bridge();
  }

  private void agents() {
    Map<PhoneId, PhoneState> phones =
        held.phones().stream()
            .collect(
                Collectors.toMap(
                    PhoneSnapshot::phone, PhoneSnapshot::state, (a, b) -> a, TreeMap::new));
    for (Agent agent : state.agents()) {
      LegId leg = agent.leg();
      if (leg != null && !legs.containsKey(leg)) {
        found.add("agent " + agent.id() + " holds a leg that is gone: " + leg);
      }
      PhoneState real = phones.get(agent.plan().phone());
      boolean told =
          agent.phone().state() != PhoneState.UNKNOWN; // else a new agent's phone, not told yet
      if (agent.configured()
          && leg == null
          && told
          && real != null
          && agent.phone().state() != real) {
        found.add("agent " + agent.id() + "'s phone is " + real + ", not " + agent.phone().state());
      }
    }
  }

  private void legs() {
    SortedSet<LegId> known = new TreeSet<>();
    state.contacts().stream().filter(c -> c.caller().hasLeg()).forEach(c -> known.add(c.leg()));
    for (Agent agent : state.agents()) {
      LegId leg = agent.leg();
      if (leg != null) {
        known.add(leg);
      }
    }
    state.listenings().forEach(listening -> known.add(listening.leg()));
    for (LegSnapshot leg : held.legs()) {
      if (leg.state() != LegSnapshot.State.ELSEWHERE && !known.contains(leg.leg())) {
        found.add("nobody knows leg " + leg.leg());
      }
    }
  }

  private void conversations() {
    for (BridgeSnapshot talk : held.bridges()) {
      boolean wanted =
          state.contacts().stream().anyMatch(contact -> talk.id().equals(contact.bridge()));
      boolean listened = state.listenings().stream().anyMatch(l -> talk.id().equals(l.joining()));
      if (!wanted && !listened) {
        found.add("nobody knows conversation " + talk.id());
      } else if (wanted && withoutListeners(talk) != 2) {
        found.add("conversation " + talk.id() + " has " + talk.legs().size() + " legs");
      }
    }
  }
}
