package org.turno.pbx.asterisk;

/**
 * What the adapter counted since it was made.
 *
 * @param ariConnected whether calls are under control now
 * @param amiConnected whether phones are being watched now; false without AMI
 * @param connects inventories submitted after a connect
 * @param linkLosses times the ARI link was lost
 * @param resyncs inventories submitted because a fact was refused
 * @param malformed messages of Asterisk that could not be read
 * @param unknownEvents events of types that the adapter does not know
 * @param factsRefused facts that the core had no room for; the resync made up for them
 * @param strayCalls calls that the dialplan handed over without a line; they were sent back to it
 * @param effects effects reported, whatever came of them
 * @param effectsFailed of these, not Done
 * @param effectNanosSum nanoseconds from hand-over to report, summed over all effects
 * @param effectNanosMax the longest of them
 */
public record AsteriskFigures(
    boolean ariConnected,
    boolean amiConnected,
    long connects,
    long linkLosses,
    long resyncs,
    long malformed,
    long unknownEvents,
    long factsRefused,
    long strayCalls,
    long effects,
    long effectsFailed,
    long effectNanosSum,
    long effectNanosMax) {}
