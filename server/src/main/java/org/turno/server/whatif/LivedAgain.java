package org.turno.server.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.Journal;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.Event;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneState;

/**
 * Lives a recorded day again: the production core decides, in the day's own time, and the people do
 * what the record says of them. Who hung up then hangs up after the same wait; who was answered
 * then has at least that much patience and then as much as the day's callers show on the whole.
 * Agents come, pause and go as they did; agents whom the record does not know work from the first
 * to the last hour of the others. The same record and configuration give the same day.
 */
final class LivedAgain {
  private static final long REPORT_MS = 20;

  /** Whoever works off the hook picks up so soon. */
  private static final long LINE_OPENS_MS = 3_000;

  private static final long RINGING_MS = 150;
  private static final long ANNOUNCEMENT_MS = 5_000;
  private static final long DRAIN_MS = 4 * 3_600_000L;

  private final RecordedDay day;
  private final FloorPlan plan;
  private final DayLived figures;
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final Map<LegId, RecordedDay.Call> callOf = new HashMap<>();
  private final Map<LegId, Integer> tries = new HashMap<>();
  private final Set<LegId> gone = new HashSet<>();
  private final DecisionLoop loop;
  private final Set<LineId> missingLines = new TreeSet<>();
  private long nowMs;
  private long order;
  private long skipped;

  private record Due(long timeMs, long order, @Nullable Input input, @Nullable LegId gaveUp)
      implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(timeMs, other.timeMs);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  LivedAgain(RecordedDay day, FloorPlan plan, DayLived figures) {
    this.day = day;
    this.plan = plan;
    this.figures = figures;
    this.nowMs = day.startMs;
    this.loop = new DecisionLoop(new AcdCore(new AcdState()), new Counted(), this::carryOut);
  }

  /** Entries go to the figures and nowhere else. */
  private final class Counted implements Journal {
    @Override
    public void append(Entry entry) {
      figures.apply(entry);
      entry.events().forEach(LivedAgain.this::observe);
    }

    @Override
    public void close() {}
  }

  /**
   * Lives it.
   *
   * @param progress told the part that is over
   */
  void live(DoubleConsumer progress) {
    begin();
    long shown = 0;
    long limitMs = day.endMs + DRAIN_MS;
    while (!due.isEmpty() && nowMs < limitMs) {
      Due next = due.element();
      Input timer = loop.due(next.timeMs() - 1);
      if (timer != null) {
        nowMs = Math.max(nowMs, timeOf(next));
        loop.process(timer, nowMs);
      } else {
        due.remove();
        nowMs = Math.max(nowMs, next.timeMs());
        happens(next);
      }
      long minutes = (nowMs - day.startMs) / 60_000;
      if (minutes > shown) {
        shown = minutes;
        progress.accept(Math.min(1, (double) (nowMs - day.startMs) / (day.endMs - day.startMs)));
      }
    }
    figures.ends();
  }

  /** A timer's own time; it is due before what comes next. */
  private long timeOf(Due next) {
    Long deadlineMs = loop.state().nextDeadlineMs();
    return deadlineMs == null ? next.timeMs() : Math.min(next.timeMs(), deadlineMs);
  }

  private void happens(Due next) {
    LegId gaveUp = next.gaveUp();
    if (gaveUp != null) {
      Contact contact = contactOf(gaveUp);
      if (contact != null && waits(contact)) {
        hangsUp(gaveUp);
      }
    } else if (next.input() != null && !isOver(next.input())) {
      loop.process(next.input(), nowMs);
    }
  }

  private static boolean waits(Contact contact) {
    return switch (contact.state()) {
      case WAITING, OFFERED -> true;
      case CONNECTING, TALKING -> false;
    };
  }

  private boolean isOver(Input input) {
    return input instanceof PbxInput.LegEnded ended && !gone.add(ended.leg());
  }

  private void hangsUp(LegId leg) {
    if (gone.add(leg)) {
      loop.process(new PbxInput.LegEnded(pbxOf(leg), leg, HangupReason.NORMAL), nowMs);
    }
  }

  private @Nullable Contact contactOf(LegId leg) {
    for (Contact contact : loop.state().contacts()) {
      if (contact.leg().equals(leg)) {
        return contact;
      }
    }
    return null;
  }

  private PbxId pbxOf(LegId leg) {
    Contact contact = contactOf(leg);
    return contact == null ? firstPbx() : contact.pbx();
  }

  private PbxId firstPbx() {
    return plan.pbxs().isEmpty() ? new PbxId("pbx") : plan.pbxs().getFirst().id();
  }

  private void begin() {
    loop.process(new AdminInput.JournalStarted("whatif"), nowMs);
    loop.process(new AdminInput.PlanLoaded(plan), nowMs);
    for (PbxPlan pbx : plan.pbxs()) {
      List<PhoneSnapshot> phones = new ArrayList<>();
      for (AgentPlan agent : plan.agents()) {
        if (agent.phone().pbx().equals(pbx.id())) {
          phones.add(new PhoneSnapshot(agent.phone(), PhoneState.FREE));
        }
      }
      loop.process(new PbxInput.Inventory(pbx.id(), "record", List.of(), List.of(), phones), nowMs);
    }
    day.doors().forEach(move -> at(move.timeMs(), move.input()));
    agentsWork();
    callersCall();
  }

