package org.turno.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/** Reads one line. */
final class LineReader {

  private final String defaultLanguage;
  private final Known known;
  private final Problems problems;

  LineReader(String defaultLanguage, Known known, Problems problems) {
    this.defaultLanguage = defaultLanguage;
    this.known = known;
    this.problems = problems;
  }

  /** Null, with the problem reported, where the line has no queue. */
  @Nullable LinePlan read(LineId id, MapReader map) {
    Text queue = map.requiredText("queue", "general");
    if (queue != null) {
      known.queues().check(queue.value(), queue.spot(), map.where(), problems);
    }
    Requirement requirement = RequirementReader.read(map, known, problems);
    Requirement preference = RequirementReader.preference(map, known, problems);
    int priority = map.integer("priority", 0, -1_000, 1_000);
    boolean guarded = map.flag("protected");
    boolean showCaller = map.flag("show_caller");
    if (guarded && showCaller) {
      problems.error(
          map.spotOf("show_caller"),
          map.where() + " is protected and would show its caller",
          "remove show_caller");
    }
    boolean callback = map.flag("callback");
    if (guarded && callback) {
      problems.error(
          map.spotOf("callback"),
          map.where() + " is protected and would call people back",
          "remove callback: a call to somebody in danger may be answered by somebody else");
    }
    String name = map.text("name", id.value());
    if (queue == null) {
      return null;
    }
    return new LinePlan(
        id,
        name,
        new QueueId(queue.value()),
        priority,
        requirement,
        preference,
        showCaller && !guarded ? CallerDisplay.CALLER : CallerDisplay.LINE,
        guarded,
        MediumId.VOICE,
        language(map, defaultLanguage, problems),
        new ClosedReader(new DestinationReader(known, problems), known, problems).read(map),
        greeting(map, guarded),
        callback && !guarded,
        map.has("listening") ? map.flag("listening") : !guarded);
  }

  /** Who is in danger may be overheard. */
  private List<Prompt> greeting(MapReader map, boolean guarded) {
    List<Prompt> greeting = new SoundReader(problems).read(map, "greeting");
    if (guarded && !greeting.isEmpty()) {
      problems.warning(
          map.spotOf("greeting"),
          map.where() + " is protected and greets its callers",
          "make sure that the recording names no service: who stands beside the caller may hear it");
    }
    return greeting;
  }

  /** The language that a line or the file names, as PBXs name languages. */
  static String language(MapReader map, String otherwise, Problems problems) {
    String language = map.text("language", otherwise);
    if (!LinePlan.isLanguage(language)) {
      problems.error(
          map.spotOf("language"),
          map.where() + " has the language " + language,
          "write it as the PBX's folder of recordings is called: es, en, en_GB");
    }
    return language;
  }
}
