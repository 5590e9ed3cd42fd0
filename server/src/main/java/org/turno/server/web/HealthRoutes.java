package org.turno.server.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.turno.stats.FloorFigures;
import org.turno.stats.ObservedSource;
import org.turno.stats.PbxFigures;
import org.turno.stats.metrics.TurnoMetrics;

/** GET /health/live, /health/ready and /metrics. */
final class HealthRoutes {
  private final WebParts parts;

  HealthRoutes(WebParts parts) {
    this.parts = parts;
  }

  void mount(Router router) {
    router.get("/health/live").handler(HealthRoutes::live);
    router.get("/health/ready").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  /** Why Turno cannot do its work now; empty where it can. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>(parts.readiness().reasons());
    if (!parts.inputs().deciding()) {
      reasons.add("Turno is not deciding: the log says why");
    }
    parts.figures().failure().ifPresent(reasons::add);
    if (!parts.figures().caughtUp()) {
      reasons.add(
          "the figures are still reading the journal, at entry "
              + parts.figures().current().seq()
              + ": wait");
    }
    if (parts.figures().current().seq() == 0) {
      reasons.add("nothing is decided yet, not even under which configuration: wait");
    }
    for (PbxFigures pbx : parts.figures().current().pbxs()) {
      if (!pbx.connected()) {
        reasons.add("PBX " + pbx.id() + " is not connected: check that it runs and its password");
      }
    }
    // Where Turno only looks, looking is its work.
    if (parts.figures().current().pbxs().isEmpty()) {
      for (ObservedSource observed : parts.figures().current().observed()) {
        if (!observed.connected()) {
          reasons.add(
              "the queues of PBX "
                  + observed.pbx()
                  + " are out of sight: check that it runs, and user and password");
        }
      }
    }
    return reasons;
  }

  private static void live(RoutingContext context) {
    send(context, 200, new JsonObject().put("live", true));
  }

  private void ready(RoutingContext context) {
    List<String> reasons = reasons();
    JsonObject json =
        new JsonObject().put("ready", reasons.isEmpty()).put("reasons", new JsonArray(reasons));
    send(context, reasons.isEmpty() ? 200 : 503, json);
  }

  private static void send(RoutingContext context, int status, JsonObject json) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(json.toBuffer());
  }

  private void metrics(RoutingContext context) {
    FloorFigures figures = parts.figures().current();
    if (!parts.figures().caughtUp()) {
      Problem.of(
              503,
              "Still reading the journal",
              "Counters are complete when the journal has been read: ask again.")
          .retryAfter(1)
          .send(context);
      return;
    }
    context.response().putHeader("Content-Type", TurnoMetrics.CONTENT_TYPE);
    context.end(parts.metrics().scrape(figures, parts.clock().nowMs()));
  }
}
