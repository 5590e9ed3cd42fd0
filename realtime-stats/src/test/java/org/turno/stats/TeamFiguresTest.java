package org.turno.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.TeamPlan;

/** What a supervisor reads of a team. */
final class TeamFiguresTest {
  private static final TeamId EARLY = new TeamId("early");
  private static final TeamId LATE = new TeamId("late");
  private final FloorScript floor = new FloorScript();

  private static FloorPlan teams(TeamId ofFirst) {
    FloorPlan plan = TestPlans.floor(3, 4);
    List<AgentPlan> agents =
        plan.agents().stream()
            .map(a -> a.with(a.id().value().equals("a0") ? ofFirst : LATE))
            .toList();
    return new FloorPlan(
        plan.pbxs(),
        plan.lines(),
        plan.queues(),
        agents,
        List.of(),
        List.of(new TeamPlan(EARLY, "Early"), new TeamPlan(LATE, "Late")));
  }

  private TeamFigures team(TeamId id) {
    return floor.now().teams().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private void aCallOf(String agent) {
    floor.at(10).signIn(agent).arrives("c", "q0").offered("c", "q0", agent);
    floor.at(15).answers("c", agent, 5);
    floor.at(75).hangsUp("c", "q0", agent, 60);
    floor.at(85).wrapUpEnds(agent);
  }

  @Test
  void a_team_counts_its_own_agents_and_their_work() {
    floor.entry(new SystemEvent.PlanApplied(teams(EARLY)));
    aCallOf("a0");
    floor.signIn("a1");
    TeamFigures early = team(EARLY);
    assertEquals(1, early.handled());
    assertEquals(OptionalDouble.of(70_000), early.ahtMs());
    assertEquals(1, early.staffing().byState().signedIn());
    assertEquals(1, early.staffing().byState().of(AgentState.AVAILABLE));
    assertEquals(1, team(LATE).staffing().byState().signedIn());
    assertEquals(0, team(LATE).handled());
    assertEquals(EARLY, floor.agent("a0").team());
  }

  @Test
  void who_changes_the_team_takes_the_state_along_and_leaves_the_work() {
    floor.entry(new SystemEvent.PlanApplied(teams(EARLY)));
    aCallOf("a0");
    floor.entry(new AgentEvent.Paused(new AgentId("a0"), "lunch", false));
    floor.entry(new SystemEvent.PlanApplied(teams(LATE)));
    assertEquals(0, team(EARLY).staffing().byState().signedIn());
    assertEquals(1, team(EARLY).handled());
    assertEquals(1, team(LATE).staffing().byState().of(AgentState.PAUSED));
    assertEquals(0, team(LATE).handled());
  }
}
