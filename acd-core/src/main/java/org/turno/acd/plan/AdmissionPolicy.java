package org.turno.acd.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom a queue takes in and for how long it keeps them. All times in milliseconds.
 *
 * @param maxWaitMs after which a contact overflows; 0 for never
 * @param maxLength contacts that may wait; one more overflows at once; 0 for no limit
 * @param overflow where an overflowing contact goes
 * @param empty what it does when nobody is there
 * @param overflowWhen where a contact goes by one limit, instead
 */
public record AdmissionPolicy(
    long maxWaitMs,
    int maxLength,
    @Nullable Destination overflow,
    EmptyPolicy empty,
    SortedMap<Limit, Destination> overflowWhen) {
  /** Everybody, for as long as it takes. */
  public static final AdmissionPolicy NO_LIMITS = new AdmissionPolicy(0, 0, null);

  /** Rejects limits without a destination and limits that make no sense. */
  public AdmissionPolicy {
    overflowWhen = Collections.unmodifiableSortedMap(new TreeMap<>(overflowWhen));
    if (maxWaitMs < 0 || maxLength < 0) {
      throw new IllegalArgumentException(
          "a wait of " + maxWaitMs + " ms, a length of " + maxLength + ": use 0 or more");
    }
    for (Limit limit : Limit.values()) {
      if (has(limit, maxWaitMs, maxLength, empty)
          && overflow == null
          && !overflowWhen.containsKey(limit)) {
        throw new IllegalArgumentException(
            "the limit " + limit + " but no overflow: say where its contacts go");
      }
    }
  }

  /** It is nothing to the queue whether anybody is there. */
  public AdmissionPolicy(long maxWaitMs, int maxLength, @Nullable Destination overflow) {
    this(maxWaitMs, maxLength, overflow, EmptyPolicy.NONE, Collections.emptySortedMap());
  }

  /** Whether it has a limit. */
  public boolean has(Limit limit) {
    return has(limit, maxWaitMs, maxLength, empty);
  }

  private static boolean has(Limit limit, long maxWaitMs, int maxLength, EmptyPolicy empty) {
    return switch (limit) {
      case MAX_LENGTH -> maxLength > 0;
      case MAX_WAIT -> maxWaitMs > 0;
      case JOIN_EMPTY -> empty.join() != null;
      case LEAVE_EMPTY -> empty.leave() != null;
      case NO_AGENT -> empty.maxWaitMs() > 0;
    };
  }

  /** Where a contact goes by a limit; null where nothing is said. */
  public @Nullable Destination way(Limit limit) {
    Destination own = overflowWhen.get(limit);
    return own == null ? overflow : own;
  }
}
