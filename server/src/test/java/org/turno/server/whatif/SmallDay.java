package org.turno.server.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.Journal;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
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
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;

/**
 * Two hours that a real core decided: a caller every 20 s, who gives up after two minutes and talks
 * for a minute.
 */
public final class SmallDay {
  /** The day's midnight in UTC. */
  public static final long MIDNIGHT_MS = 20_500L * 86_400_000L;

  private static final PbxId PBX = new PbxId("pbx");
  private static final LineId LINE = new LineId("012");
  private static final long BEGINS_MS = MIDNIGHT_MS + 9 * 3_600_000L;
  private static final int CALLERS = 360;

  private record Due(long timeMs, long order, Input input) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(timeMs, other.timeMs);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final List<Entry> entries = new ArrayList<>();
  private final DecisionLoop loop =
      new DecisionLoop(new AcdCore(new AcdState()), new Kept(), this::carryOut);
  private long nowMs = BEGINS_MS;
  private long order;

  private final class Kept implements Journal {
    @Override
    public void append(Entry entry) {
      entries.add(entry);
    }

    @Override
    public void close() {}
  }

  private SmallDay() {}

  /** A floor with so many agents, each of whom can serve everybody. */
  public static FloorPlan plan(int agents) {
    QueuePlan queue = QueuePlan.of("info");
    List<AgentPlan> plans = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      PhoneId phone = new PhoneId(PBX, "PJSIP/" + i);
      plans.add(new AgentPlan(new AgentId("a" + i), "a" + i, phone, Skills.NONE, List.of()));
    }
    LinePlan line =
        new LinePlan(LINE, "012", queue.id(), 0, Requirement.nothing(), CallerDisplay.LINE, false);
    return new FloorPlan(List.of(new PbxPlan(PBX)), List.of(line), List.of(queue), plans);
  }

  /** What the core wrote with four agents. */
  public static List<Entry> entries() {
    SmallDay day = new SmallDay();
    day.live();
    return day.entries;
  }

  private void live() {
    at(0, new AdminInput.JournalStarted("small"));
    at(0, new AdminInput.PlanLoaded(plan(4)));
    at(0, new PbxInput.Inventory(PBX, "test", List.of(), List.of(), List.of()));
    for (int i = 0; i < 4; i++) {
      at(1_000, new DeskInput.SignIn(new AgentId("a" + i)));
    }
    for (int i = 0; i < CALLERS; i++) {
      LegId leg = new LegId("caller" + i);
      at(5_000 + i * 20_000L, new PbxInput.CallArrived(PBX, leg, LINE));
    }
    while (!due.isEmpty()) {
      Due next = due.element();
      Input timer = loop.due(next.timeMs() - 1);
      if (timer == null) {
        due.remove();
      }
      nowMs = Math.max(nowMs, next.timeMs());
      loop.process(timer == null ? next.input() : timer, nowMs);
    }
  }

  private void at(long afterMs, Input input) {
    due.add(new Due(nowMs + afterMs, order++, input));
  }

  private void carryOut(Effect effect) {
    at(10, new EffectReport.Done(PBX, effect.id()));
    if (effect instanceof Effect.Ring ring) {
      at(3_000 + order % 1_000, new PbxInput.LegAnswered(PBX, ring.leg()));
    } else if (effect instanceof Effect.Bridge connect) {
      at(60_000, new PbxInput.LegEnded(PBX, connect.caller(), HangupReason.NORMAL));
    } else if (effect instanceof Effect.HangUp hangUp) {
      at(20, new PbxInput.LegEnded(PBX, hangUp.leg(), HangupReason.NORMAL));
    }
  }
}
