package org.turno.server.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.PauseReason;
import org.turno.stats.AgentFigures;
import org.turno.stats.AgentPause;
import org.turno.stats.Calibration;
import org.turno.stats.ContactFigures;
import org.turno.stats.FloorFigures;
import org.turno.stats.GroupFigures;
import org.turno.stats.ObservedSource;
import org.turno.stats.PauseFigures;
import org.turno.stats.PbxFigures;
import org.turno.stats.QueueFigures;
import org.turno.stats.Staffing;
import org.turno.stats.Tally;
import org.turno.stats.TeamFigures;
import org.turno.stats.TrendPoint;

/** Figures as JSON: the same names in every answer and in the stream. Times are milliseconds. */
final class FiguresJson {
  private FiguresJson() {}

  /** What every answer begins with: which entry it shows and what time it is. */
  static JsonObject head(FloorFigures figures, EngineClock clock) {
    return new JsonObject()
        .put("seq", figures.seq())
        .put("timeMs", figures.timeMs())
        .put("nowMs", clock.nowMs())
        .put("speed", clock.speed())
        .put("dayStartMs", figures.dayStartMs());
  }

  /** How the ratios are made. */
  static JsonObject formulas() {
    return new JsonObject()
        .put("serviceLevelOffered", "answered within T / (offered - short abandons)")
        .put("serviceLevelReceived", "answered within T / offered")
        .put("serviceLevelAnswered", "answered within T / answered")
        .put("abandonRate", "abandoned after the threshold / (offered - short abandons)")
        .put("asaMs", "sum of the waits of answered contacts / answered")
        .put("ahtMs", "(talk + hold + wrap-up) / handled")
        .put("occupancy", "(ringing + talk + hold + wrap-up) / (signed in - paused)");
  }

  static JsonObject queue(QueueFigures queue, long nowMs) {
    JsonObject json =
        new JsonObject()
            .put("id", queue.id().value())
            .put("name", queue.name())
            .put("targetMs", queue.targetMs())
            .put("shortAbandonMs", queue.shortAbandonMs())
            .put("estimates", calibration(queue.calibration()))
            .put("observed", observed(queue.observed()));
    return json.mergeIn(group(queue.figures(), nowMs));
  }

  private static JsonObject calibration(Calibration calibration) {
    OptionalLong error = calibration.meanErrorMs();
    return new JsonObject()
        .put("below", calibration.below())
        .put("inside", calibration.inside())
        .put("above", calibration.above())
        .put("meanErrorMs", error.isEmpty() ? null : error.getAsLong());
  }

  /** How long somebody is expected to wait; null where nothing can be said. */
  static @Nullable JsonObject estimate(@Nullable WaitEstimate estimate) {
    return estimate == null
        ? null
        : new JsonObject()
            .put("position", estimate.position())
            .put("lowMs", estimate.lowMs())
            .put("likelyMs", estimate.likelyMs())
            .put("highMs", estimate.highMs());
  }

  static JsonObject group(GroupFigures group, long nowMs) {
    Tally tally = group.tally();
    return new JsonObject()
        .put("waiting", group.waiting())
        .put("ringing", group.ringing())
        .put("talking", group.talking())
        .put("oldestArrivedMs", orNull(group.oldestArrivedMs()))
        .put("longestWaitMs", group.longestWaitMs(nowMs))
        .put("offered", tally.offered())
        .put("answered", tally.answered())
        .put("answeredInTime", tally.answeredInTime())
        .put("abandoned", tally.abandoned())
        .put("shortAbandoned", tally.shortAbandoned())
        .put("overflowed", tally.overflowed())
        .put("overflowedBy", DoorsJson.overflows(group.overflows()))
        .put("takenByPbx", tally.takenByPbx())
        .put("lost", tally.lost())
        .put("unservable", tally.unservable())
        .put("callbacksOver", tally.callbacksOver())
        .put("handled", tally.handled())
        .put("serviceLevelOffered", ratio(tally.serviceLevelOffered()))
        .put("serviceLevelReceived", ratio(tally.serviceLevelReceived()))
        .put("serviceLevelAnswered", ratio(tally.serviceLevelAnswered()))
        .put("abandonRate", ratio(tally.abandonRate()))
        .put("asaMs", millis(tally.asaMs()))
        .put("ahtMs", millis(tally.ahtMs()))
        .put("occupancy", ratio(group.staffing().occupancy(nowMs)))
        .put("agents", staffing(group.staffing()));
  }

  static JsonObject agent(AgentFigures agent) {
    JsonArray queues = new JsonArray();
    agent.queues().forEach(queue -> queues.add(queue.value()));
    return new JsonObject()
        .put("id", agent.id().value())
        .put("alias", agent.alias())
        .put("state", agent.state().label())
        .put("sinceMs", orNull(agent.sinceMs()))
        .put("wrapUpUntilMs", orNull(agent.wrapUpUntilMs()))
        .put("pause", agent.pause())
        .put("pausedByTurno", agent.pausedByTurno())
        .put("pauses", pauses(agent.pauses()))
        .put("leaving", agent.leaving())
        .put("queue", agent.queue() == null ? null : agent.queue().value())
        .put("contact", agent.contact() == null ? null : agent.contact().value())
        .put("handled", agent.handled())
        .put("hardInRow", agent.hardInRow())
        .put("team", agent.team() == null ? null : agent.team().value())
        .put("phone", agent.phone().name().toLowerCase(Locale.ROOT))
        .put("queues", queues)
        .put("observed", agent.observed() == null ? null : agent.observed().value());
  }

