package org.turno.acd.plan;

/**
 * A PBX as the core knows it; addresses and passwords stay with the adapter.
 *
 * @param id its name
 */
public record PbxPlan(PbxId id) {}
