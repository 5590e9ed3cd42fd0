package org.turno.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AnnouncementPolicy;
import org.turno.acd.plan.AnnouncementPolicy.Estimate;
import org.turno.acd.plan.AnnouncementPolicy.Messages;
import org.turno.acd.plan.AnnouncementPolicy.Phrases;
import org.turno.acd.plan.AnnouncementPolicy.Position;
import org.turno.acd.plan.Prompt;

/** Reads what a queue tells those who wait. */
final class AnnouncementReader {
  private static final long SECOND_MS = 1_000;
  private static final long MINUTE_MS = 60 * SECOND_MS;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  /** So long place and time take to be spoken, about. */
  private static final long SPOKEN_MS = 12 * SECOND_MS;

  /** The order of messages. */
  private enum Order {
    IN_TURN,
    SHUFFLED
  }

  private final Problems problems;

  AnnouncementReader(Problems problems) {
    this.problems = problems;
  }

  AnnouncementPolicy read(MapReader queue) {
    MapReader map = queue.map("announcements", Section.ANNOUNCEMENTS);
    if (map == null) {
      return AnnouncementPolicy.NONE;
    }
    Position position = map.oneOf("position", Position.NEVER);
    Estimate estimate = map.oneOf("estimate", Estimate.NEVER);
    Messages messages = messages(map.map("messages", Section.MESSAGES));
    if (position == Position.NEVER && estimate == Estimate.NEVER && messages.texts().isEmpty()) {
      problems.error(
          map.spot(),
          map.where() + " announces nothing",
          "add position: always, estimate: always or messages: {sounds: [NAME], every: 2m}");
    }
    AnnouncementPolicy policy =
        new AnnouncementPolicy(
            map.durationMs("first", 30 * SECOND_MS, 0, HOUR_MS),
            map.durationMs("every", MINUTE_MS, 0, HOUR_MS),
            map.durationMs("gap", 15 * SECOND_MS, SECOND_MS, HOUR_MS),
            map.flag("on_change"),
            position,
            limit(map, position),
            estimate,
            roundMs(map),
            phrases(map.map("phrases", Section.PHRASES)),
            messages);
    checkGap(map, policy);
    return policy;
  }

  /** Where something else may follow a place and a time before they are spoken. */
  private void checkGap(MapReader map, AnnouncementPolicy policy) {
    boolean often = policy.everyMs() > 0 && policy.everyMs() < SPOKEN_MS;
    boolean follows = policy.onChange() || often || !policy.messages().texts().isEmpty();
    if (policy.tellsPlace() && follows && policy.gapMs() < SPOKEN_MS) {
      problems.warning(
          map.spotOf("gap"),
          map.where()
              + " may begin "
              + Durations.format(policy.gapMs())
              + " after one another, and what is not spoken to its end by then is cut off",
          "write gap: 15s, or leave it out: place and time take about "
              + Durations.format(SPOKEN_MS));
    }
  }

  private int limit(MapReader map, Position position) {
    boolean needed = position == Position.UP_TO || position == Position.MORE_THAN;
    if (needed != map.has("position_limit")) {
      problems.error(
          needed ? map.spotOf("position") : map.spotOf("position_limit"),
          map.where()
              + (needed ? " tells places up to a limit and has none" : " has a limit for nothing"),
          needed
              ? "add position_limit: 5"
              : "write position: up_to or position: more_than, or remove position_limit");
      return needed ? 1 : 0;
    }
    return needed ? map.integer("position_limit", 1, 1, 1_000) : 0;
  }

  private long roundMs(MapReader map) {
    long roundMs = map.durationMs("round", MINUTE_MS, MINUTE_MS, HOUR_MS);
    if (roundMs % MINUTE_MS != 0) {
      problems.error(
          map.spotOf("round"),
          map.where() + " rounds to parts of a minute",
          "use whole minutes, as 5m: so they are spoken");
      return MINUTE_MS;
    }
    return roundMs;
  }

  private Messages messages(@Nullable MapReader map) {
    if (map == null) {
      return Messages.NONE;
    }
    List<Text> sounds = map.texts("sounds");
    if (sounds.isEmpty()) {
      problems.error(map.spot(), map.where() + " has no sounds", "add sounds: [turno/patience]");
      return Messages.NONE;
    }
    SoundReader reader = new SoundReader(problems);
    List<List<Prompt>> texts =
        sounds.stream().map(sound -> List.of(reader.prompt(map, "sounds", sound))).toList();
    long everyMs = map.durationMs("every", 2 * MINUTE_MS, 5 * SECOND_MS, HOUR_MS);
    return new Messages(
        texts,
        map.durationMs("first", everyMs, 0, HOUR_MS),
        everyMs,
        map.oneOf("order", Order.IN_TURN) == Order.SHUFFLED);
  }

  private Phrases phrases(@Nullable MapReader map) {
    Phrases usual = Phrases.ASTERISK;
    if (map == null) {
      return usual;
    }
    return new Phrases(
        phrase(map, "next", usual.next()),
        phrase(map, "position", usual.position()),
        phrase(map, "position_end", usual.positionEnd()),
        phrase(map, "more_than", usual.moreThan()),
        phrase(map, "more_than_end", usual.moreThanEnd()),
        phrase(map, "estimate", usual.estimate()),
        phrase(map, "minute", usual.minute()),
        phrase(map, "minutes", usual.minutes()),
        phrase(map, "end", usual.end()));
  }

  /** An empty one is not played. */
  private String phrase(MapReader map, String key, String usual) {
    Text text = map.text(key);
    if (text != null && !text.value().isEmpty()) {
      new SoundReader(problems).prompt(map, key, text);
    }
    return text == null ? usual : text.value();
  }
}
