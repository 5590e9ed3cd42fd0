package org.turno.stats.metrics;

/**
 * A counter that a link to a PBX keeps; it begins with the process.
 *
 * @param name without {@code _total}
 * @param help what it counts
 * @param pbx the link's PBX
 * @param link which link of the PBX
 */
public record LinkCounter(String name, String help, String pbx, String link, double value) {}