  private void agentsWork() {
    Set<AgentId> known = new LinkedHashSet<>(day.signedInBefore());
    day.signedInBefore().forEach(agent -> at(day.startMs, new DeskInput.SignIn(agent)));
    long firstMs = day.endMs;
    for (RecordedDay.DeskMove move : day.moves()) {
      known.add(move.input().agent());
      at(move.timeMs(), move.input());
      firstMs = Math.min(firstMs, move.timeMs());
    }
    if (!day.signedInBefore().isEmpty()) {
      firstMs = day.startMs;
    }
    RecordedDay.DeskMove last = day.lastMove();
    for (AgentPlan agent : plan.agents()) {
      if (!known.contains(agent.id())) {
        at(firstMs, new DeskInput.SignIn(agent.id()));
        if (last != null) {
          at(last.timeMs(), new DeskInput.SignOut(agent.id()));
        }
      }
    }
  }

  private void callersCall() {
    Set<LineId> lines = new HashSet<>();
    for (LinePlan line : plan.lines()) {
      lines.add(line.id());
    }
    long number = 0;
    for (RecordedDay.Call call : day.calls()) {
      number++;
      if (!lines.contains(call.line)) {
        missingLines.add(call.line);
        skipped++;
        continue;
      }
      LegId leg = new LegId("caller-" + number);
      callOf.put(leg, call);
      at(call.arrivedMs, new PbxInput.CallArrived(firstPbx(), leg, call.line, call.wishes));
      long patienceMs = patienceMs(call, number);
      if (patienceMs >= 0) {
        due.add(new Due(call.arrivedMs + patienceMs, order++, null, leg));
      }
    }
  }

  /** -1 for one who waits however long it takes. */
  private long patienceMs(RecordedDay.Call call, long number) {
    if (call.abandoned) {
      return call.waitMs;
    }
    double mean = day.meanPatienceMs();
    if (mean == 0) {
      return -1;
    }
    double more = -Math.log(1 - random(number, 1).nextDouble()) * mean;
    return Math.max(0, call.waitMs) + (long) more;
  }

  private static SplittableRandom random(long number, int use) {
    return new SplittableRandom(number * 31 + use);
  }

  private void at(long timeMs, Input input) {
    due.add(new Due(Math.max(timeMs, day.startMs), order++, input, null));
  }

  private static long drawn(List<Long> all, long number, int use, long otherwise) {
    return all.isEmpty() ? otherwise : all.get(random(number, use).nextInt(all.size()));
  }

  private void carryOut(Effect effect) {
    PbxId pbx = effect.pbx();
    at(nowMs + REPORT_MS, new EffectReport.Done(pbx, effect.id()));
    switch (effect) {
      case Effect.Ring ring -> {
        at(nowMs + RINGING_MS, new PbxInput.LegRinging(pbx, ring.leg()));
        // by caller and try, so that the same happens to the same people under each configuration
        long draw = number(ring.caller()) * 64 + tries.merge(ring.caller(), 1, Integer::sum);
        if (random(draw, 5).nextDouble() >= day.missed()) {
          long answerMs = drawn(day.answersMs(), draw, 2, 4_000);
          at(nowMs + Math.max(RINGING_MS, answerMs), new PbxInput.LegAnswered(pbx, ring.leg()));
        }
      }
      case Effect.OpenLine open ->
          at(nowMs + LINE_OPENS_MS, new PbxInput.LegAnswered(pbx, open.leg()));
      case Effect.CallBack call ->
          at(nowMs + LINE_OPENS_MS, new PbxInput.LegAnswered(pbx, call.leg()));
      case Effect.Bridge connect -> {
        RecordedDay.Call call = callOf.get(connect.caller());
        long talkMs =
            call != null && call.talkMs >= 0
                ? call.talkMs
                : drawn(day.talksMs(), number(connect.caller()), 3, 180_000);
        at(
            nowMs + REPORT_MS + talkMs,
            new PbxInput.LegEnded(pbx, connect.caller(), HangupReason.NORMAL));
      }
      case Effect.HangUp hangUp ->
          at(nowMs + REPORT_MS + 5, new PbxInput.LegEnded(pbx, hangUp.leg(), HangupReason.NORMAL));
      case Effect.SendToDialplan send ->
          at(nowMs + REPORT_MS + 5, new PbxInput.LegLeft(pbx, send.leg()));
      case Effect.GiveBack back -> at(nowMs + REPORT_MS + 5, new PbxInput.LegLeft(pbx, back.leg()));
      case Effect.Announce announce -> {
        if (announce.after() == Effect.Announce.After.HANG_UP) {
          at(
              nowMs + ANNOUNCEMENT_MS,
              new PbxInput.LegEnded(pbx, announce.leg(), HangupReason.NORMAL));
        }
      }
      case Effect.Park _, Effect.DropBridge _, Effect.AskNumber _, Effect.Listen _ -> {}
    }
  }

  private static long number(LegId caller) {
    return caller.value().hashCode();
  }

  private void observe(Event event) {
    if (event instanceof AgentEvent.WrapUpStarted started) {
      long wrapUpMs = drawn(day.wrapUpsMs(), started.contact().hashCode(), 4, 30_000);
      at(nowMs + wrapUpMs, new DeskInput.EndWrapUp(started.agent()));
    }
  }

  /** Callers of lines that the configuration does not have: they are left out. */
  long skipped() {
    return skipped;
  }

  /** Those lines. */
  Set<LineId> missingLines() {
    return missingLines;
  }
}
