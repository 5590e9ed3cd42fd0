package org.turno.server.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.DoorInput;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.OfferId;

/**
 * What a journal tells of one day: who called when and with how much patience, how long each
 * talked, what agents did, and how they answered. It holds nothing that the distribution itself
 * brought about, so that the day can be lived again under another one.
 */
final class RecordedDay {
  /** How long the day is, whatever happened in it. */
  final long startMs;

  final long endMs;

  /** The configuration at its beginning, or the first one of the day. */
  private FloorPlan plan;

  private final List<Call> calls = new ArrayList<>();
  private final List<DeskMove> moves = new ArrayList<>();
  private final List<DoorMove> doors = new ArrayList<>();
  private final List<AgentId> signedInBefore = new ArrayList<>();
  private final List<Long> talksMs = new ArrayList<>();
  private final List<Long> wrapUpsMs = new ArrayList<>();
  private final List<Long> answersMs = new ArrayList<>();
  private long offers;
  private long unanswered;
  private long abandons;
  private long waitedMs;
  private final Map<ContactId, Call> live = new LinkedHashMap<>();
  private final Map<OfferId, Long> offeredMs = new LinkedHashMap<>();
  private final Map<AgentId, Long> wrapUpSinceMs = new LinkedHashMap<>();

  /** Something an agent asked for. */
  record DeskMove(long timeMs, DeskInput input) {}

  /** Something that was opened or closed, by its hours or by a supervisor. */
  record DoorMove(long timeMs, DoorInput input) {}

  /** One caller, as far as the caller alone decided. */
  static final class Call {
    final long arrivedMs;
    final LineId line;
    final CallWishes wishes;

    /** Until answered or until the caller left; -1 while neither is known. */
    long waitMs = -1;

    boolean abandoned;

    /** -1 where the caller was not served. */
    long talkMs = -1;

    Call(long arrivedMs, LineId line, CallWishes wishes) {
      this.arrivedMs = arrivedMs;
      this.line = line;
      this.wishes = wishes;
    }
  }

  private RecordedDay(LocalDate day, ZoneId zone, AcdState before) {
    startMs = day.atStartOfDay(zone).toInstant().toEpochMilli();
    endMs = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    plan = before.plan();
  }

  /**
   * Reads a day.
   *
   * @param before the state before the first of the entries; changed
   * @param entries in order; those of other days are passed over
   * @param progress told each entry
   * @param today told each entry of the day
   */
  static RecordedDay read(
      LocalDate day,
      ZoneId zone,
      AcdState before,
      Iterator<Entry> entries,
      Consumer<Entry> progress,
      Consumer<Entry> today) {
    RecordedDay recorded = new RecordedDay(day, zone, before);
    boolean begun = false;
    while (entries.hasNext()) {
      Entry entry = entries.next();
      progress.accept(entry);
      if (entry.timeMs() >= recorded.endMs) {
        break;
      }
      if (entry.timeMs() >= recorded.startMs) {
        if (!begun) {
          recorded.begins(before);
          recorded.beginsClosed(before);
          today.accept(recorded.floorAtStart(before));
          begun = true;
        }
        recorded.take(entry);
        today.accept(entry);
      }
      before.apply(entry);
      if (recorded.plan.lines().isEmpty() || !begun) {
        recorded.plan = before.plan();
      }
    }
    return recorded;
  }

  private void begins(AcdState state) {
    for (Agent agent : state.agents()) {
      if (agent.isSignedIn() && agent.pauseReason() == null) {
        signedInBefore.add(agent.id());
      }
    }
  }

  /** What was closed when the day began. */
  private void beginsClosed(AcdState state) {
    List<Door> all = new ArrayList<>();
    state.plan().lines().forEach(line -> all.add(Door.of(line.id())));
    state.plan().queues().forEach(queue -> all.add(Door.of(queue.id())));
    for (Door door : all) {
      QueueEvent.Forced said = state.forced(door);
      if (said != null) {
        DoorInput again =
            new DoorInput.Forced(door, said.open(), said.by(), said.why(), said.untilMs());
        doors.add(new DoorMove(startMs, again));
      } else if (!state.isOpen(door)) {
        doors.add(new DoorMove(startMs, new DoorInput.Scheduled(door, false, 0)));
      }
    }
  }

  /** For the figures: what the days before had brought about. */
  private Entry floorAtStart(AcdState state) {
    List<Event> events = new ArrayList<>();
    events.add(new SystemEvent.PlanApplied(state.plan()));
    state.plan().pbxs().forEach(pbx -> events.add(new PbxEvent.Connected(pbx.id(), "")));
    signedInBefore.forEach(agent -> events.add(new AgentEvent.SignedIn(agent)));
    long seq = Math.max(1, state.seq());
    return new Entry(seq, startMs, new AdminInput.Restarted(), events, List.of());
  }

