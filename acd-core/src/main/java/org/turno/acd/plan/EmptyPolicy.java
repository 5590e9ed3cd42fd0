package org.turno.acd.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a queue does when nobody is there who could serve its contacts.
 *
 * @param join whom a contact that comes does not count as there; null where contacts come in
 *     whoever is there
 * @param leave likewise for a contact that waits; null where it stays whoever goes
 * @param maxWaitMs a contact overflows when nobody has been there for so long; 0 for never
 * @param newcomersMs how long a contact may wait that comes when that time is over already
 * @param absent whom these two times do not count as there
 */
public record EmptyPolicy(
    @Nullable List<Absence> join,
    @Nullable List<Absence> leave,
    long maxWaitMs,
    long newcomersMs,
    List<Absence> absent) {
  /** It is nothing to the queue. */
  public static final EmptyPolicy NONE = new EmptyPolicy(null, null, 0, 0, List.of());

  /** Copies the lists and rejects times that make no sense. */
  public EmptyPolicy {
    join = join == null ? null : List.copyOf(join);
    leave = leave == null ? null : List.copyOf(leave);
    absent = List.copyOf(absent);
    if (maxWaitMs < 0 || newcomersMs < 0) {
      throw new IllegalArgumentException(
          "a wait of " + maxWaitMs + " ms without agents, then " + newcomersMs + ": use 0 or more");
    }
  }

  /** Whether it has to be looked at whenever agents come and go. */
  public boolean watches() {
    return leave != null || maxWaitMs > 0;
  }
}
