package org.turno.load.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.Event;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.TimerExpired;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;

/**
 * A core with every agent talking and callers waiting, held at that size while single decisions are
 * measured. Each queue asks for one skill of {@value #SKILLS} at some level; each agent has five
 * skills at levels of their own, so agents differ and queues overlap: an agent may serve about a
 * twentieth of the queues. Seeded: every run does the same.
 *
 * <p>On a relaxing floor every contact asks for less a millisecond after it began to wait.
 */
final class BusyFloor {
  private static final int SKILLS = 50;
  private static final int SKILLS_PER_AGENT = 5;
  private static final int RELAXED_BY = 10;
  private static final PbxId PBX = new PbxId("pbx");

  private final SplittableRandom random = new SplittableRandom(42);
  private final AcdCore core = new AcdCore(new AcdState());
  private final Legs waiting = new Legs();
  private final Legs talking = new Legs();
  private final int queues;
  private final boolean relaxing;
  private long timeMs = 1_800_000_000_000L;
  private long legs;

  /** Builds it: all agents talk, and that many contacts wait. */
  BusyFloor(int agents, int queues, int waitingContacts, boolean relaxing) {
    this.queues = queues;
    this.relaxing = relaxing;
    decide(new AdminInput.JournalStarted("bench"));
    decide(new AdminInput.PlanLoaded(plan(agents)));
    decide(new PbxInput.Inventory(PBX, "bench", List.of(), List.of(), List.of()));
    while (waiting.size() < waitingContacts) {
      reportDone(decide(arrival()));
    }
    for (int i = 0; i < agents; i++) {
      serve(decide(new DeskInput.SignIn(new AgentId("a" + i))));
    }
    while (waiting.size() < waitingContacts) {
      Entry arrived = decide(arrival());
      Input due = relaxation(arrived);
      serve(arrived);
      if (due != null) {
        serve(decide(due));
      }
    }
  }

  private FloorPlan plan(int agents) {
    List<QueuePlan> queuePlans = new ArrayList<>();
    List<LinePlan> lines = new ArrayList<>();
    for (int i = 0; i < queues; i++) {
      QueueId id = new QueueId("q" + i);
      String skill = "s" + random.nextInt(SKILLS);
      int level = 1 + random.nextInt(100);
      queuePlans.add(
          QueuePlan.of(id.value()).with(routing(skill, Math.max(1, level - RELAXED_BY))));
      Requirement requirement = Requirement.parse(skill + " >= " + level);
      lines.add(
          new LinePlan(
              new LineId("l" + i), "l" + i, id, i % 3, requirement, CallerDisplay.LINE, false));
    }
    List<AgentPlan> agentPlans = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      SortedMap<SkillId, Integer> levels = new TreeMap<>();
      while (levels.size() < SKILLS_PER_AGENT) {
        levels.put(new SkillId("s" + random.nextInt(SKILLS)), 1 + random.nextInt(100));
      }
      agentPlans.add(
          new AgentPlan(
              new AgentId("a" + i),
              "a" + i,
              new PhoneId(PBX, "PJSIP/" + i),
              new Skills(levels),
              List.of()));
    }
    return new FloorPlan(List.of(new PbxPlan(PBX)), lines, queuePlans, agentPlans);
  }

  private RoutingPolicy routing(String skill, int relaxedLevel) {
    if (!relaxing) {
      return RoutingPolicy.DEFAULT;
    }
    RelaxationStep step =
        new RelaxationStep(1, Requirement.parse(skill + " >= " + relaxedLevel), 0, List.of());
    RoutingPolicy plain = RoutingPolicy.DEFAULT;
    return new RoutingPolicy(
        plain.choice(), plain.weight(), plain.ageing(), List.of(step), false, false, 0);
  }

  /** Decides, a millisecond after the one before. */
  Entry decide(Input input) {
    return core.decide(core.state().seq() + 1, ++timeMs, input);
  }

  /** A caller to come, on any line, after one of those who wait has left. */
  Input comesForOneWhoLeaves() {
    decide(ended(waiting.take(random)));
    return arrival();
  }

  /** One of the waiting callers, to leave, after another one has come. */
  Input leavesAfterOneWhoCame() {
    serve(decide(arrival()));
    return ended(waiting.take(random));
  }

  /**
   * A caller comes, and another one, who talks, hangs up: that agent will be free once the PBX has
   * taken the leg down.
   *
   * @return that last fact, whose decision makes the agent free and the next offer
   */
  Input agentAboutToBeFree() {
    serve(decide(arrival()));
    Entry over = decide(ended(talking.take(random)));
    reportDone(over);
    for (Effect effect : over.effects()) {
      if (effect instanceof Effect.HangUp hangUp) {
        return ended(hangUp.leg());
      }
    }
    throw new IllegalStateException("the agent's leg was not taken down: " + over);
  }

  /**
   * One of the waiting callers leaves and another comes, who will ask for less.
   *
   * @return the timer that says so
   */
  Input aboutToAskForLess() {
    while (true) {
      decide(ended(waiting.take(random)));
      Entry arrived = decide(arrival());
      reportDone(arrived);
      Input due = relaxation(arrived);
      if (due != null) {
        return due;
      }
    }
  }

  /** The timer for asking for less that a decision set; null where that was done at once. */
  private static @Nullable Input relaxation(Entry arrived) {
    for (Event event : arrived.events()) {
      if (event instanceof TimerEvent.Set set && set.timer().kind() == TimerId.Kind.RELAX) {
        return new TimerExpired(set.timer(), set.deadlineMs());
      }
    }
    return null;
  }

  private PbxInput.CallArrived arrival() {
    LegId leg = new LegId("w" + ++legs);
    waiting.add(leg);
    return new PbxInput.CallArrived(PBX, leg, new LineId("l" + random.nextInt(queues)));
  }

  /** Lets agents answer whatever was just offered, and talk. */
  void serve(Entry offered) {
    for (Effect effect : offered.effects()) {
      if (effect instanceof Effect.Ring ring) {
        waiting.remove(ring.caller());
        talking.add(ring.caller());
        Entry answered = decide(new PbxInput.LegAnswered(PBX, ring.leg()));
        for (Effect next : answered.effects()) {
          if (next instanceof Effect.Bridge bridge) {
            decide(new EffectReport.Done(PBX, bridge.id()));
          }
        }
      }
    }
    reportDone(offered);
  }

  /** Reports every other effect done, as an adapter would. */
  private void reportDone(Entry entry) {
    for (Effect effect : entry.effects()) {
      if (!(effect instanceof Effect.Bridge)) {
        decide(new EffectReport.Done(PBX, effect.id()));
      }
    }
  }

  private static PbxInput.LegEnded ended(LegId leg) {
    return new PbxInput.LegEnded(PBX, leg, HangupReason.NORMAL);
  }
}
