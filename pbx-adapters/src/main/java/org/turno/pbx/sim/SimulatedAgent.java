package org.turno.pbx.sim;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.InputSink;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.HangupReason;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PhoneId;

/**
 * One agent with a phone and a desk: signs in, answers, now and then misses or declines, wraps up,
 * takes pauses. Knows only what the phone does and what the desk replies.
 */
final class SimulatedAgent implements Party {
  private static final long TRY_AGAIN_MS = 10_000;

  /**
   * Clicks of one wish until the agent lets it be: unanswered ones, and ones that were too early.
   */
  private static final int MAX_TRIES = 30;

  /** Part of the pauses that are asked for ahead, and how long ahead at most. */
  private static final double PLANNED = 0.1;

  private static final long PLANNED_WITHIN_MS = 120_000;

  /** Part of the conversations that were hard. */
  private static final double HARD = 0.15;

  /** Part of the conversations after which the agent hangs up a line that should stay open. */
  private static final double HANGS_UP_THE_LINE = 0.05;

  private static final double LINE_WRAP_UP_MS = 10_000;

  /** Part of the conversations after which a supervisor looks whether a break can be ended. */
  private static final double ENDS_BREAK = 0.03;

  /** Part of the wrap-ups that the agent wants to last longer. */
  private static final double NEEDS_MORE_TIME = 0.1;

  private static final int MAX_EARLY_TRIES = 7;

  private final AgentId id;
  private final PhoneId phone;
  private final SimulatedExchange exchange;
  private final InputSink sink;
  private final AgentHabits habits;
  private final Function<LineId, LineTraffic> trafficOf;
  private final SimRandom random;
  private @Nullable LegId leg;

  /** The leg of a line that stays open. */
  private @Nullable LegId line;

  private final boolean keepsLine;
  private @Nullable LineTraffic subject;
  private boolean talked;
  private long awayUntilMs;

  /** Counts the offers that rang; a wrap-up that precedes one is over. */
  private int rung;

  SimulatedAgent(
      AgentPlan plan,
      SimulatedExchange exchange,
      InputSink sink,
      AgentHabits habits,
      Function<LineId, LineTraffic> trafficOf,
      SimRandom random) {
    this.id = plan.id();
    this.phone = plan.phone();
    this.keepsLine = plan.answer() == AnswerMode.OFF_HOOK;
    this.exchange = exchange;
    this.sink = sink;
    this.habits = habits;
    this.trafficOf = trafficOf;
    this.random = random;
  }

  void begin() {
    exchange.install(phone, this);
    long inMs = habits.signInWithinMs() == 0 ? 0 : random.between(0, habits.signInWithinMs());
    after(inMs, this::comeIn);
    every(habits.pauseEveryMs(), this::pause);
    every(habits.privateCallEveryMs(), this::callPrivately);
    every(habits.unregisteredEveryMs(), this::losePhone);
    every(habits.signOutEveryMs(), this::goAway);
  }

  private void comeIn() {
    ask(new DeskInput.SignIn(id), 0);
  }

  private void pause() {
    int reason = (int) random.between(0, habits.pauseReasons().size() - 1);
    long inMs = random.chance(PLANNED) ? random.between(1_000, PLANNED_WITHIN_MS) : 0;
    ask(new DeskInput.Pause(id, habits.pauseReasons().get(reason), inMs), 0);
    after(inMs + (long) random.exponential((double) habits.pauseMeanMs()), this::getReady);
  }

  private void getReady() {
    ask(new DeskInput.Ready(id), 0);
  }

  private void callPrivately() {
    if (leg == null) {
      exchange.setPrivatelyBusy(phone, true);
      after(random.between(10_000, 90_000), () -> exchange.setPrivatelyBusy(phone, false));
    }
  }

  /** Off at the switch, or a pulled cable that nobody at the PBX notices. */
  private void losePhone() {
    long forMs = random.between(5_000, 60_000);
    if (random.chance(0.5)) {
      exchange.setRegistered(phone, false);
      after(forMs, () -> exchange.setRegistered(phone, true));
    } else if (leg == null) {
      exchange.setPlugged(phone, false);
      after(forMs, () -> exchange.setPlugged(phone, true));
    }
  }

  private void goAway() {
    ask(new DeskInput.SignOut(id), 0);
    after(random.between(60_000, 240_000), this::comeIn);
  }

  // ---- the phone

  @Override
  public void rings(LegId ringing, LineId line, String display) {
    leg = ringing;
    rung++;
    talked = false;
    subject = trafficOf.apply(line);
    if (exchange.scheduler().nowMs() < awayUntilMs) {
      return;
    }
    if (random.chance(habits.missChance())) {
      long awayMs = random.between(15_000, Math.max(15_000, habits.awayMaxMs()));
      awayUntilMs = exchange.scheduler().nowMs() + awayMs;
      after(awayMs, this::getReady);
      return;
    }
    long reactionMs = 500 + (long) random.lognormal((double) habits.answerMeanMs(), 0.5);
    boolean declines = random.chance(habits.rejectChance());
    int manner = (int) random.between(0, 2);
    after(
        reactionMs,
        () -> {
          if (declines) {
            decline(ringing, manner);
          } else {
            exchange.answer(ringing);
          }
        });
  }

