package org.turno.pbx.observe;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.ObservedInput.ObservedCaller;
import org.turno.acd.input.ObservedInput.ObservedPhone;
import org.turno.acd.input.ObservedInput.ObservedQueue;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.PhoneState;

/**
 * What the core was told of a PBX's queues: so that it is not told again, and to be held against
 * what the PBX holds. One thread.
 */
final class ToldQueues {
  private static final class Queue {
    final long serviceLevelMs;
    final Set<LegId> waiting = new LinkedHashSet<>();
    final Map<String, ObservedAgent> agents = new LinkedHashMap<>();

    Queue(ObservedQueue of) {
      serviceLevelMs = of.serviceLevelMs();
      of.callers().forEach(caller -> waiting.add(caller.call()));
      of.agents().forEach(agent -> agents.put(agent.agent(), agent));
    }
  }

  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private final Map<String, PhoneState> phones = new LinkedHashMap<>();

  /** With which call an agent talks. */
  private final Map<String, LegId> talking = new LinkedHashMap<>();

  void forget() {
    queues.clear();
    phones.clear();
  }

  void replace(List<ObservedQueue> byQueues, List<ObservedPhone> byPhones) {
    forget();
    byQueues.forEach(queue -> queues.put(queue.queue(), new Queue(queue)));
    byPhones.forEach(phone -> phones.put(phone.agent(), phone.state()));
    talking
        .keySet()
        .retainAll(
            byPhones.stream().filter(ObservedPhone::inCall).map(ObservedPhone::agent).toList());
  }

  /** Whether a call waits in any queue. */
  boolean waits(LegId call) {
    return queues.values().stream().anyMatch(queue -> queue.waiting.contains(call));
  }

  boolean knows(String queue) {
    return queues.containsKey(queue);
  }

  /** Whether a fact is news: a queue that is known, and something that it was not. */
  boolean news(ObservedInput fact) {
    return switch (fact) {
      case ObservedInput.CallerJoined f -> of(f.queue()).waiting.add(f.call());
      case ObservedInput.CallerLeft f -> of(f.queue()).waiting.remove(f.call());
      case ObservedInput.CallerAbandoned f -> of(f.queue()).waiting.remove(f.call());
      case ObservedInput.Connected f -> {
        of(f.queue()).waiting.remove(f.call());
        talking.put(f.agent(), f.call());
        yield true;
      }
      case ObservedInput.Completed f -> {
        of(f.queue()).waiting.remove(f.call());
        talking.remove(f.agent(), f.call());
        yield true;
      }
      case ObservedInput.AgentPlaced f ->
          !f.agent().equals(of(f.queue()).agents.put(f.agent().agent(), f.agent()));
      case ObservedInput.AgentRemoved f -> of(f.queue()).agents.remove(f.agent()) != null;
      case ObservedInput.AgentPhoneChanged f -> f.state() != phones.put(f.agent(), f.state());
      case ObservedInput.AgentRung f -> true;
      case ObservedInput.RingEnded f -> true;
      case ObservedInput.Inventory f -> true;
      case ObservedInput.LinkDown f -> true;
    };
  }

  private Queue of(String queue) {
    return queues.computeIfAbsent(
        queue, name -> new Queue(new ObservedQueue(name, 0, List.of(), List.of())));
  }

  /** The queue that a fact is about; empty for none. */
  static String queueOf(ObservedInput fact) {
    return switch (fact) {
      case ObservedInput.CallerJoined f -> f.queue();
      case ObservedInput.CallerLeft f -> f.queue();
      case ObservedInput.CallerAbandoned f -> f.queue();
      case ObservedInput.Connected f -> f.queue();
      case ObservedInput.Completed f -> f.queue();
      case ObservedInput.AgentPlaced f -> f.queue();
      case ObservedInput.AgentRemoved f -> f.queue();
      case ObservedInput.AgentRung f -> f.queue();
      case ObservedInput.RingEnded f -> f.queue();
      case ObservedInput.AgentPhoneChanged f -> "";
      case ObservedInput.Inventory f -> "";
      case ObservedInput.LinkDown f -> "";
    };
  }

  /** The call that an agent talks with, as far as was told; null for none. */
  @Nullable LegId callOf(String agent) {
    return talking.get(agent);
  }

  /** As whom a queue has an agent whom it shows by this name; empty for nobody. */
  String agentNamed(String queue, String name) {
    if (queues.containsKey(queue)) {
      for (ObservedAgent agent : of(queue).agents.values()) {
        if (agent.name().equals(name)) {
          return agent.agent();
        }
      }
    }
    return "";
  }

  /** Whether anybody's phone is known by this. */
  boolean hasAgent(String agent) {
    return queues.values().stream().anyMatch(queue -> queue.agents.containsKey(agent));
  }

  /** Where what was told and what the PBX holds differ, each by a name of its own. */
  Set<String> differences(List<ObservedQueue> seen, List<ObservedPhone> seenPhones) {
    Set<String> found = new TreeSet<>();
    Set<String> there = new TreeSet<>();
    for (ObservedQueue queue : seen) {
      there.add(queue.queue());
      Queue told = queues.get(queue.queue());
      if (told == null || told.serviceLevelMs != queue.serviceLevelMs()) {
        found.add("queue " + queue.queue());
      } else {
        differences(queue, told, found);
      }
    }
    for (String name : queues.keySet()) {
      if (!there.contains(name)) {
        found.add("queue " + name);
      }
    }
    for (ObservedPhone phone : seenPhones) {
      if (phones.getOrDefault(phone.agent(), PhoneState.UNKNOWN) != phone.state()) {
        found.add("phone " + phone.agent() + " " + phone.state());
      }
    }
    return found;
  }

  private static void differences(ObservedQueue seen, Queue told, Set<String> found) {
    Set<LegId> waiting = new LinkedHashSet<>();
    for (ObservedCaller caller : seen.callers()) {
      waiting.add(caller.call());
      if (!told.waiting.contains(caller.call())) {
        found.add("call " + caller.call());
      }
    }
    for (LegId call : told.waiting) {
      if (!waiting.contains(call)) {
        found.add("call " + call);
      }
    }
    Map<String, ObservedAgent> agents = new LinkedHashMap<>();
    for (ObservedAgent agent : seen.agents()) {
      agents.put(agent.agent(), agent);
      if (!agent.equals(told.agents.get(agent.agent()))) {
        found.add("agent " + seen.queue() + " " + agent);
      }
    }
    for (String agent : told.agents.keySet()) {
      if (!agents.containsKey(agent)) {
        found.add("agent " + seen.queue() + " " + agent);
      }
    }
  }
}
