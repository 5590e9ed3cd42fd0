package org.turno.load.theory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.Journal;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;

/**
 * The production core in its own time, on a floor as theory has it: a PBX that needs no time for
 * anything, agents who answer at once. Every figure is taken from the core's events. One floor is
 * one replication; the same seed gives the same one.
 */
final class TheoryFloor {
  static final PbxId PBX = new PbxId("pbx");
  private static final long START_MS = 1_800_000_000_000L;

  private final Setting setting;
  private final DecisionLoop loop;
  private final Queue<Input> atOnce = new ArrayDeque<>();
  private final PriorityQueue<Due> later = new PriorityQueue<>();
  private final Map<LegId, Call> calls = new HashMap<>();
  private final Map<ContactId, Call> contacts = new HashMap<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final List<SplittableRandom> arrivals = new ArrayList<>();
  private final SplittableRandom patience;
  private final SplittableRandom talk;
  private long nowMs = START_MS;
  private int came;
  private int countedOver;
  private long dueOrder;

  /** A caller on the floor. */
  private static final class Call {
    private final LegId leg;
    private final int callers;
    private final boolean counted;
    private boolean answered;

    private Call(LegId leg, int callers, boolean counted) {
      this.leg = leg;
      this.callers = callers;
      this.counted = counted;
    }
  }

  /**
   * Something that happens later.
   *
   * @param call whose patience or talk ends; null where the next one of the callers comes
   * @param afterAnswer what ends is the talk
   */
  private record Due(double atMs, long order, int callers, @Nullable Call call, boolean afterAnswer)
      implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Double.compare(atMs, other.atMs);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private TheoryFloor(Setting setting, long seed) {
    this.setting = setting;
    this.loop = new DecisionLoop(new AcdCore(new AcdState()), noJournal(), this::carryOut);
    SplittableRandom random = new SplittableRandom(seed);
    this.patience = random.split();
    this.talk = random.split();
    setting.callers().forEach(c -> arrivals.add(random.split()));
    setting.callers().forEach(c -> tallies.add(new Tally(c.targetMs())));
  }

  /**
   * Lives one replication.
   *
   * @return what became of the counted calls, by line
   */
  static List<Tally> live(Setting setting, long seed) {
    TheoryFloor floor = new TheoryFloor(setting, seed);
    floor.open();
    while (floor.countedOver < setting.countedCalls()) {
      floor.step();
    }
    return floor.tallies;
  }

  private void open() {
    take(new AdminInput.JournalStarted("theory"));
    take(new AdminInput.PlanLoaded(setting.plan()));
    take(new PbxInput.Inventory(PBX, "theory", List.of(), List.of(), List.of()));
    for (AgentPlan agent : setting.plan().agents()) {
      take(new DeskInput.SignIn(agent.id()));
    }
    for (int i = 0; i < setting.callers().size(); i++) {
      nextCaller(i, (double) nowMs);
    }
  }

  private void step() {
    Due next = later.remove();
    Long timerMs = loop.state().nextDeadlineMs();
    while (timerMs != null && timerMs <= next.atMs) {
      nowMs = timerMs;
      take(loop.due(nowMs));
      timerMs = loop.state().nextDeadlineMs();
    }
    nowMs = (long) next.atMs;
    Call call = next.call;
    if (call == null) {
      arrive(next);
    } else if (call.answered == next.afterAnswer && calls.containsKey(call.leg)) {
      take(new PbxInput.LegEnded(PBX, call.leg, HangupReason.NORMAL));
    }
  }

  private void arrive(Due due) {
    if (came == setting.warmUpCalls() + setting.countedCalls()) {
      return;
    }
    Callers callers = setting.callers().get(due.callers);
    came++;
    Call call = new Call(new LegId("w" + came), due.callers, came > setting.warmUpCalls());
    calls.put(call.leg, call);
    nextCaller(due.callers, due.atMs);
    later(callers.patience().draw(patience), due.atMs, call, false);
    take(new PbxInput.CallArrived(PBX, call.leg, callers.line()));
  }

