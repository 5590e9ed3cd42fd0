package org.turno.pbx;

/**
 * What an observer counted since it was made.
 *
 * @param connected whether it sees the queues now
 * @param connects inventories submitted after a connect
 * @param linkLosses times the link was lost
 * @param resyncs inventories submitted because what was told differed from what the PBX holds
 * @param malformed events that could not be read
 * @param factsRefused facts that the core had no room for; an inventory made up for them
 */
public record ObserverFigures(
    boolean connected,
    long connects,
    long linkLosses,
    long resyncs,
    long malformed,
    long factsRefused) {}
