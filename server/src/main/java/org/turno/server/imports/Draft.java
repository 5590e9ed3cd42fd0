package org.turno.server.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@code turno.yaml} in the making, and what could not go into it. */
final class Draft {
  /** Options of a queue by key, as YAML writes their values; those of {@code routing} apart. */
  static final class Queue {
    final String id;
    final Map<String, String> options = new LinkedHashMap<>();
    final Map<String, String> routing = new LinkedHashMap<>();

    Queue(String id) {
      this.id = id;
    }
  }

  /** An agent and the queues it serves, each with the standing there. */
  static final class Agent {
    final String id;
    final String phone;
    final Spotted at;
    @Nullable String alias;
    final Map<String, String> tiers = new LinkedHashMap<>();

    /** Of its own, in seconds; 0 where it has what queues give. */
    long wrapUpS;

    Agent(String id, String phone, Spotted at) {
      this.id = id;
      this.phone = phone;
      this.at = at;
    }
  }

  private record Found(Spotted at, Leftover leftover) {}

  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private final Map<String, Agent> agents = new TreeMap<>();
  private final List<Found> leftovers = new ArrayList<>();

  /** A new queue; its id is made of a name that may hold anything. */
  Queue queue(String name, Spotted at) {
    String id = freeId(name, queues.keySet());
    if (!id.equals(name)) {
      leftover(at, "queue " + name, "it is called " + id + " in turno.yaml");
    }
    Queue queue = new Queue(id);
    queues.put(id, queue);
    return queue;
  }

  /** The agent of a phone, known already or new. */
  Agent agent(String name, String phone, Spotted at) {
    for (Agent known : agents.values()) {
      if (known.phone.equals(phone)) {
        return known;
      }
    }
    String id = freeId(name, agents.keySet());
    if (!id.equals(name)) {
      leftover(at, "agent " + name, "it is called " + id + " in turno.yaml");
    }
    Agent agent = new Agent(id, phone, at);
    agents.put(id, agent);
    return agent;
  }

  private static String freeId(String name, Set<String> taken) {
    String plain = name.replaceFirst("@.*", "").replaceAll("[^\\p{L}\\p{Nd}+*#_.-]", "-");
    String id = plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(60, plain.length()));
    String free = id;
    for (int i = 2; taken.contains(free); i++) {
      free = id + "-" + i;
    }
    return free;
  }

  void leftover(Spotted at, String what, String advice) {
    leftovers.add(new Found(at, new Leftover(at.toString(), what, advice)));
  }

  Map<String, Queue> queues() {
    return queues;
  }

  Map<String, Agent> agents() {
    return agents;
  }

  List<Leftover> leftovers() {
    return leftovers.stream().sorted(Comparator.comparing(Found::at)).map(Found::leftover).toList();
  }

  Imported done(String source) {
    return new Imported(
        new DraftYaml(this).text(source), queues.size(), agents.size(), leftovers());
  }
}
