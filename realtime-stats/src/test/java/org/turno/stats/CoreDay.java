package org.turno.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
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
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/**
 * What a real core writes when callers, agents and a PBX do whatever comes to their minds, in any
 * order. The seed makes it all.
 */
final class CoreDay {
  private final Random random;
  private final ObservedChaos observed;
  private final AcdCore core = new AcdCore(new AcdState());
  private final DecisionLoop loop;
  private final List<Input> pending = new ArrayList<>();
  private final List<LegId> callers = new ArrayList<>();
  private final long meanGapMs;
  private FloorPlan plan;
  private long timeMs;
  private long steps;

  CoreDay(long seed, FloorPlan plan, long startMs, long meanGapMs) {
    this.random = new Random(seed);
    this.observed = new ObservedChaos(random);
    this.plan = plan.observing(List.of(ObservedChaos.PLAN));
    this.timeMs = startMs;
    this.meanGapMs = meanGapMs;
    this.loop = new DecisionLoop(core, forgetful(), this::perform);
  }

  /** The entries are handed to the test instead. */
  private static Journal forgetful() {
    return new Journal() {
      @Override
      public void append(Entry entry) {}

      @Override
      public void close() {}
    };
  }

  AcdState state() {
    return core.state();
  }

  /** The next entry: a timer that is due, or else anything. */
  Entry next() {
    long step = steps++;
    if (step < 2) {
      return loop.process(step == 0 ? new AdminInput.PlanLoaded(plan) : inventory(), timeMs);
    }
    timeMs += (long) (-Math.log(1 - random.nextDouble()) * meanGapMs);
    Input due = loop.due(timeMs);
    return loop.process(due == null ? anything() : due, timeMs);
  }

  private Input anything() {
    if (!pending.isEmpty() && random.nextInt(10) < 8) {
      return pending.remove(random.nextInt(Math.min(pending.size(), 3)));
    }
    if (random.nextInt(4) == 0) {
      return observed.next();
    }
    int dice = random.nextInt(100);
    if (dice < 20) {
      LegId leg = new LegId("caller" + steps);
      callers.add(leg);
      LineId line = plan.lines().get(random.nextInt(plan.lines().size())).id();
      return new PbxInput.CallArrived(TestPlans.PBX, leg, line);
    } else if (dice < 30 && !callers.isEmpty()) {
      LegId leg = callers.remove(random.nextInt(callers.size()));
      return random.nextInt(8) == 0
          ? new PbxInput.LegLeft(TestPlans.PBX, leg)
          : new PbxInput.LegEnded(TestPlans.PBX, leg, HangupReason.NORMAL);
    }
    if (dice < 35 && !core.state().contacts().isEmpty()) {
      return supervisorWish();
    }
    return dice < 99 ? agentWish() : rareInput();
  }

  private Input supervisorWish() {
    List<Contact> contacts = List.copyOf(core.state().contacts());
    ContactId id = contacts.get(random.nextInt(contacts.size())).id();
    return switch (random.nextInt(3)) {
      case 0 -> new SupervisorInput.SetPriority(id, random.nextInt(5), "test");
      case 1 -> new SupervisorInput.MoveTo(id, 1 + random.nextInt(3), "test");
      default -> {
        QueueId to = plan.queues().get(random.nextInt(plan.queues().size())).id();
        yield new SupervisorInput.Withdraw(id, new Destination.ToQueue(to), "test");
      }
    };
  }

  private Input agentWish() {
    AgentPlan agent = plan.agents().get(random.nextInt(plan.agents().size()));
    AgentId id = agent.id();
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new DeskInput.SignIn(id);
      case 3, 4, 5 -> new DeskInput.Ready(id);
      case 6 -> new DeskInput.Pause(id, "break");
      case 7 -> new DeskInput.EndWrapUp(id);
      case 8 -> random.nextBoolean() ? new DeskInput.Reject(id) : new DeskInput.SignOut(id);
      default -> {
        PhoneState[] states = PhoneState.values();
        int which = random.nextInt(states.length * 3);
        PhoneState state = which < states.length ? states[which] : PhoneState.FREE;
        yield new PbxInput.PhoneChanged(TestPlans.PBX, agent.phone(), state);
      }
    };
  }

  private Input rareInput() {
    return switch (random.nextInt(3)) {
      case 0 -> {
        pending.add(inventory());
        yield new PbxInput.LinkDown(TestPlans.PBX, "test");
      }
      case 1 -> inventory();
      default -> {
        boolean looks = random.nextInt(8) > 0;
        plan =
            TestPlans.floor(2 + random.nextInt(4), 4 + random.nextInt(8))
                .observing(looks ? List.of(ObservedChaos.PLAN) : List.of());
        yield new AdminInput.PlanLoaded(plan);
      }
    };
  }

  /** The PBX remembers nobody: every call of Turno's is lost. */
  private Input inventory() {
    callers.clear();
    return new PbxInput.Inventory(TestPlans.PBX, "test", List.of(), List.of(), List.of());
  }

  private void perform(Effect effect) {
    boolean fails = random.nextInt(12) == 0;
    pending.add(
        fails
            ? new EffectReport.Failed(
                TestPlans.PBX, effect.id(), EffectReport.Failure.REFUSED, "test")
            : new EffectReport.Done(TestPlans.PBX, effect.id()));
    Input consequence = fails ? null : consequence(effect);
    if (consequence != null) {
      pending.add(consequence);
    }
  }

  private @Nullable Input consequence(Effect effect) {
    return switch (effect) {
      case Effect.Ring ring -> {
        pending.add(new PbxInput.LegRinging(TestPlans.PBX, ring.leg()));
        yield random.nextInt(3) == 0
            ? new PbxInput.LegEnded(TestPlans.PBX, ring.leg(), HangupReason.REJECTED)
            : new PbxInput.LegAnswered(TestPlans.PBX, ring.leg());
      }
      case Effect.HangUp hangUp ->
          new PbxInput.LegEnded(TestPlans.PBX, hangUp.leg(), HangupReason.NORMAL);
      case Effect.SendToDialplan send -> new PbxInput.LegLeft(TestPlans.PBX, send.leg());
      case Effect.GiveBack back -> new PbxInput.LegLeft(TestPlans.PBX, back.leg());
      case Effect.OpenLine open -> new PbxInput.LegAnswered(TestPlans.PBX, open.leg());
      case Effect.CallBack call -> new PbxInput.LegAnswered(TestPlans.PBX, call.leg());
      case Effect.AskNumber ask -> null;
      case Effect.Park park -> null;
      case Effect.Announce announce -> null;
      case Effect.Listen listens -> null;
      case Effect.Bridge joins -> null;
      case Effect.DropBridge drop -> null;
    };
  }
}
