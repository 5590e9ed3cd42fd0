package org.turno.acd.plan;

/**
 * A team as configured. What it gives its agents (skills, queues, tiers) is in their own plans
 * already.
 *
 * @param name what people read
 */
public record TeamPlan(TeamId id, String name) {}
