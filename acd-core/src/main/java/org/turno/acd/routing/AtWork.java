package org.turno.acd.routing;

import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.plan.AgentPlan;

/** An agent at work as the router has filed it: with whom it is alike, and whether it is free. */
final class AtWork implements Agent.Filing {
  final Agent agent;
  final int place;
  final Profile profile;
  private final AgentPlan plan;

  /** The figures under which a free agent is filed; null while it is not free. */
  @Nullable FreeAgent free;

  /**
   * Files an agent who is not free yet.
   *
   * @param place in the order of the configuration
   */
  AtWork(Agent agent, int place, Profile profile) {
    this.agent = agent;
    this.place = place;
    this.profile = profile;
    this.plan = agent.plan();
  }

  /** Whether the agent is no longer like those of the profile. */
  boolean hasChanged() {
    return (!agent.plan().equals(plan)
            || !agent.strain().keptFrom().equals(profile.key.sparedFrom()))
        && !profile.key.equals(Profile.Key.of(agent));
  }
}
