package org.turno.pbx.asterisk;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.turno.acd.plan.LineId;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriReply;
import org.turno.pbx.asterisk.ari.AriRequests;

/**
 * Keeps the dead man's switch of parked legs armed: a timer inside Asterisk that takes the caller
 * to extension T when nobody sets it anew. Used on the adapter's context only.
 */
final class DeadMan {
  /** Marks a leg as one that waited with Turno, for the inventories of a later process. */
  static final String MARK = "TURNO_LINE";

  private static final long TICK_MS = 250;

  private final AriLink link;
  private final AriRequests ari;
  private final Legs legs;
  private final int seconds;
  private final BooleanSupplier deciding;
  private long timer = -1;

  DeadMan(AriLink link, AriRequests ari, Legs legs, int seconds, BooleanSupplier deciding) {
    this.link = link;
    this.ari = ari;
    this.legs = legs;
    this.seconds = seconds;
    this.deciding = deciding;
  }

  int seconds() {
    return seconds;
  }

  void start(Vertx vertx) {
    timer = vertx.setPeriodic(TICK_MS, id -> tick());
  }

  void stop(Vertx vertx) {
    vertx.cancelTimer(timer);
  }

  /** The leg has just been armed. */
  void armed(Leg leg) {
    leg.armNextNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 4;
  }

  void mark(LineId line, String leg) {
    link.send(ari.set(leg, MARK, line.value())).onFailure(e -> {});
  }

  private void tick() {
    if (!link.isOpen() || !deciding.getAsBoolean()) {
      return;
    }
    long now = System.nanoTime();
    for (Leg leg : legs.all()) {
      if (leg.music != null && now - leg.armNextNanos >= 0) {
        armed(leg);
        link.send(ari.deadMan(leg.id.value(), seconds)).onSuccess(reply -> gone(leg, reply));
      }
    }
  }

  private static void gone(Leg leg, AriReply reply) {
    if (reply.status() == 404) {
      leg.music = null;
    }
  }
}