  private void nextCaller(int index, double afterMs) {
    double gapS = arrivals.get(index).nextExponential() / setting.callers().get(index).callsPerS();
    later.add(new Due(afterMs + 1000 * gapS, dueOrder++, index, null, false));
  }

  private void later(double inS, double afterMs, Call call, boolean afterAnswer) {
    if (inS < Double.POSITIVE_INFINITY) {
      later.add(new Due(afterMs + 1000 * inS, dueOrder++, call.callers, call, afterAnswer));
    }
  }

  /** Has the core decide, and all that follows from it at the same instant. */
  private void take(@Nullable Input first) {
    for (Input input = first; input != null; input = atOnce.poll()) {
      Entry entry = loop.process(input, nowMs);
      for (Event event : entry.events()) {
        if (event instanceof ContactEvent told) {
          note(told);
        }
      }
    }
  }

  private void note(ContactEvent event) {
    if (event instanceof ContactEvent.Arrived arrived) {
      contacts.put(arrived.contact(), known(calls.get(arrived.leg())));
    } else if (event instanceof ContactEvent.Connected connected) {
      Call call = known(contacts.get(connected.contact()));
      call.answered = true;
      later(setting.callers().get(call.callers).talk().draw(talk), (double) nowMs, call, true);
      fate(call, tally -> tally.answered(connected.waitMs()));
    } else if (event instanceof ContactEvent.Ended ended) {
      over(known(contacts.remove(ended.contact())), ended);
    }
  }

  private void over(Call call, ContactEvent.Ended ended) {
    calls.remove(call.leg);
    switch (ended.outcome()) {
      case SERVED -> {}
      case ABANDONED -> fate(call, tally -> tally.abandoned(ended.waitMs()));
      case OVERFLOWED -> fate(call, Tally::refused);
      case TURNED_AWAY,
          TAKEN_BY_PBX,
          LOST,
          UNSERVABLE,
          CALLBACK_FAILED,
          CALLBACK_MERGED,
          CALLBACK_CANCELLED,
          CALLBACK_EXPIRED ->
          throw new IllegalStateException("nothing here should end a call so: " + ended);
    }
  }

  private void fate(Call call, Consumer<Tally> what) {
    if (call.counted) {
      what.accept(tallies.get(call.callers));
      countedOver++;
    }
  }

  private static Call known(@Nullable Call call) {
    if (call == null) {
      throw new IllegalStateException("the core speaks of a call that nobody made");
    }
    return call;
  }

  /** The PBX and the agents: all is done at once and reported in order. */
  private void carryOut(Effect effect) {
    atOnce.add(new EffectReport.Done(PBX, effect.id()));
    switch (effect) {
      case Effect.Ring ring -> atOnce.add(new PbxInput.LegAnswered(PBX, ring.leg()));
      case Effect.OpenLine open -> atOnce.add(new PbxInput.LegAnswered(PBX, open.leg()));
      case Effect.HangUp hangUp ->
          atOnce.add(new PbxInput.LegEnded(PBX, hangUp.leg(), HangupReason.NORMAL));
      case Effect.SendToDialplan send -> atOnce.add(new PbxInput.LegLeft(PBX, send.leg()));
      case Effect.GiveBack back -> atOnce.add(new PbxInput.LegLeft(PBX, back.leg()));
      case Effect.CallBack call -> atOnce.add(new PbxInput.LegAnswered(PBX, call.leg()));
      case Effect.AskNumber ask -> {}
      case Effect.Listen listen -> {}
      case Effect.Park park -> {}
      case Effect.Announce announce -> {}
      case Effect.Bridge bridge -> {}
      case Effect.DropBridge drop -> {}
    }
  }

  private static Journal noJournal() {
    return new Journal() {
      @Override
      public void append(Entry entry) {}

      @Override
      public void close() {}
    };
  }
}