  private void take(Entry entry) {
    if (entry.input() instanceof DeskInput move) {
      takeMove(entry.timeMs(), move);
    } else if (entry.input() instanceof DoorInput door) {
      doors.add(new DoorMove(entry.timeMs(), door));
    }
    for (Event event : entry.events()) {
      switch (event) {
        case ContactEvent e -> takeContact(entry, e);
        case OfferEvent e -> takeOffer(entry.timeMs(), e);
        case AgentEvent e -> takeAgent(entry.timeMs(), e);
        default -> {}
      }
    }
  }

  /** What depends on the offers and wrap-ups of that day is modelled, the rest is done again. */
  private void takeMove(long timeMs, DeskInput move) {
    switch (move) {
      case DeskInput.SignIn _, DeskInput.SignOut _, DeskInput.Ready _, DeskInput.Pause _ ->
          moves.add(new DeskMove(timeMs, move));
      case DeskInput.ExtendWrapUp _,
          DeskInput.EndWrapUp _,
          DeskInput.MarkHard _,
          DeskInput.EndBreak _,
          DeskInput.Reject _ -> {}
    }
  }

  private void takeContact(Entry entry, ContactEvent event) {
    if (event instanceof ContactEvent.Arrived arrived) {
      CallWishes wishes =
          entry.input() instanceof PbxInput.CallArrived call ? call.wishes() : arrived.wishes();
      Call call = new Call(entry.timeMs(), arrived.line(), wishes);
      calls.add(call);
      live.put(arrived.contact(), call);
    } else if (event instanceof ContactEvent.Connected connected) {
      Call call = live.get(connected.contact());
      if (call != null) {
        call.waitMs = connected.waitMs();
        waitedMs += connected.waitMs();
      }
    } else if (event instanceof ContactEvent.Ended ended) {
      Call call = live.remove(ended.contact());
      if (call != null) {
        ends(call, ended);
      }
    }
  }

  private void ends(Call call, ContactEvent.Ended ended) {
    switch (ended.outcome()) {
      case SERVED -> {
        call.talkMs = ended.talkMs();
        talksMs.add(ended.talkMs());
      }
      case ABANDONED -> {
        call.abandoned = true;
        call.waitMs = ended.waitMs();
        waitedMs += ended.waitMs();
        abandons++;
      }
      case OVERFLOWED,
          TURNED_AWAY,
          TAKEN_BY_PBX,
          LOST,
          UNSERVABLE,
          CALLBACK_FAILED,
          CALLBACK_MERGED,
          CALLBACK_CANCELLED,
          CALLBACK_EXPIRED -> {
        call.waitMs = ended.waitMs();
        waitedMs += ended.waitMs();
      }
    }
  }

  private void takeOffer(long timeMs, OfferEvent event) {
    switch (event) {
      case OfferEvent.Made e -> {
        offers++;
        offeredMs.put(e.offer(), timeMs);
      }
      case OfferEvent.Ringing _ -> {}
      case OfferEvent.Accepted e -> {
        Long madeMs = offeredMs.remove(e.offer());
        if (madeMs != null) {
          answersMs.add(timeMs - madeMs);
        }
      }
      case OfferEvent.Failed e -> {
        offeredMs.remove(e.offer());
        unanswered += e.why() == OfferEvent.Why.NO_ANSWER ? 1 : 0;
      }
    }
  }

  private void takeAgent(long timeMs, AgentEvent event) {
    if (event instanceof AgentEvent.WrapUpStarted) {
      wrapUpSinceMs.put(event.agent(), timeMs);
    } else if (event instanceof AgentEvent.WrapUpEnded) {
      Long sinceMs = wrapUpSinceMs.remove(event.agent());
      if (sinceMs != null) {
        wrapUpsMs.add(timeMs - sinceMs);
      }
    }
  }

  FloorPlan plan() {
    return plan;
  }

  List<Call> calls() {
    return calls;
  }

  /** What opened and closed, in order. */
  List<DoorMove> doors() {
    return doors;
  }

  List<DeskMove> moves() {
    return moves;
  }

  List<AgentId> signedInBefore() {
    return signedInBefore;
  }

  /** Conversations of the day, milliseconds, in order. */
  List<Long> talksMs() {
    return talksMs;
  }

  /** Wrap-ups of the day. */
  List<Long> wrapUpsMs() {
    return wrapUpsMs;
  }

  /** From the offer to the agent's answer. */
  List<Long> answersMs() {
    return answersMs;
  }

  /** The part of the offers that rang in vain. */
  double missed() {
    return offers == 0 ? 0 : (double) unanswered / offers;
  }

  /** The mean patience that the day's abandons and waits together show; 0 where nobody gave up. */
  double meanPatienceMs() {
    return abandons == 0 ? 0 : (double) waitedMs / abandons;
  }

  /** The day of a time. */
  static LocalDate dayOf(long timeMs, ZoneId zone) {
    return Instant.ofEpochMilli(timeMs).atZone(zone).toLocalDate();
  }

  /** When the first agent signed in, and until when the last one stayed. */
  @Nullable DeskMove lastMove() {
    return moves.isEmpty() ? null : moves.getLast();
  }
}
