package org.turno.acd.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a contact that has waited asks for less. Steps are taken in order, each at its time, or at
 * once when nobody signed in could match what the contact asks before it.
 *
 * @param afterMs since the contact entered the queue
 * @param requirement what it asks from then on, instead; null for the same as before
 * @param preference what it prefers from then on, instead; null for the same as before
 * @param addPriority what its priority gains
 * @param addQueues whose agents may serve it besides
 */
public record RelaxationStep(
    long afterMs,
    @Nullable Requirement requirement,
    @Nullable Requirement preference,
    int addPriority,
    List<QueueId> addQueues) {
  /** Copies the list. */
  public RelaxationStep {
    addQueues = List.copyOf(addQueues);
    if (afterMs < 0) {
      throw new IllegalArgumentException("a step after " + afterMs + " ms: use 0 or more");
    }
  }

  /** With the same preference as before. */
  public RelaxationStep(
      long afterMs, @Nullable Requirement requirement, int addPriority, List<QueueId> addQueues) {
    this(afterMs, requirement, null, addPriority, addQueues);
  }
}
