package org.turno.pbx.sim;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.plan.Absence;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/** An agent, as the events tell. */
final class ModelAgent {
  AgentPlan plan;
  boolean configured = true;
  boolean signedIn;
  boolean leaving;
  boolean paused;

  /** When a pause asked for ahead is to begin; 0 for none. */
  long pauseAtMs;

  boolean wrappingUp;
  boolean retrying;
  long retryUntilMs;

  /** Offers left unanswered in a row, with those declined where they count as such. */
  int misses;

  /** Offers declined in a row. */
  int rejections;

  /** The queue of the last offer. */
  @Nullable QueueId offerQueue;

  /** What the agent wraps up, and until when at the latest; 0 for no limit. */
  @Nullable QueueId wrapUpQueue;

  boolean lineUp;
  int hardInRow;
  @Nullable ContactId lastHard;
  boolean breakOwed;
  long breakUntilMs;
  long wrapUpSinceMs;
  long wrapUpUntilMs;
  boolean linked;
  PhoneState phone = PhoneState.UNKNOWN;
  @Nullable LegId leg;
  @Nullable OfferId offer;
  @Nullable ContactId contact;
  boolean toldWorking;
  long idleSinceMs;
  long idleSeq;

  /** Since signing in. */
  long signedInMs;

  int contacts;
  long talkMs;
  long workMs;
  final Map<QueueId, Long> lastContactMs = new TreeMap<>();
  private long workSinceMs;
  private long talkSinceMs;
  private boolean talking;

  ModelAgent(AgentPlan plan) {
    this.plan = plan;
  }

  boolean working() {
    return offer != null || contact != null || wrappingUp;
  }

  /** Whether an absence holds, as the words of app_queue say. */
  boolean has(Absence absence) {
    return switch (absence) {
      case PAUSED -> paused || breakUntilMs != 0;
      case PENALTY -> false;
      case INUSE ->
          (contact != null && offer == null && !wrappingUp)
              || (phone == PhoneState.BUSY && leg == null);
      case RINGING -> offer != null;
      case UNAVAILABLE -> phone == PhoneState.UNREACHABLE && !lineUp;
      case INVALID -> !linked || (plan.answer() == AnswerMode.OFF_HOOK && !lineUp);
      case UNKNOWN -> phone == PhoneState.UNKNOWN && !lineUp;
      case WRAPUP -> wrappingUp;
    };
  }

  boolean free() {
    return !working() && restFree();
  }

  /** Whether only the wrap-up keeps the agent from being free. */
  boolean freeWithoutWrapUp() {
    return wrappingUp && !breakOwed && restFree();
  }

  private boolean ringable() {
    return plan.answer() != AnswerMode.OFF_HOOK
        && leg == null
        && phone != PhoneState.BUSY
        && phone != PhoneState.UNREACHABLE;
  }

  private boolean restFree() {
    return signedIn
        && !paused
        && breakUntilMs == 0
        && !retrying
        && linked
        && (lineUp || ringable());
  }

  void signIn(long timeMs, long seq) {
    signedIn = true;
    paused = false;
    leaving = false;
    signedInMs = timeMs;
    refusedNone();
    contacts = 0;
    talkMs = 0;
    workMs = 0;
    lastContactMs.clear();
    idle(timeMs, seq);
  }

  void work(long timeMs) {
    workSinceMs = timeMs;
  }

  void talk(@Nullable QueueId queue, long timeMs) {
    offer = null;
    refusedNone();
    talking = true;
    talkSinceMs = timeMs;
    contacts++;
    if (queue != null) {
      lastContactMs.put(queue, timeMs);
    }
  }

  /** An offer was not taken. */
  void refused(OfferEvent.Why why, boolean rejectionIsMiss) {
    boolean rejected = why == OfferEvent.Why.REJECTED;
    rejections += rejected ? 1 : 0;
    boolean missed = why == OfferEvent.Why.NO_ANSWER || (rejected && rejectionIsMiss);
    misses += missed ? 1 : 0;
  }

  /** The counts begin anew. */
  void refusedNone() {
    misses = 0;
    rejections = 0;
  }

  /** Finishes what a conversation left to do, for so long at most; -1 for no limit. */
  void wrapUp(QueueId queue, long limitMs, long timeMs) {
    wrappingUp = true;
    wrapUpQueue = queue;
    wrapUpSinceMs = timeMs;
    wrapUpUntilMs = limitMs > 0 ? timeMs + limitMs : 0;
    work(timeMs);
  }

  /** Another was quicker: as if this agent had never been asked. */
  void answeredElsewhere() {
    offer = null;
    contact = null;
  }

  /** Nothing in hand any more. */
  void idle(long timeMs, long seq) {
    if (talking) {
      talkMs += timeMs - talkSinceMs;
    }
    if (working()) {
      workMs += timeMs - workSinceMs;
    }
    talking = false;
    offer = null;
    contact = null;
    wrappingUp = false;
    idleSinceMs = timeMs;
    idleSeq = seq;
  }

  /** Thousandths of the time from signing in to becoming idle. */
  int occupancyPermille() {
    long forMs = idleSinceMs - signedInMs;
    return forMs <= 0 ? 0 : (int) Math.min(1000, workMs * 1000 / forMs);
  }

  /** Hard contacts and the break after them. */
  void apply(AgentEvent.Hard event, long timeMs, long seq) {
    switch (event) {
      case AgentEvent.Hard.ContactMarked e -> {
        FloorModel.require(e.inRow() == hardInRow + 1, "BreakIsTaken", "counts wrongly", e);
        hardInRow = e.inRow();
        lastHard = e.contact();
      }
      case AgentEvent.Hard.RowEnded e -> hardInRow = 0;
      case AgentEvent.Hard.BreakOwed e -> breakOwed = true;
      case AgentEvent.Hard.BreakStarted e -> {
        FloorModel.require(!working() && breakOwed, "BreakIsTaken", "starts at work", e);
        breakOwed = false;
        breakUntilMs = e.untilMs();
      }
      case AgentEvent.Hard.BreakEnded e -> {
        FloorModel.require(
            !e.by().isEmpty() || timeMs >= breakUntilMs, "BreakIsTaken", "ends too soon", e);
        hardInRow = e.by().isEmpty() ? 0 : hardInRow;
        breakOwed = false;
        breakUntilMs = 0;
        if (!working()) {
          restartIdle(timeMs, seq);
        }
      }
    }
  }

  void restartIdle(long timeMs, long seq) {
    idleSinceMs = timeMs;
    idleSeq = seq;
  }
}
