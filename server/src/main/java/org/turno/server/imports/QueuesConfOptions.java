package org.turno.server.imports;

import static java.util.Map.entry;
import static org.turno.server.imports.QueueOption.none;
import static org.turno.server.imports.QueueOption.note;
import static org.turno.server.imports.QueueOption.number;
import static org.turno.server.imports.QueueOption.seconds;
import static org.turno.server.imports.QueueOption.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each option of a queue in {@code queues.conf} becomes; those not here have none. */
final class QueuesConfOptions {
  private static final String FIXED_PHONES = "{context: turno-fallback, extension: s}";
  private static final List<String> YES = List.of("yes", "true", "y", "t", "1", "on");
  private static final List<String> NO = List.of("no", "false", "n", "f", "0", "off");
  private static final List<String> EMPTY_WORDS =
      List.of(
          "paused",
          "penalty",
          "inuse",
          "ringing",
          "unavailable",
          "invalid",
          "unknown",
          "wrapup",
          "loose",
          "strict");
  private static final long HOUR_S = 3_600;
  private static final long DAY_S = 24 * HOUR_S;

  static final Map<String, QueueOption> BY_KEY =
      Map.ofEntries(
          entry("musicclass", text("music")),
          entry("music", text("music")),
          entry("strategy", QueuesConfOptions::strategy),
          entry("servicelevel", seconds("service_level_target", 0, DAY_S, "0")),
          entry("timeout", seconds("offer_timeout", 1, HOUR_S, "1h")),
          entry(
              "retry",
              none("the next agent is asked at once; see retry_delay for the one who failed")),
          entry("timeoutpriority", none("a caller's own limit is max_wait in Turno", "app")),
          entry("timeoutrestart", none("each offer has its whole offer_timeout")),
          entry("weight", QueuesConfOptions::weight),
          entry("wrapuptime", seconds("wrap_up_limit", 0, DAY_S, "0")),
          entry("autofill", none("a caller never holds up those behind it", "yes")),
          entry("autopause", QueuesConfOptions::autopause),
          entry("autopausedelay", none("Turno counts misses in a row instead of time", "0")),
          entry("autopausebusy", none("see retry_delay: {busy: …}", "no")),
          entry("autopauseunavail", none("see retry_delay: {unreachable: …}", "no")),
          entry("maxlen", QueuesConfOptions::maxlen),
          entry("joinempty", (draft, queue, s) -> empty(draft, queue, s, true)),
          entry("leavewhenempty", (draft, queue, s) -> empty(draft, queue, s, false)),
          entry("context", QueuesConfOptions::context),
          entry("ringinuse", none("Turno never rings an agent who is on the phone", "no")),
          entry("setinterfacevar", none("the journal and the API tell this", "no")),
          entry("setqueueentryvar", none("the journal and the API tell this", "no")),
          entry("setqueuevar", none("the journal and the API tell this", "no")),
          entry("reportholdtime", none("the agent's screen shows the wait", "no")),
          entry("memberdelay", none("caller and agent are connected at once", "0")),
          entry("monitor-type", none("see monitor-format", "MixMonitor")),
          entry("monitor-format", none("recording is not part of Turno's queues yet")));

  private QueuesConfOptions() {}

  /** Whether Asterisk takes a word for yes. */
  static boolean isYes(String value) {
    return YES.contains(value.toLowerCase(Locale.ROOT));
  }

  static void ringAll(Draft.Queue queue) {
    queue.routing.put("ring", "{mode: all}");
  }

  private static void strategy(Draft draft, Draft.Queue queue, ConfFile.Setting s) {
    String choice =
        switch (s.value()) {
          case "leastrecent" -> "longest_idle_in_queue";
          case "fewestcalls" -> "fewest_contacts";
          case "random" -> "random";
          case "rrmemory", "rrordered", "roundrobin" -> "round_robin";
          case "linear" -> "linear";
          case "wrandom" -> "weighted_random";
          default -> "";
        };
    queue.routing.remove("ring");
    queue.routing.remove("choose");
    if (s.value().equals("ringall")) {
      ringAll(queue);
    } else if (choice.isEmpty()) {
      note(draft, s, "unknown: the agent who has been idle for longest is asked first");
    } else {
      queue.routing.put("choose", choice);
    }
  }

  private static void weight(Draft draft, Draft.Queue queue, ConfFile.Setting s) {
    Long weight = number(draft, s);
    if (weight != null && weight > 1_000) {
      note(draft, s, "more than Turno takes: 1000");
    }
    if (weight != null) {
      queue.routing.put("weight", Long.toString(Math.min(1_000, weight)));
    }
  }

  private static void autopause(Draft draft, Draft.Queue queue, ConfFile.Setting s) {
    boolean pauses = s.value().equals("yes") || s.value().equals("all");
    queue.options.put("misses_before_pause", pauses ? "1" : "0");
    if (s.value().equals("yes")) {
      note(draft, s, "a pause holds for all queues of the agent");
    }
  }

  private static void maxlen(Draft draft, Draft.Queue queue, ConfFile.Setting s) {
    Long length = number(draft, s);
    if (length != null && length > 0) {
      queue.options.put("max_length", Long.toString(Math.min(1_000_000, length)));
      overflow(draft, queue, s);
    }
  }

  /** Turno takes app_queue's own words. */
  private static void empty(Draft draft, Draft.Queue queue, ConfFile.Setting s, boolean joins) {
    String key = joins ? "join_when_empty" : "leave_when_empty";
    String value = s.value().toLowerCase(Locale.ROOT);
    boolean yes = isYes(value);
    if (yes || NO.contains(value)) {
      queue.options.remove(key);
      if (yes != joins) {
        queue.options.put(key, yes ? "yes" : "no");
        overflow(draft, queue, s);
      }
      return;
    }
    List<String> words = List.of(value.split("\\s*,\\s*", -1));
    List<String> known = words.stream().filter(EMPTY_WORDS::contains).toList();
    if (known.size() < words.size()) {
      note(draft, s, "of these words Turno takes " + String.join(", ", EMPTY_WORDS));
    }
    if (!known.isEmpty()) {
      queue.options.put(key, "[" + String.join(", ", known) + "]");
      overflow(draft, queue, s);
    }
  }

  /** A digit leads to the extension of the same name; which of them exist, the dialplan knows. */
  private static void context(Draft draft, Draft.Queue queue, ConfFile.Setting s) {
    String context = DraftYaml.value(s.value());
    List<String> keys = new ArrayList<>();
    for (int digit = 0; digit <= 9; digit++) {
      keys.add("'" + digit + "': {context: " + context + ", extension: '" + digit + "'}");
    }
    queue.options.put("keys", "{" + String.join(", ", keys) + "}");
    note(draft, s, "each digit leads there: remove from keys those without an extension");
  }

  /** What the dialplan does after Queue() is not in the file: the fixed phones ring. */
  private static void overflow(Draft draft, Draft.Queue queue, ConfFile.Setting s) {
    queue.options.put("overflow", FIXED_PHONES);
    note(
        draft,
        s,
        "what your dialplan does after Queue() goes to overflow; now the fixed phones ring");
  }
}
