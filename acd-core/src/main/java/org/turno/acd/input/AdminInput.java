package org.turno.acd.input;

import org.turno.acd.plan.FloorPlan;

/** What the installation itself tells the core. */
public sealed interface AdminInput extends Input {
  /**
   * A new journal begins.
   *
   * @param journalId a short name, unique per journal, that goes into the ids Turno gives to what
   *     it makes on a PBX, so that two journals never make the same id
   */
  record JournalStarted(String journalId) implements AdminInput {}

  /**
   * Turno runs again on a journal that has entries. Nobody will report on what the process before
   * had under way, and no PBX is connected.
   */
  record Restarted() implements AdminInput {}

  /** The configuration was read or read again; it is whole and consistent. */
  record PlanLoaded(FloorPlan plan) implements AdminInput {}
}
