package org.turno.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.turno.acd.input.Input;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.ObservedInput.ObservedCaller;
import org.turno.acd.input.ObservedInput.ObservedPhone;
import org.turno.acd.input.ObservedInput.ObservedQueue;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** Whatever a PBX's own queues may tell, in any order, with repeats and gaps. */
final class ObservedChaos {
  static final PbxId OLD = new PbxId("old");
  static final ObservedPlan PLAN = new ObservedPlan(OLD, ObservedPlan.Kind.APP_QUEUE, List.of());

  private static final List<String> QUEUES = List.of("sales", "help", "tax");
  private static final int AGENTS = 6;

  private final Random random;
  private final List<Input> told = new ArrayList<>();
  private int calls;

  ObservedChaos(Random random) {
    this.random = random;
  }

  Input next() {
    int dice = random.nextInt(100);
    if (dice < 4) {
      return dice == 0 ? new ObservedInput.LinkDown(OLD, "test") : inventory();
    } else if (dice < 10 && !told.isEmpty()) {
      return told.get(random.nextInt(told.size()));
    }
    Input fact = fact();
    told.add(fact);
    if (told.size() > 30) {
      told.removeFirst();
    }
    return fact;
  }

  private Input fact() {
    String queue = QUEUES.get(random.nextInt(QUEUES.size()));
    String agent = "PJSIP/" + random.nextInt(AGENTS);
    LegId call = new LegId("call" + Math.max(0, calls - random.nextInt(8)));
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> new ObservedInput.CallerJoined(OLD, queue, new LegId("call" + ++calls));
      case 3, 4 -> new ObservedInput.AgentRung(OLD, queue, call, agent);
      case 5 -> new ObservedInput.RingEnded(OLD, queue, call, agent);
      case 6 -> new ObservedInput.CallerLeft(OLD, queue, call);
      case 7 -> new ObservedInput.Connected(OLD, queue, call, agent, random.nextInt(60_000));
      case 8 ->
          new ObservedInput.Completed(
              OLD,
              queue,
              call,
              agent,
              random.nextInt(60_000),
              random.nextInt(60_000),
              pick(List.of(ObservedEnd.values())));
      case 9 -> new ObservedInput.CallerAbandoned(OLD, queue, call, random.nextBoolean());
      case 10 ->
          random.nextInt(3) == 0
              ? new ObservedInput.AgentRemoved(OLD, queue, agent)
              : new ObservedInput.AgentPlaced(OLD, queue, agent(agent));
      default -> new ObservedInput.AgentPhoneChanged(OLD, agent, state());
    };
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private PhoneState state() {
    return pick(List.of(PhoneState.values()));
  }

  private ObservedAgent agent(String agent) {
    return new ObservedAgent(
        agent,
        new PhoneId(OLD, agent),
        "Name of " + agent,
        random.nextBoolean(),
        random.nextBoolean() ? "" : "lunch");
  }

  ObservedInput.Inventory inventory() {
    List<ObservedQueue> queues = new ArrayList<>();
    Map<String, ObservedPhone> phones = new TreeMap<>();
    for (String queue : QUEUES) {
      if (random.nextInt(8) > 0) {
        List<ObservedCaller> callers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          LegId call = new LegId("call" + Math.max(0, calls - random.nextInt(8)));
          callers.add(new ObservedCaller(call, random.nextInt(100_000)));
        }
        List<ObservedAgent> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
          if (random.nextBoolean()) {
            String agent = "PJSIP/" + i;
            agents.add(agent(agent));
            phones.put(
                agent,
                new ObservedPhone(agent, state(), random.nextBoolean(), random.nextBoolean()));
          }
        }
        queues.add(new ObservedQueue(queue, random.nextInt(2) * 30_000L, callers, agents));
      }
    }
    return new ObservedInput.Inventory(OLD, queues, List.copyOf(phones.values()));
  }
}