  static JsonObject team(TeamFigures team, long nowMs) {
    return new JsonObject()
        .put("id", team.id().value())
        .put("name", team.name())
        .put("handled", team.handled())
        .put("ahtMs", millis(team.ahtMs()))
        .put("occupancy", ratio(team.staffing().occupancy(nowMs)))
        .put("agents", staffing(team.staffing()));
  }

  private static JsonObject staffing(Staffing staffing) {
    JsonObject agents = new JsonObject();
    staffing.byState().counts().forEach((state, n) -> agents.put(state.label(), n));
    return agents;
  }

  private static JsonObject pauses(AgentPause pauses) {
    return new JsonObject()
        .put("textEs", pauses.textEs())
        .put("textEn", pauses.textEn())
        .put("limitMs", orNull(pauses.limitMs()))
        .put("overran", pauses.overran())
        .put("breakUntilMs", orNull(pauses.breakUntilMs()))
        .put("planned", pauses.planned())
        .put("plannedAtMs", orNull(pauses.plannedAtMs()))
        .put("paidMs", pauses.paidMs())
        .put("unpaidMs", pauses.unpaidMs());
  }

  /** The pauses of the day: by reason, and what of them is paid. */
  static JsonObject pauses(FloorFigures figures, long nowMs) {
    JsonArray reasons = new JsonArray();
    for (PauseFigures pause : figures.pauses()) {
      PauseReason reason = pause.reason();
      reasons.add(
          new JsonObject()
              .put("name", reason.name())
              .put("textEs", reason.textEs())
              .put("textEn", reason.textEn())
              .put("paid", reason.paid())
              .put("planned", reason.planned())
              .put("limitMs", orNull(reason.limitMs()))
              .put("agents", pause.agents())
              .put("totalMs", pause.totalMs(nowMs)));
    }
    return new JsonObject()
        .put("paidMs", figures.pausedMs(true, nowMs))
        .put("unpaidMs", figures.pausedMs(false, nowMs))
        .put("reasons", reasons);
  }

  /** Of a protected line no more than id, queue and wait. */
  static JsonObject contact(ContactFigures contact) {
    JsonObject json =
        new JsonObject()
            .put("id", contact.id().value())
            .put("queue", contact.queue() == null ? null : contact.queue().value())
            .put("arrivedMs", contact.arrivedMs())
            .put("answeredMs", orNull(contact.answeredMs()));
    if (contact.protectedLine()) {
      return json.put("protected", true);
    }
    JsonArray listeners = new JsonArray();
    contact
        .listeners()
        .forEach(
            (by, how) -> listeners.add(new JsonObject().put("by", by).put("mode", how.word())));
    return json.put("protected", false)
        .put("listeners", listeners)
        .put("line", contact.line() == null ? null : contact.line().value())
        .put("priority", contact.priority())
        .put("order", contact.order())
        .put("state", contact.state().label())
        .put("callbackSinceMs", orNull(contact.callbackSinceMs()))
        .put("agent", contact.agent() == null ? null : contact.agent().value());
  }

  /** A PBX whose own queues are looked at; null where there is none. */
  static @Nullable JsonObject observed(@Nullable ObservedSource source) {
    return source == null
        ? null
        : new JsonObject()
            .put("pbx", source.pbx().value())
            .put("by", source.kind().name().toLowerCase(Locale.ROOT))
            .put("connected", source.connected())
            .put("sinceMs", orNull(source.sinceMs()));
  }

  static JsonArray observed(FloorFigures figures) {
    JsonArray sources = new JsonArray();
    figures.observed().forEach(source -> sources.add(observed(source)));
    return sources;
  }

  static JsonObject pbx(PbxFigures pbx) {
    return new JsonObject()
        .put("id", pbx.id().value())
        .put("connected", pbx.connected())
        .put("version", pbx.version())
        .put("sinceMs", orNull(pbx.sinceMs()));
  }

  static JsonObject trend(TrendPoint point) {
    return new JsonObject()
        .put("timeMs", point.timeMs())
        .put("waiting", point.waiting())
        .put("serviceLevelOffered", ratio(point.tally().serviceLevelOffered()));
  }

  /** 0 stands for "never" inside; screens get null. */
  private static @Nullable Long orNull(long timeMs) {
    return timeMs == 0 ? null : timeMs;
  }

  private static @Nullable Double ratio(OptionalDouble value) {
    return value.isEmpty() ? null : Math.round(value.getAsDouble() * 1e4) / 1e4;
  }

  private static @Nullable Long millis(OptionalDouble value) {
    return value.isEmpty() ? null : Math.round(value.getAsDouble());
  }
}
