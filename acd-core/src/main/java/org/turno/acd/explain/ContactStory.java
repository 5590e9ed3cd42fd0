package org.turno.acd.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Requirement;

/**
 * All that the journal tells of one contact.
 *
 * @param contact which
 * @param lastMs the time of the last entry that was read, epoch milliseconds
 * @param steps in order of time; the first is its arrival
 */
public record ContactStory(ContactId contact, long lastMs, List<Step> steps) {
  /** Copies the list. */
  public ContactStory {
    steps = List.copyOf(steps);
  }

  /** Its arrival. */
  public Step.Came came() {
    return (Step.Came) steps.getFirst();
  }

  /** The queue that it was in last; null where it never got into one. */
  public Step.@Nullable Queued queue() {
    return last(Step.Queued.class);
  }

  /** What it asked for last; nothing where it never got into a queue. */
  public Requirement requirement() {
    for (Step step : steps.reversed()) {
      if (step instanceof Step.Relaxed relaxed) {
        return relaxed.requirement();
      } else if (step instanceof Step.Queued queued) {
        return queued.requirement();
      }
    }
    return Requirement.nothing();
  }

  /** Its priority in the end, apart from ageing. */
  public int priority() {
    for (Step step : steps.reversed()) {
      if (step instanceof Step.Relaxed relaxed) {
        return relaxed.priority();
      } else if (step instanceof Step.Reprioritized changed) {
        return changed.priority();
      }
    }
    return came().priority();
  }

  /** Its end; null while it is not over. */
  public Step.@Nullable Ended end() {
    return last(Step.Ended.class);
  }

  /** The answer of the agent who talks or talked with it; null where there is none. */
  public Step.@Nullable Answered answer() {
    for (Step step : steps.reversed()) {
      if (step instanceof Step.Answered answered) {
        return answered;
      } else if (step instanceof Step.Returned) {
        return null;
      }
    }
    return null;
  }

  /** From its arrival to the answer, or to the end or the last entry where there is none. */
  public long waitMs() {
    Step.Ended end = end();
    Step.Answered answer = answer();
    if (end != null) {
      return end.waitMs();
    }
    return answer == null ? lastMs - came().arrivedMs() : answer.waitMs();
  }

  private <T extends Step> @Nullable T last(Class<T> type) {
    return steps.reversed().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }
}
