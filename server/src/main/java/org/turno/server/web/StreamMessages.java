package org.turno.server.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.EngineClock;
import org.turno.stats.AgentFigures;
import org.turno.stats.ContactFigures;
import org.turno.stats.FloorFigures;
import org.turno.stats.PbxFigures;
import org.turno.stats.QueueFigures;
import org.turno.stats.TeamFigures;
import org.turno.stats.TrendPoint;

/**
 * What the stream says. A snapshot is everything; a delta holds the rows that differ from the
 * figures of its {@code from}; a tick says that the server lives, what time it is and what keeps it
 * from working. A delta is made from any two moments, so that a slow reader costs one delta and not
 * a growing buffer.
 */
final class StreamMessages {
  private record Delta(long from, long to, String text) {}

  private final EngineClock clock;
  private @Nullable Delta last;

  StreamMessages(EngineClock clock) {
    this.clock = clock;
  }

  String snapshot(FloorFigures figures, List<String> notReady) {
    JsonObject json = message("snapshot", figures);
    long nowMs = json.getLong("nowMs");
    JsonArray queues = new JsonArray();
    figures.queues().forEach(queue -> queues.add(FiguresJson.queue(queue, nowMs)));
    JsonArray agents = new JsonArray();
    figures.agents().forEach(agent -> agents.add(FiguresJson.agent(agent)));
    JsonArray teams = new JsonArray();
    figures.teams().forEach(team -> teams.add(FiguresJson.team(team, nowMs)));
    JsonArray contacts = new JsonArray();
    figures.contacts().forEach(contact -> contacts.add(FiguresJson.contact(contact)));
    JsonArray pbxs = new JsonArray();
    figures.pbxs().forEach(pbx -> pbxs.add(FiguresJson.pbx(pbx)));
    return json.put("totals", FiguresJson.group(figures.totals(), nowMs))
        .put("queues", queues)
        .put("agents", agents)
        .put("teams", teams)
        .put("contacts", contacts)
        .put("pbxs", pbxs)
        .put("doors", DoorsJson.doors(figures.doors()))
        .put("observed", FiguresJson.observed(figures))
        .put("trend", trend(figures.trend()))
        .put("formulas", FiguresJson.formulas())
        .put("notReady", new JsonArray(notReady))
        .encode();
  }

  String tick(FloorFigures figures, List<String> notReady) {
    return message("tick", figures).put("notReady", new JsonArray(notReady)).encode();
  }

  /** What leads from one moment to a later one. Most readers ask for the same, made once. */
  synchronized String update(FloorFigures from, FloorFigures to, List<String> notReady) {
    Delta known = last;
    if (known != null && known.from == from.seq() && known.to == to.seq()) {
      return known.text;
    }
    String text = sameRows(from, to) ? delta(from, to) : snapshot(to, notReady);
    last = new Delta(from.seq(), to.seq(), text);
    return text;
  }

  /** Whether only contents differ; after a new configuration a snapshot is simpler. */
  private static boolean sameRows(FloorFigures a, FloorFigures b) {
    return a.dayStartMs() == b.dayStartMs()
        && same(a.queues(), b.queues(), QueueFigures::id)
        && same(a.agents(), b.agents(), AgentFigures::id)
        && same(a.teams(), b.teams(), TeamFigures::id)
        && a.observed().equals(b.observed())
        && same(a.pbxs(), b.pbxs(), PbxFigures::id);
  }

  private static <T> boolean same(List<T> a, List<T> b, Function<T, ?> id) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!id.apply(a.get(i)).equals(id.apply(b.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private String delta(FloorFigures from, FloorFigures to) {
    JsonObject json = message("delta", to).put("from", from.seq());
    long nowMs = json.getLong("nowMs");
    if (!from.totals().equals(to.totals())) {
      json.put("totals", FiguresJson.group(to.totals(), nowMs));
    }
    putRows(json, "queues", changed(from.queues(), to.queues(), q -> FiguresJson.queue(q, nowMs)));
    putRows(json, "agents", changed(from.agents(), to.agents(), FiguresJson::agent));
    putRows(json, "teams", changed(from.teams(), to.teams(), t -> FiguresJson.team(t, nowMs)));
    putRows(json, "pbxs", changed(from.pbxs(), to.pbxs(), FiguresJson::pbx));
    putContacts(json, from.contacts(), to.contacts());
    if (!from.doors().equals(to.doors())) {
      json.put("doors", DoorsJson.doors(to.doors()));
    }
    if (!from.trend().equals(to.trend())) {
      json.put("trend", trend(newer(from.trend(), to.trend())));
    }
    return json.encode();
  }

  /** The points that the reader lacks; it drops those older than an hour itself. */
  private static List<TrendPoint> newer(List<TrendPoint> from, List<TrendPoint> to) {
    long lastMs = from.isEmpty() ? 0 : from.getLast().timeMs();
    return to.stream().filter(point -> point.timeMs() > lastMs).toList();
  }

  private static JsonArray trend(List<TrendPoint> points) {
    JsonArray rows = new JsonArray();
    points.forEach(point -> rows.add(FiguresJson.trend(point)));
    return rows;
  }

  private static <T> List<JsonObject> changed(
      List<T> from, List<T> to, Function<T, JsonObject> row) {
    List<JsonObject> rows = new ArrayList<>();
    for (int i = 0; i < to.size(); i++) {
      if (!to.get(i).equals(from.get(i))) {
        rows.add(row.apply(to.get(i)));
      }
    }
    return rows;
  }

  /** Both lists are in order of arrival: one walk finds what came, changed and went. */
  private static void putContacts(
      JsonObject json, List<ContactFigures> from, List<ContactFigures> to) {
    List<JsonObject> rows = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    int old = 0;
    for (ContactFigures contact : to) {
      while (old < from.size() && from.get(old).order() < contact.order()) {
        gone.add(from.get(old++).id().value());
      }
      if (old < from.size() && from.get(old).order() == contact.order()) {
        if (!from.get(old).equals(contact)) {
          rows.add(FiguresJson.contact(contact));
        }
        old++;
      } else {
        rows.add(FiguresJson.contact(contact));
      }
    }
    from.subList(old, from.size()).forEach(contact -> gone.add(contact.id().value()));
    putRows(json, "contacts", rows);
    putRows(json, "gone", gone);
  }

  private static void putRows(JsonObject json, String name, List<?> rows) {
    if (!rows.isEmpty()) {
      json.put(name, new JsonArray(rows));
    }
  }

  private JsonObject message(String type, FloorFigures figures) {
    return new JsonObject().put("type", type).mergeIn(FiguresJson.head(figures, clock));
  }
}
