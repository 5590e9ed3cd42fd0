package org.turno.stats;

import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PbxId;

/**
 * A PBX whose own queues are looked at.
 *
 * @param connected whether what is shown of them is of now
 * @param sinceMs since when, epoch milliseconds; 0 where they were never seen
 */
public record ObservedSource(PbxId pbx, ObservedPlan.Kind kind, boolean connected, long sinceMs) {}
