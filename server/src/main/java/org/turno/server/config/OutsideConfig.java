package org.turno.server.config;

/**
 * How people outside are called.
 *
 * @param dial what the PBX dials, with {number} in place of the number
 * @param callerId the number that they see
 */
public record OutsideConfig(String dial, String callerId) {}
