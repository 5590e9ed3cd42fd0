package org.turno.server.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.stats.DoorFigures;
import org.turno.stats.Overflows;

/** Lines and queues that can be closed, and why contacts went elsewhere, as JSON. */
final class DoorsJson {
  private DoorsJson() {}

  static JsonArray doors(List<DoorFigures> doors) {
    JsonArray rows = new JsonArray();
    doors.forEach(door -> rows.add(door(door)));
    return rows;
  }

  private static JsonObject door(DoorFigures door) {
    DoorFigures.Force forced = door.forced();
    return new JsonObject()
        .put("id", door.door().toString())
        .put("kind", door.door().kind().name().toLowerCase(Locale.ROOT))
        .put("of", door.door().name())
        .put("name", door.name())
        .put("open", door.open())
        .put("hours", door.hours())
        .put("openByHours", door.byHours())
        .put("nextMs", orNull(door.nextMs()))
        .put("forced", forced != null)
        .put("by", forced == null ? null : forced.by())
        .put("why", forced == null ? null : forced.why())
        .put("untilMs", forced == null ? null : orNull(forced.untilMs()));
  }

  static JsonObject overflows(Overflows overflows) {
    JsonObject json = new JsonObject();
    for (OverflowReason why : OverflowReason.values()) {
      json.put(why.name().toLowerCase(Locale.ROOT), overflows.of(why));
    }
    return json;
  }

  private static @Nullable Long orNull(long ms) {
    return ms == 0 ? null : ms;
  }
}
