package org.turno.stats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.QueueId;

/** Whose staffing an agent counts in: of queues of Turno's, of a PBX's own, of a team. */
final class AgentGroups {
  private List<QueueModel> queues = List.of();
  private List<QueueModel> watched = List.of();
  private @Nullable TeamModel team;

  void serves(List<QueueModel> newQueues, @Nullable TeamModel newTeam) {
    queues = List.copyOf(newQueues);
    team = newTeam;
  }

  void watchedIn(List<QueueModel> newQueues) {
    watched = List.copyOf(newQueues);
  }

  @Nullable TeamModel team() {
    return team;
  }

  void join(AgentState state, long timeMs) {
    staffing().forEach(group -> group.join(state, timeMs));
  }

  void leave(AgentState state, long timeMs) {
    staffing().forEach(group -> group.leave(state, timeMs));
  }

  private List<StaffingCounter> staffing() {
    List<StaffingCounter> groups = new ArrayList<>();
    queues.forEach(queue -> groups.add(queue.counter.staffing()));
    watched.forEach(queue -> groups.add(queue.counter.staffing()));
    if (team != null) {
      groups.add(team.staffing);
    }
    return groups;
  }

  /** Turno's queues. */
  List<QueueId> ownIds() {
    return queues.stream().map(queue -> queue.id).toList();
  }

  /** All queues. */
  List<QueueId> allIds() {
    List<QueueId> ids = new ArrayList<>(ownIds());
    watched.forEach(queue -> ids.add(queue.id));
    return List.copyOf(ids);
  }
}
