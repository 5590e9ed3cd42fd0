package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.PbxId;

/** How one configuration differs from another, in words. */
public final class ConfigChanges {
  private ConfigChanges() {}

  /** What a reload puts in force at once, for example {@code queue general changed}. */
  public static List<String> ofPlan(FloorPlan was, FloorPlan becomes) {
    List<String> changes = new ArrayList<>();
    compare("line", was.lines(), becomes.lines(), line -> line.id().value(), changes);
    compare("queue", was.queues(), becomes.queues(), queue -> queue.id().value(), changes);
    compare("team", was.teams(), becomes.teams(), team -> team.id().value(), changes);
    compare(
        "what is looked at on PBX",
        was.observed(),
        becomes.observed(),
        observed -> observed.pbx().value(),
        changes);
    compare("agent", was.agents(), becomes.agents(), agent -> agent.id().value(), changes);
    compare(
        "supervisor",
        was.supervisors(),
        becomes.supervisors(),
        supervisor -> supervisor.name(),
        changes);
    return changes;
  }

  /**
   * What differs from the configuration that Turno was started with and takes a restart, for
   * example {@code http.port (8080 -> 8081)}.
   */
  public static List<String> needingRestart(TurnoConfig started, TurnoConfig becomes) {
    List<String> changes = new ArrayList<>();
    HttpConfig http = started.http();
    HttpConfig newHttp = becomes.http();
    from("http.host", http.host(), newHttp.host(), changes);
    from("http.port", http.port(), newHttp.port(), changes);
    if (!http.token().equals(newHttp.token())) {
      changes.add("the token of http");
    }
    if (!http.users().equals(newHttp.users())) {
      changes.add("the users of http");
    }
    if (!started.customerKey().equals(becomes.customerKey())) {
      changes.add("the key of customers");
    }
    if (!started.callbackKey().equals(becomes.callbackKey())) {
      changes.add("the key of callbacks");
    }
    JournalConfig journal = started.journal();
    JournalConfig newJournal = becomes.journal();
    from("journal.dir", journal.dir(), newJournal.dir(), changes);
    from("journal.sync", journal.sync(), newJournal.sync(), changes);
    from("journal.keep_days", journal.keepDays(), newJournal.keepDays(), changes);
    Map<PbxId, PbxConfig> was = byId(started);
    Map<PbxId, PbxConfig> now = byId(becomes);
    was.forEach(
        (id, pbx) -> {
          PbxConfig changed = now.get(id);
          if (changed == null) {
            changes.add("PBX " + id + " removed");
          } else if (!changed.equals(pbx)) {
            changes.add("address, user, password, dead man's switch or outside of PBX " + id);
          }
        });
    if (!started.observers().equals(becomes.observers())) {
      changes.add("which PBXs are looked at, or how they are reached");
    }
    now.keySet().stream()
        .filter(id -> !was.containsKey(id))
        .forEach(id -> changes.add("PBX " + id + " added"));
    return changes;
  }

  private static Map<PbxId, PbxConfig> byId(TurnoConfig config) {
    Map<PbxId, PbxConfig> byId = new TreeMap<>();
    config.pbxs().forEach(pbx -> byId.put(pbx.id(), pbx));
    return byId;
  }

  private static void from(String key, Object was, Object becomes, List<String> changes) {
    if (!was.equals(becomes)) {
      changes.add(key + " (" + was + " -> " + becomes + ")");
    }
  }

  private static <T> void compare(
      String kind, List<T> was, List<T> becomes, Function<T, String> id, List<String> changes) {
    Map<String, T> before = new TreeMap<>();
    was.forEach(item -> before.put(id.apply(item), item));
    for (T item : becomes) {
      T same = before.remove(id.apply(item));
      if (same == null) {
        changes.add(kind + " " + id.apply(item) + " added");
      } else if (!same.equals(item)) {
        changes.add(kind + " " + id.apply(item) + " changed");
      }
    }
    before.keySet().forEach(gone -> changes.add(kind + " " + gone + " removed"));
  }
}