  @Override
  public void opensLine(LegId ringing) {
    if (keepsLine) {
      line = ringing;
    } else { // somebody is about to be called back
      leg = ringing;
      rung++;
      talked = false;
      subject = null;
    }
    if (exchange.scheduler().nowMs() < awayUntilMs || random.chance(habits.missChance())) {
      return;
    }
    after(
        500 + (long) random.lognormal((double) habits.answerMeanMs(), 0.5),
        () -> exchange.answer(ringing));
  }

  /** On the phone, at the desk, or by picking up and putting down at once. */
  private void decline(LegId ringing, int manner) {
    if (manner == 0) {
      exchange.reject(ringing, random.chance(0.5) ? HangupReason.REJECTED : HangupReason.BUSY);
    } else if (manner == 1) {
      exchange.answer(ringing);
      after(random.between(0, 8), () -> exchange.hangUp(ringing));
    } else if (ringing.equals(leg)) {
      ask(new DeskInput.Reject(id), 0);
    }
  }

  @Override
  public void talking(LegId of) {
    talked = true;
    rung += of.equals(line) ? 1 : 0;
  }

  @Override
  public void alone(LegId of) {
    if (of.equals(line)) {
      lineFallsSilent(of);
      return;
    }
    after(random.between(1_000, 3_000), () -> hangUpSilence(of));
  }

  /** The line stays open; now and then somebody hangs up out of habit. */
  private void lineFallsSilent(LegId of) {
    if (random.chance(HANGS_UP_THE_LINE)) {
      after(random.between(0, 3_000), () -> exchange.hangUp(of));
    }
    finishes(LINE_WRAP_UP_MS);
  }

  private void hangUpSilence(LegId of) {
    if (of.equals(leg) && exchange.talkingWith(of) == null) {
      exchange.hangUp(of);
    }
  }

  @Override
  public void ended(LegId of) {
    if (of.equals(line)) {
      line = null;
      after(random.between(3_000, 60_000), this::getReady);
    }
    if (!of.equals(leg)) {
      return;
    }
    leg = null;
    finishes(subject == null ? LINE_WRAP_UP_MS : subject.wrapUpMeanMs());
  }

  /** The work after a conversation. */
  private void finishes(double meanMs) {
    if (talked && !random.chance(habits.letLimitRunChance())) {
      int endedBefore = rung;
      long wrapUpMs = (long) random.lognormal(meanMs, 1);
      if (random.chance(ENDS_BREAK)) {
        DeskInput end = new DeskInput.EndBreak(id, "supervisor", "rested enough");
        after(wrapUpMs + random.between(0, 60_000), () -> ask(end, MAX_TRIES));
      }
      if (random.chance(HARD)) {
        DeskInput hard = new DeskInput.MarkHard(id, id.value());
        after(random.between(0, wrapUpMs), () -> ask(hard, MAX_TRIES));
      }
      if (random.chance(NEEDS_MORE_TIME)) {
        after(wrapUpMs / 2, () -> ask(new DeskInput.ExtendWrapUp(id), MAX_TRIES));
      }
      after(wrapUpMs, () -> endWrapUp(endedBefore, 0));
    }
  }

  private void endWrapUp(int endedBefore, int tries) {
    if (rung == endedBefore && leg == null) {
      ask(new DeskInput.EndWrapUp(id), tries);
    }
  }

  // ---- the desk

  /** Clicks; whoever gets no reply clicks again, as people do. */
  private void ask(DeskInput wish, int tries) {
    int before = rung;
    var _ =
        sink.submit(wish)
            .handle(
                (entry, failure) -> {
                  boolean heeded = failure == null && entry != null && heeded(entry, wish);
                  if (!heeded && tries < (failure == null ? MAX_EARLY_TRIES : MAX_TRIES)) {
                    after(TRY_AGAIN_MS, () -> askAgain(wish, before, tries + 1));
                  }
                  return heeded;
                });
  }

  private void askAgain(DeskInput wish, int before, int tries) {
    if (wish instanceof DeskInput.EndWrapUp) {
      endWrapUp(before, tries);
    } else if (!(wish instanceof DeskInput.Reject)) {
      ask(wish, tries);
    }
  }

  /** A wrap-up that the desk does not know of yet may still begin; other wishes are settled. */
  private static boolean heeded(Entry entry, DeskInput wish) {
    return !(wish instanceof DeskInput.EndWrapUp)
        || entry.events().stream().noneMatch(SystemEvent.InputIgnored.class::isInstance);
  }

  private void after(long delayMs, Runnable what) {
    exchange.scheduler().schedule(delayMs, what);
  }

  private void every(long meanMs, Runnable what) {
    if (meanMs > 0) {
      after(
          (long) random.exponential((double) meanMs),
          () -> {
            what.run();
            every(meanMs, what);
          });
    }
  }
}
