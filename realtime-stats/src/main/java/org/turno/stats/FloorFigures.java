package org.turno.stats;

import java.util.List;

/**
 * Everything that is shown, at one moment. Immutable; a row that did not change is the same object
 * as in the figures before.
 *
 * @param seq the last journal entry that is counted; 0 before the first
 * @param timeMs that entry's time, epoch milliseconds
 * @param dayStartMs local midnight from which the tallies count, epoch milliseconds
 * @param totals over all queues; a contact that overflows between queues counts once
 * @param queues in the configuration's order
 * @param agents in the configuration's order
 * @param teams in the configuration's order
 * @param contacts waiting, ringing and talking, in order of arrival
 * @param pbxs in the configuration's order
 * @param trend the last hour, minute by minute
 * @param pauses by reason, in the configuration's order
 * @param doors lines and queues that can be closed, in the configuration's order
 * @param observed PBXs whose own queues are looked at, in the configuration's order
 */
public record FloorFigures(
    long seq,
    long timeMs,
    long dayStartMs,
    GroupFigures totals,
    List<QueueFigures> queues,
    List<AgentFigures> agents,
    List<TeamFigures> teams,
    List<ContactFigures> contacts,
    List<PbxFigures> pbxs,
    List<TrendPoint> trend,
    List<PauseFigures> pauses,
    List<DoorFigures> doors,
    List<ObservedSource> observed) {
  /** Copies the lists. */
  public FloorFigures {
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    teams = List.copyOf(teams);
    contacts = List.copyOf(contacts);
    pbxs = List.copyOf(pbxs);
    trend = List.copyOf(trend);
    pauses = List.copyOf(pauses);
    doors = List.copyOf(doors);
    observed = List.copyOf(observed);
  }

  /** Time of the day in pauses that are paid, or in those that are not, of all agents. */
  public long pausedMs(boolean paid, long nowMs) {
    return pauses.stream()
        .filter(p -> p.reason().paid() == paid)
        .mapToLong(p -> p.totalMs(nowMs))
        .sum();
  }
}
