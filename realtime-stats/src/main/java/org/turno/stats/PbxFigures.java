package org.turno.stats;

import org.turno.acd.plan.PbxId;

/**
 * One PBX at one moment.
 *
 * @param connected whether the link is up and its inventory was worked through
 * @param version what the PBX calls itself; empty before the first connection
 * @param sinceMs when the link came or went, epoch milliseconds; 0 where it never was up
 */
public record PbxFigures(PbxId id, boolean connected, String version, long sinceMs) {}
