package org.turno.server.config;

import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PbxId;

/**
 * How to reach a PBX whose own queues are looked at.
 *
 * @param kind what distributes calls there
 * @param ami the manager interface of an Asterisk
 */
public record ObserverConfig(PbxId id, ObservedPlan.Kind kind, AsteriskConfig.Ami ami) {}
