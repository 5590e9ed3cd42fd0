package org.turno.pbx.sim;

import org.turno.acd.input.HangupReason;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;

/** One person who calls: waits as long as patience lasts, talks, hangs up. */
final class SimulatedCaller implements Party {
  /** How long a caller endures silence before hanging up. */
  private static final long SILENCE_MS = 60_000;

  /** How long somebody at the fallback phone takes for a caller. */
  private static final long FALLBACK_TALK_MS = 120_000;

  /** Whoever presses a key does so that much sooner than others give up, on average. */
  private static final double PRESSES_EARLY = 4;

  private static final double AGENT_HANGS_UP_CHANCE = 0.15;

  private static final double ANSWERS_CALLBACK = 0.6;

  private final SimulatedExchange exchange;
  private final LineTraffic traffic;
  private final SimRandom random;
  private final FloorCounts counts;
  private boolean waiting = true;
  private boolean over;

  /** Counts what the caller noticed; what was planned before it no longer happens. */
  private int noticed;

  SimulatedCaller(
      SimulatedExchange exchange, LineTraffic traffic, SimRandom random, FloorCounts counts) {
    this.exchange = exchange;
    this.traffic = traffic;
    this.random = random;
    this.counts = counts;
  }

  void dial(CallerBook book) {
    counts.placed++;
    LineId line = traffic.line();
    LegId leg = exchange.call(line, book.wishes(line), book.identity(line), this);
    Key key = book.presses(line);
    if (key != null) {
      exchange
          .scheduler()
          .schedule(
              (long) random.exponential(traffic.patienceMeanMs() / PRESSES_EARLY),
              () -> press(leg, key));
    }
    if (!over && waiting) {
      later((long) random.exponential(traffic.patienceMeanMs()), () -> giveUp(leg));
    }
  }

  private void press(LegId leg, Key key) {
    if (!over && waiting) {
      exchange.press(leg, key);
    }
  }

  private void giveUp(LegId leg) {
    counts.gaveUp++;
    exchange.hangUp(leg);
  }

  /** Most people answer who asked to be called. */
  @Override
  public void calledBack(LegId leg) {
    over = false;
    if (random.chance(ANSWERS_CALLBACK)) {
      later(random.between(1_000, 15_000), () -> exchange.answer(leg));
    } else if (random.chance(0.4)) {
      later(random.between(500, 8_000), () -> exchange.reject(leg, HangupReason.BUSY));
    }
  }

  @Override
  public void talking(LegId leg) {
    if (waiting) {
      counts.talked++;
    }
    waiting = false;
    later((long) random.lognormal(traffic.talkMeanMs(), 1), () -> sayGoodbye(leg));
  }

  private void sayGoodbye(LegId leg) {
    LegId agent = exchange.talkingWith(leg);
    if (agent != null && random.chance(AGENT_HANGS_UP_CHANCE)) {
      exchange.hangUp(agent);
    } else {
      exchange.hangUp(leg);
    }
  }

  @Override
  public void alone(LegId leg) {
    later(SILENCE_MS, () -> exchange.hangUp(leg));
  }

  @Override
  public void sentOn(LegId leg, String extension) {
    waiting = false;
    counts.sentOn++;
    later((long) random.exponential(FALLBACK_TALK_MS), () -> exchange.hangUp(leg));
  }

  @Override
  public void ended(LegId leg) {
    noticed++;
    over = true;
  }

  private void later(long delayMs, Runnable what) {
    int now = ++noticed;
    exchange
        .scheduler()
        .schedule(
            delayMs,
            () -> {
              if (noticed == now) {
                what.run();
              }
            });
  }
}
