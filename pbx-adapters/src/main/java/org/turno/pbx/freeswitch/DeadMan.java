package org.turno.pbx.freeswitch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.turno.pbx.freeswitch.esl.EslCommands;
import org.turno.pbx.freeswitch.esl.EslLink;
import org.turno.pbx.freeswitch.esl.EslReply;

/**
 * Keeps FreeSWITCH from taking callers on by itself, as long as Turno lives: for those who are
 * parked a timer each ({@code sched_transfer}) that is set anew all the time; for those to come a
 * variable that says until when the dialplan may hand them over. Used on the adapter's context
 * only.
 */
final class DeadMan {
  private static final long TICK_MS = 250;
  private static final long CLOCK_MS = 1_000;
  private static final int TAKES_CALLERS_SECONDS = 4;

  private final EslLink link;
  private final Legs legs;
  private final int seconds;
  private final BooleanSupplier lives;
  private long timer = -1;
  private long clockTimer = -1;

  /**
   * Armed by nothing yet.
   *
   * @param lives whether the link serves and decisions are being made
   */
  DeadMan(EslLink link, Legs legs, int seconds, BooleanSupplier lives) {
    this.link = link;
    this.legs = legs;
    this.seconds = seconds;
    this.lives = lives;
  }

  void start(Vertx vertx) {
    timer = vertx.setPeriodic(TICK_MS, id -> tick());
    clockTimer = vertx.setPeriodic(CLOCK_MS, id -> takeCallers());
  }

  void stop(Vertx vertx) {
    vertx.cancelTimer(timer);
    vertx.cancelTimer(clockTimer);
  }

  /** Sets a leg's timer anew. */
  Future<EslReply> arm(Leg leg) {
    leg.armNextNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 4;
    link.send(EslCommands.cancelTimers(leg.id.value())).onFailure(e -> {});
    return link.send(EslCommands.takeOnAfter(leg.id.value(), seconds));
  }

  /**
   * The dialplan may hand callers over for the next seconds. The question for the time is also what
   * shows that the link lives.
   */
  void takeCallers() {
    if (!link.isOpen()) {
      return;
    }
    link.send(EslCommands.clock())
        .onSuccess(
            reply -> {
              if (lives.getAsBoolean() && reply.value().matches("[0-9]{1,18}")) {
                long until = Long.parseLong(reply.value()) + TAKES_CALLERS_SECONDS;
                link.send(EslCommands.takesCallersUntil(until)).onFailure(e -> {});
              }
            });
  }

  /** New callers go to the fixed phones at once. */
  Future<EslReply> takeNoMore() {
    return link.send(EslCommands.takesCallersUntil(0));
  }

  private void tick() {
    if (!link.isOpen() || !lives.getAsBoolean()) {
      return;
    }
    long now = System.nanoTime();
    for (Leg leg : legs.all()) {
      if (leg.music != null && now - leg.armNextNanos >= 0) {
        arm(leg).onSuccess(reply -> gone(leg, reply));
      }
    }
  }

  private static void gone(Leg leg, EslReply reply) {
    if (reply.noChannel()) {
      leg.music = null;
    }
  }
}
