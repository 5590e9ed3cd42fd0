package org.turno.server.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.turno.acd.plan.Prompt;

/** The params of one queue of {@code callcenter.conf.xml}. */
final class CallcenterOptions {
  private static final String FIXED_PHONES = "{context: turno-fallback, extension: s}";
  private static final long HOUR_S = 3_600;
  private static final long DAY_S = 24 * HOUR_S;

  private final Draft draft;
  private final Draft.Queue queue;
  private final Map<String, CallcenterXml.Element> later = new LinkedHashMap<>();

  CallcenterOptions(Draft draft, Draft.Queue queue) {
    this.draft = draft;
    this.queue = queue;
  }

  void take(CallcenterXml.Element param) {
    String value = param.attribute("value");
    switch (param.attribute("name")) {
      case "strategy" -> strategy(param);
      case "moh-sound" -> music(param);
      case "max-wait-time" -> maxWait(param);
      case "tier-rules-apply",
          "tier-rule-wait-second",
          "tier-rule-wait-multiply-level",
          "tier-rule-no-agent-no-wait" ->
          later.put(param.attribute("name"), param);
      case "record-template" -> note(param, "recording is not part of Turno's queues yet");
      case "time-base-score" -> {
        if (value.equals("queue")) {
          note(param, "the wait counts from the moment Turno has the caller; ivr= adds to it");
        }
      }
      case "discard-abandoned-after", "abandoned-resume-allowed" -> {
        if (!value.equals("false") && !value.equals("60")) {
          note(
              param,
              "a caller who hung up and calls again is a new contact; callback keeps a place on request");
        }
      }
      case "announce-sound",
          "announce-frequency",
          "max-wait-time-with-no-agent",
          "max-wait-time-with-no-agent-time-reached" ->
          later.put(param.attribute("name"), param);
      default -> note(param, "Turno has no counterpart");
    }
  }

  /** Once all params are known. */
  void done(Spotted at) {
    noAgent();
    announcements();
    CallcenterXml.Element apply = later.get("tier-rules-apply");
    if (apply != null && apply.attribute("value").equals("true")) {
      draft.leftover(
          at,
          "tier rules after " + value("tier-rule-wait-second", "300") + " s",
          "agents of a lower level are always asked first, and the next level at once when none of"
              + " them is free");
    }
  }

  /** mod_callcenter names a file, Turno a recording that there is in each language. */
  private void announcements() {
    CallcenterXml.Element sound = later.get("announce-sound");
    CallcenterXml.Element frequency = later.get("announce-frequency");
    long everyS = sound == null || frequency == null ? 0 : seconds(frequency);
    if (sound == null || frequency == null || everyS == 0) {
      return;
    }
    String name = fileName(sound.attribute("value"));
    if (!Prompt.Sound.isName(name)) {
      note(sound, "not a recording's file: name one below sounds_dir/LANGUAGE in announcements");
      return;
    }
    long kept = Math.max(5, Math.min(HOUR_S, everyS));
    if (kept != everyS) {
      note(frequency, "outside what Turno takes: every is " + DraftYaml.seconds(kept));
    }
    queue.options.put(
        "announcements",
        "{messages: {sounds: [%s], every: %s}}"
            .formatted(DraftYaml.value(name), DraftYaml.seconds(kept)));
    note(sound, "it is called " + name + ": put it below sounds_dir/LANGUAGE for each language");
  }

  /** The name of a file alone, without folders and ending. */
  private static String fileName(String path) {
    return path.replaceFirst(".*/", "").replaceFirst("\\.[A-Za-z0-9]+$", "");
  }

  private void noAgent() {
    CallcenterXml.Element limit = later.get("max-wait-time-with-no-agent");
    CallcenterXml.Element reached = later.get("max-wait-time-with-no-agent-time-reached");
    long limitS = limit == null ? 0 : seconds(limit);
    if (limit != null && limitS > 0) {
      long reachedS = reached == null ? 5 : seconds(reached);
      queue.options.put(
          "no_agent",
          "{max_wait: %s, newcomers_max_wait: %s}"
              .formatted(DraftYaml.seconds(limitS), DraftYaml.seconds(reachedS)));
      queue.options.put("overflow", FIXED_PHONES);
      note(limit, "what your dialplan does then goes to overflow; now the fixed phones ring");
    }
  }

  /** 0 where it is no whole number, which is noted. */
  private long seconds(CallcenterXml.Element param) {
    String value = param.attribute("value");
    if (!value.matches("\\d{1,9}")) {
      note(param, "not a whole number: left out");
      return 0;
    }
    return Math.min(DAY_S, Long.parseLong(value));
  }

  private String value(String name, String usual) {
    CallcenterXml.Element param = later.get(name);
    return param == null ? usual : param.attribute("value");
  }

  private void strategy(CallcenterXml.Element param) {
    String value = param.attribute("value");
    String choice =
        switch (value) {
          case "longest-idle-agent" -> "longest_idle";
          case "round-robin" -> "round_robin";
          case "top-down" -> "top_down";
          case "agent-with-least-talk-time" -> "least_talk_time";
          case "agent-with-fewest-calls" -> "fewest_contacts";
          case "sequentially-by-agent-order" -> "top_down";
          case "random" -> "random";
          default -> "";
        };
    if (value.equals("ring-all")) {
      queue.routing.put("ring", "{mode: all}");
    } else if (value.equals("ring-progressively")) {
      queue.routing.put("ring", "{mode: progressively, step: 5s}");
      note(param, "one more phone rings every 5 s: change step");
    } else if (choice.isEmpty()) {
      note(param, "unknown: the agent who has been idle for longest is asked first");
    } else {
      queue.routing.put("choose", choice);
    }
  }

  private void music(CallcenterXml.Element param) {
    String sound = param.attribute("value");
    if (sound.startsWith("local_stream://")) {
      queue.options.put("music", DraftYaml.value(sound.substring("local_stream://".length())));
    } else if (!sound.equals("$${hold_music}")) {
      note(param, "name a class of the PBX's hold music as music");
    }
  }

  private void maxWait(CallcenterXml.Element param) {
    String value = param.attribute("value");
    if (!value.matches("\\d{1,9}")) {
      note(param, "not a whole number: left out");
    } else if (Long.parseLong(value) > 0) {
      queue.options.put("max_wait", DraftYaml.seconds(Math.min(DAY_S, Long.parseLong(value))));
      queue.options.put("overflow", FIXED_PHONES);
      note(param, "what your dialplan does then goes to overflow; now the fixed phones ring");
    }
  }

  private void note(CallcenterXml.Element param, String advice) {
    draft.leftover(param.at(), param.attribute("name") + " = " + param.attribute("value"), advice);
  }
}
