package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.PauseReason;

/** One agent's pauses, as events tell them, and the part of them that the ledger counts. */
final class AgentPausesModel {
  private final PauseLedger ledger;
  private @Nullable String reason;
  private boolean byTurno;
  private boolean overran;
  private @Nullable String breakReason;
  private long breakUntilMs;
  private @Nullable String planned;
  private long plannedAtMs;
  private @Nullable String counted;
  private long countedSinceMs;
  private long dayStartMs;
  private long paidMs;
  private long unpaidMs;

  AgentPausesModel(PauseLedger ledger) {
    this.ledger = ledger;
  }

  void none() {
    over();
    planned(null, 0);
  }

  void asked(String newReason, boolean newByTurno) {
    reason = newReason;
    byTurno = newByTurno;
    overran = false;
  }

  void over() {
    reason = null;
    byTurno = false;
    overran = false;
  }

  void planned(@Nullable String later, long atMs) {
    planned = later;
    plannedAtMs = atMs;
  }

  void overran(String of) {
    overran = true;
    ledger.overran(of);
  }

  /** A break after hard contacts goes before a pause. */
  void breakBegins(String newReason, long untilMs) {
    breakReason = newReason;
    breakUntilMs = untilMs;
  }

  void breakEnds() {
    breakReason = null;
    breakUntilMs = 0;
  }

  @Nullable String reason() {
    return breakReason == null ? reason : breakReason;
  }

  boolean byTurno() {
    return byTurno && breakReason == null;
  }

  /** After an entry: counts a pause that began, ended or got another reason. */
  void settle(boolean paused, long timeMs) {
    String now = paused ? reason() : null;
    String before = counted;
    if (before != null && !before.equals(now)) {
      long lengthMs = timeMs - Math.max(countedSinceMs, dayStartMs);
      if (ledger.reason(before).paid()) {
        paidMs += lengthMs;
      } else {
        unpaidMs += lengthMs;
      }
      ledger.ends(before, countedSinceMs, timeMs);
    }
    if (now != null && !now.equals(before)) {
      ledger.begins(now, timeMs);
      countedSinceMs = timeMs;
    }
    counted = now;
  }

  void startDay(long newDayStartMs) {
    dayStartMs = newDayStartMs;
    paidMs = 0;
    unpaidMs = 0;
  }

  AgentPause figures() {
    String shown = reason();
    PauseReason of = shown == null ? null : ledger.reason(shown);
    return new AgentPause(
        of == null ? null : of.textEs(),
        of == null ? null : of.textEn(),
        of == null ? 0 : of.limitMs(),
        overran,
        breakUntilMs,
        planned,
        plannedAtMs,
        paidMs,
        unpaidMs);
  }

  FiguresImage.Pauses image() {
    return new FiguresImage.Pauses(
        reason,
        byTurno,
        overran,
        planned,
        plannedAtMs,
        counted,
        countedSinceMs,
        dayStartMs,
        paidMs,
        unpaidMs,
        breakReason,
        breakUntilMs);
  }

  void restore(FiguresImage.Pauses image) {
    reason = image.reason();
    byTurno = image.byTurno();
    overran = image.overran();
    planned = image.planned();
    plannedAtMs = image.plannedAtMs();
    counted = image.counted();
    countedSinceMs = image.countedSinceMs();
    dayStartMs = image.dayStartMs();
    paidMs = image.paidMs();
    unpaidMs = image.unpaidMs();
    breakReason = image.breakReason();
    breakUntilMs = image.breakUntilMs();
  }
}
