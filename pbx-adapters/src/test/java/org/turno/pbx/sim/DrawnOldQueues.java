package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
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

/**
 * What queues of another PBX's own tell, in any order, some of it twice and some never: whatever it
 * is, it must harm nobody.
 */
final class DrawnOldQueues {
  static final PbxId OLD = new PbxId("old");
  static final ObservedPlan PLAN = new ObservedPlan(OLD, ObservedPlan.Kind.APP_QUEUE, List.of());

  private static final double EVERY_MS = 1_500;
  private static final List<String> QUEUES = List.of("sales", "help");

  private final SimulatedTurno turno;
  private final SimScheduler scheduler;
  private final SimRandom random;
  private long calls;

  DrawnOldQueues(SimulatedTurno turno, SimScheduler scheduler, SimRandom random) {
    this.turno = turno;
    this.scheduler = scheduler;
    this.random = random;
  }

  void begin() {
    scheduler.schedule(
        (long) random.exponential(EVERY_MS),
        () -> {
          Input said = said();
          turno.offer(said);
          if (random.chance(0.1)) {
            turno.offer(said);
          }
          begin();
        });
  }

  private Input said() {
    double draw = random.uniform();
    if (draw < 0.05) {
      return inventory();
    } else if (draw < 0.07) {
      return new ObservedInput.LinkDown(OLD, "drawn");
    }
    String queue = QUEUES.get((int) random.between(0, QUEUES.size() - 1));
    String agent = "PJSIP/" + random.between(100, 104);
    LegId call = someCall();
    return switch ((int) random.between(0, 8)) {
      case 0, 1 -> new ObservedInput.CallerJoined(OLD, queue, new LegId("old" + ++calls));
      case 2 -> new ObservedInput.AgentRung(OLD, queue, call, agent);
      case 3 -> new ObservedInput.RingEnded(OLD, queue, call, agent);
      case 4 -> new ObservedInput.CallerLeft(OLD, queue, call);
      case 5 -> new ObservedInput.Connected(OLD, queue, call, agent, random.between(0, 60_000));
      case 6 ->
          new ObservedInput.Completed(OLD, queue, call, agent, 9_000, 5_000, ObservedEnd.AGENT);
      case 7 -> new ObservedInput.CallerAbandoned(OLD, queue, call, random.chance(0.5));
      default -> new ObservedInput.AgentPlaced(OLD, queue, agent(agent));
    };
  }

  private LegId someCall() {
    return new LegId("old" + Math.max(0, calls - random.between(0, 5)));
  }

  private ObservedAgent agent(String agent) {
    return new ObservedAgent(agent, new PhoneId(OLD, agent), agent, random.chance(0.3), "");
  }

  private ObservedInput.Inventory inventory() {
    List<ObservedQueue> queues = new ArrayList<>();
    List<ObservedPhone> phones = new ArrayList<>();
    for (String queue : QUEUES) {
      if (random.chance(0.9)) {
        List<ObservedCaller> callers = new ArrayList<>();
        for (long i = random.between(0, 2); i > 0; i--) {
          callers.add(new ObservedCaller(someCall(), random.between(0, 60_000)));
        }
        queues.add(new ObservedQueue(queue, 0, callers, List.of(agent("PJSIP/100"))));
      }
    }
    phones.add(
        new ObservedPhone("PJSIP/100", PhoneState.FREE, random.chance(0.5), random.chance(0.5)));
    return new ObservedInput.Inventory(OLD, queues, phones);
  }
}
