package org.turno.server.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.turno.acd.estimate.Outlook;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.ContactId;
import org.turno.stats.AgentFigures;
import org.turno.stats.ContactFigures;
import org.turno.stats.FloorFigures;
import org.turno.stats.Positions;
import org.turno.stats.QueueFigures;

/** GET /api/v1/queues, /agents, /teams and /contacts. */
final class FiguresRoutes {
  private final WebParts parts;
  private final Expectations expectations;

  FiguresRoutes(WebParts parts) {
    this.parts = parts;
    this.expectations = new Expectations(parts);
  }

  void mount(Router router) {
    router.get("/api/v1/queues").handler(this::queues);
    router.get("/api/v1/agents").handler(this::agents);
    router.get("/api/v1/teams").handler(this::teams);
    router.get("/api/v1/contacts").handler(this::contacts);
  }

  private void queues(RoutingContext context) {
    expectations.answer(context, this::queues);
  }

  private JsonObject queues(Optional<Outlook> outlook) {
    FloorFigures figures = parts.figures().current();
    JsonObject json = FiguresJson.head(figures, parts.clock());
    long nowMs = json.getLong("nowMs");
    JsonArray rows = new JsonArray();
    for (QueueFigures queue : figures.queues()) {
      boolean own = queue.observed() == null;
      WaitEstimate newcomer =
          own && outlook.isPresent() ? outlook.get().newcomer(queue.id()) : null;
      rows.add(FiguresJson.queue(queue, nowMs).put("expectedWait", FiguresJson.estimate(newcomer)));
    }
    JsonArray pbxs = new JsonArray();
    figures.pbxs().forEach(pbx -> pbxs.add(FiguresJson.pbx(pbx)));
    json.put("totals", FiguresJson.group(figures.totals(), nowMs));
    return json.put("queues", rows)
        .put("doors", DoorsJson.doors(figures.doors()))
        .put("pbxs", pbxs)
        .put("observed", FiguresJson.observed(figures))
        .put("formulas", FiguresJson.formulas());
  }

  private void agents(RoutingContext context) {
    FloorFigures figures = parts.figures().current();
    JsonArray rows = new JsonArray();
    String team = context.request().getParam("team");
    if (team != null && figures.teams().stream().noneMatch(t -> t.id().value().equals(team))) {
      Problem.of(404, "No such team", "team " + team + " is not configured: see /api/v1/teams")
          .send(context);
      return;
    }
    figures.agents().stream()
        .filter(agent -> team == null || isOf(team, agent))
        .forEach(agent -> rows.add(FiguresJson.agent(agent)));
    JsonObject json = FiguresJson.head(figures, parts.clock());
    JsonObject pauses = FiguresJson.pauses(figures, json.getLong("nowMs"));
    send(context, json.put("agents", rows).put("pauses", pauses));
  }

  private static boolean isOf(String team, AgentFigures agent) {
    return agent.team() != null && agent.team().value().equals(team);
  }

  private void teams(RoutingContext context) {
    FloorFigures figures = parts.figures().current();
    JsonObject json = FiguresJson.head(figures, parts.clock());
    long nowMs = json.getLong("nowMs");
    JsonArray rows = new JsonArray();
    figures.teams().forEach(team -> rows.add(FiguresJson.team(team, nowMs)));
    send(context, json.put("teams", rows).put("formulas", FiguresJson.formulas()));
  }

  private void contacts(RoutingContext context) {
    expectations.answer(context, this::contacts);
  }

  private JsonObject contacts(Optional<Outlook> outlook) {
    FloorFigures figures = parts.figures().current();
    JsonObject json = FiguresJson.head(figures, parts.clock());
    long nowMs = json.getLong("nowMs");
    Positions positions = Positions.in(figures, nowMs);
    Map<ContactId, WaitEstimate> expected = outlook.map(Outlook::all).orElse(new HashMap<>());
    JsonArray rows = new JsonArray();
    for (ContactFigures contact : figures.contacts()) {
      JsonObject row = FiguresJson.contact(contact).put("waitMs", contact.waitMs(nowMs));
      int position = positions.of(contact.id());
      if (!contact.protectedLine() && position > 0) {
        row.put("position", position)
            .put("expectedWait", FiguresJson.estimate(expected.get(contact.id())));
      }
      rows.add(row);
    }
    return json.put("contacts", rows);
  }

  static void send(RoutingContext context, JsonObject json) {
    context.response().putHeader("Content-Type", "application/json; charset=utf-8");
    context.end(json.toBuffer());
  }
}
