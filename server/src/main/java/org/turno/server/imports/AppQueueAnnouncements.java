package org.turno.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turno.acd.plan.Prompt;

/**
 * What a queue of {@code app_queue} tells those who wait: options that mean something only
 * together, with app_queue's own defaults.
 */
final class AppQueueAnnouncements {
  private static final Set<String> OPTIONS =
      Set.of(
          "announce-frequency",
          "min-announce-frequency",
          "announce-position",
          "announce-position-limit",
          "announce-position-only-up",
          "announce-to-first-user",
          "announce-holdtime",
          "announce-round-seconds",
          "periodic-announce",
          "periodic-announce-frequency",
          "periodic-announce-startdelay",
          "random-periodic-announce",
          "relative-periodic-announce",
          "queue-seconds");
  private static final long HOUR_S = 3_600;

  /** What a telling of place and time may take; app_queue waits for its end, Turno cuts it off. */
  private static final long LEAST_GAP_S = 12;

  /** A recording; by default it is called as its option. */
  private record Phrase(String option, String key) {}

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("queue-youarenext", "next"),
          new Phrase("queue-thereare", "position"),
          new Phrase("queue-callswaiting", "position_end"),
          new Phrase("queue-quantity1", "more_than"),
          new Phrase("queue-quantity2", "more_than_end"),
          new Phrase("queue-holdtime", "estimate"),
          new Phrase("queue-minute", "minute"),
          new Phrase("queue-minutes", "minutes"),
          new Phrase("queue-thankyou", "end"));

  private final Draft draft;
  private final Draft.Queue queue;
  private final Map<String, ConfFile.Setting> settings = new LinkedHashMap<>();

  AppQueueAnnouncements(Draft draft, Draft.Queue queue) {
    this.draft = draft;
    this.queue = queue;
  }

  /** Keeps a setting until all are known; false where it is about something else. */
  boolean take(ConfFile.Setting setting) {
    String key = setting.key();
    if (!OPTIONS.contains(key) && PHRASES.stream().noneMatch(p -> p.option().equals(key))) {
      return false;
    }
    settings.put(key, setting);
    return true;
  }

  /** Once all settings are known. */
  void done() {
    List<String> parts = new ArrayList<>();
    place(parts);
    messages(parts);
    if (!parts.isEmpty()) {
      queue.options.put("announcements", "{" + String.join(", ", parts) + "}");
    }
  }

  /**
   * app_queue tells nothing without a frequency; with one, at once and whenever a place changes.
   */
  private void place(List<String> parts) {
    String position = position();
    String estimate = estimate();
    long everyS = seconds("announce-frequency", 0, 0, HOUR_S, "every");
    if (everyS == 0 || (position.equals("never") && estimate.equals("never"))) {
      return;
    }
    parts.add("first: 0");
    parts.add("every: " + DraftYaml.seconds(everyS));
    if (settings.containsKey("min-announce-frequency")) {
      long gapS = seconds("min-announce-frequency", LEAST_GAP_S, LEAST_GAP_S, HOUR_S, "gap");
      parts.add("gap: " + DraftYaml.seconds(gapS));
    }
    parts.add("on_change: true");
    parts.add("position: " + position);
    if (position.equals("up_to") || position.equals("more_than")) {
      parts.add(
          "position_limit: "
              + bounded("announce-position-limit", 10, 1, 1_000, "position_limit", ""));
    }
    parts.add("estimate: " + estimate);
    phrases(parts);
    placeLeftovers(estimate);
  }

  private void placeLeftovers(String estimate) {
    ConfFile.Setting rounding = settings.get("announce-round-seconds");
    if (rounding != null && !rounding.value().equals("0") && !estimate.equals("never")) {
      QueueOption.note(draft, rounding, "the wait is told in whole minutes, rounded up; see round");
    }
    ConfFile.Setting onlyUp = settings.get("announce-position-only-up");
    if (onlyUp != null && isYes(onlyUp)) {
      QueueOption.note(draft, onlyUp, "a place is told as it is, also when others went before");
    }
    ConfFile.Setting toFirst = settings.get("announce-to-first-user");
    if (toFirst != null && !isYes(toFirst)) {
      QueueOption.note(
          draft, toFirst, "who is next is told so too: nobody is put through later because of it");
    }
  }

  private String position() {
    ConfFile.Setting s = settings.get("announce-position");
    if (s == null || isYes(s)) {
      return "always";
    }
    return switch (s.value()) {
      case "limit" -> "up_to";
      case "more" -> "more_than";
      default -> "never";
    };
  }

  private String estimate() {
    ConfFile.Setting s = settings.get("announce-holdtime");
    if (s == null || isYes(s)) {
      return "always";
    }
    return s.value().equals("once") ? "once" : "never";
  }

  private void phrases(List<String> parts) {
    List<String> changed = new ArrayList<>();
    for (Phrase phrase : PHRASES) {
      ConfFile.Setting s = settings.get(phrase.option());
      if (s != null && !s.value().isEmpty() && !Prompt.Sound.isName(s.value())) {
        QueueOption.note(draft, s, "not one recording's name: the usual one is played");
      } else if (s != null && !s.value().equals(phrase.option())) {
        changed.add(phrase.key() + ": " + DraftYaml.value(s.value()));
      }
    }
    if (!changed.isEmpty()) {
      parts.add("phrases: {" + String.join(", ", changed) + "}");
    }
  }

  private void messages(List<String> parts) {
    long everyS = seconds("periodic-announce-frequency", 0, 5, HOUR_S, "every");
    List<String> sounds = everyS == 0 ? List.of() : sounds();
    if (sounds.isEmpty()) {
      return;
    }
    List<String> messages = new ArrayList<>();
    messages.add("sounds: [" + String.join(", ", sounds) + "]");
    long firstS = seconds("periodic-announce-startdelay", 0, 0, HOUR_S, "first");
    if (firstS > 0) {
      messages.add("first: " + DraftYaml.seconds(firstS));
    }
    messages.add("every: " + DraftYaml.seconds(everyS));
    ConfFile.Setting random = settings.get("random-periodic-announce");
    if (random != null && isYes(random)) {
      messages.add("order: shuffled");
    }
    parts.add("messages: {" + String.join(", ", messages) + "}");
    ConfFile.Setting relative = settings.get("relative-periodic-announce");
    if (relative != null && isYes(relative)) {
      QueueOption.note(
          draft, relative, "every counts from one beginning to the next: make it longer");
    }
  }

  private List<String> sounds() {
    ConfFile.Setting s = settings.get("periodic-announce");
    if (s == null) {
      return List.of("queue-periodic-announce");
    }
    List<String> sounds = new ArrayList<>();
    for (String name : List.of(s.value().split("\\s*,\\s*"))) {
      if (Prompt.Sound.isName(name)) {
        sounds.add(DraftYaml.value(name));
      } else if (!name.isEmpty()) {
        QueueOption.note(draft, s, "\"" + name + "\" is not one recording's name: left out");
      }
    }
    return sounds;
  }

  private static boolean isYes(ConfFile.Setting setting) {
    return QueuesConfOptions.isYes(setting.value());
  }

  /** 0 stays 0 where that is the default: it switches off. */
  private long seconds(String option, long otherwise, long least, long most, String key) {
    return bounded(option, otherwise, least, most, key, "s");
  }

  private long bounded(
      String option, long otherwise, long least, long most, String key, String unit) {
    ConfFile.Setting s = settings.get(option);
    Long number = s == null ? null : QueueOption.number(draft, s);
    if (s == null || number == null || (number == 0 && otherwise == 0)) {
      return otherwise;
    }
    long kept = Math.max(least, Math.min(most, number));
    if (kept != number) {
      QueueOption.note(draft, s, "outside what suits Turno: " + key + " is " + kept + unit);
    }
    return kept;
  }
}
