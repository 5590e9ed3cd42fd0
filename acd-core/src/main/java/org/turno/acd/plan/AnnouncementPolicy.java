package org.turno.acd.plan;

import java.util.List;

/**
 * What a queue tells those who wait, and when. None of it keeps anybody waiting: it is played while
 * an agent is sought, and what puts the caller through cuts it short. All times in milliseconds.
 *
 * @param firstMs from entering the queue to the first telling of place and time
 * @param everyMs from one telling to the next; 0: only once
 * @param gapMs at least between the beginnings of any two announcements
 * @param onChange whether a place that changed is told as soon as the gap allows
 * @param position which places are told
 * @param limit the place up to which they are, or beyond which "more than" is said; 0 where every
 *     or no place is told
 * @param estimate whether the expected wait is told
 * @param roundMs to which multiple it is rounded up: whole minutes
 * @param phrases the recordings around the numbers
 * @param messages what else is played
 */
public record AnnouncementPolicy(
    long firstMs,
    long everyMs,
    long gapMs,
    boolean onChange,
    Position position,
    int limit,
    Estimate estimate,
    long roundMs,
    Phrases phrases,
    Messages messages) {
  /** Which places are told. */
  public enum Position {
    /** None. */
    NEVER,
    /** Every one. */
    ALWAYS,
    /** Those up to a limit. */
    UP_TO,
    /** Those up to a limit; of the others, that they are beyond it. */
    MORE_THAN
  }

  /** Whether the expected wait is told. */
  public enum Estimate {
    /** No. */
    NEVER,
    /** The first time only. */
    ONCE,
    /** Each time. */
    ALWAYS
  }

  /**
   * The recordings around the numbers, by the PBX's names; an empty one is left out.
   *
   * @param next you are next
   * @param position before the number of the place
   * @param positionEnd after it
   * @param moreThan before the limit, where the place is beyond it
   * @param moreThanEnd after it
   * @param estimate before the minutes
   * @param minute after one minute
   * @param minutes after several
   * @param end at the end of each telling
   */
  public record Phrases(
      String next,
      String position,
      String positionEnd,
      String moreThan,
      String moreThanEnd,
      String estimate,
      String minute,
      String minutes,
      String end) {
    /** Asterisk's own recordings for queues, which exist in many languages. */
    public static final Phrases ASTERISK =
        new Phrases(
            "queue-youarenext",
            "queue-thereare",
            "queue-callswaiting",
            "queue-quantity1",
            "queue-quantity2",
            "queue-holdtime",
            "queue-minute",
            "queue-minutes",
            "queue-thankyou");
  }

  /**
   * Messages from time to time.
   *
   * @param texts one after the other, again from the first after the last
   * @param firstMs from entering the queue to the first
   * @param everyMs from the beginning of one to that of the next
   * @param shuffled whether each next one is drawn, instead of the one that follows
   */
  public record Messages(List<List<Prompt>> texts, long firstMs, long everyMs, boolean shuffled) {
    /** None. */
    public static final Messages NONE = new Messages(List.of(), 0, 0, false);

    /** Copies the lists and rejects times that make no sense. */
    public Messages {
      texts = texts.stream().map(List::copyOf).toList();
      if (!texts.isEmpty() && (firstMs < 0 || everyMs < 1)) {
        throw new IllegalArgumentException("messages every " + everyMs + " ms: use 1 or more");
      }
    }
  }

  /** Nothing is told. */
  public static final AnnouncementPolicy NONE =
      new AnnouncementPolicy(
          0,
          0,
          1_000,
          false,
          Position.NEVER,
          0,
          Estimate.NEVER,
          60_000,
          Phrases.ASTERISK,
          Messages.NONE);

  /** Rejects times that make no sense. */
  public AnnouncementPolicy {
    if (firstMs < 0 || everyMs < 0 || gapMs < 1 || limit < 0) {
      throw new IllegalArgumentException("a time or limit of announcements is negative: use more");
    } else if (roundMs < 60_000 || roundMs % 60_000 != 0) {
      throw new IllegalArgumentException(
          "estimates are rounded to " + roundMs + " ms: use whole minutes, for so they are spoken");
    } else if (limit == 0 && (position == Position.UP_TO || position == Position.MORE_THAN)) {
      throw new IllegalArgumentException(
          "places are told up to a limit, which is 0: use 1 or more");
    }
  }

  /** Whether place or time are told at all. */
  public boolean tellsPlace() {
    return position != Position.NEVER || estimate != Estimate.NEVER;
  }

  /** Whether anything is told. */
  public boolean tells() {
    return tellsPlace() || !messages.texts().isEmpty();
  }
}
