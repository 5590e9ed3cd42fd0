package org.turno.pbx.asterisk;

import java.util.List;
import org.turno.pbx.LinkCount;

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
    long effectNanosMax) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** For metrics. */
  public List<LinkCount> counts() {
    return List.of(
        count("acd_link_connects", LinkCount.CONNECTS, connects),
        count("acd_link_losses", LinkCount.LOSSES, linkLosses),
        count("acd_link_resyncs", LinkCount.RESYNCS, resyncs),
        count("acd_link_malformed", LinkCount.MALFORMED, malformed),
        count("acd_link_facts_refused", LinkCount.REFUSED, factsRefused),
        count(
            "acd_link_unknown_events",
            "Events of types that the adapter does not know.",
            unknownEvents),
        count(
            "acd_link_stray_calls",
            "Calls that came without a line and were sent back.",
            strayCalls),
        count("acd_effects", "Effects reported, whatever came of them.", effects),
        count("acd_effects_failed", "Effects that were not done.", effectsFailed),
        new LinkCount(
            "acd_effect_seconds",
            "Time from the hand-over of effects to their reports, added up.",
            LinkCount.CALLS,
            effectNanosSum / NANOS_PER_SECOND));
  }

  private static LinkCount count(String name, String help, long value) {
    return new LinkCount(name, help, LinkCount.CALLS, (double) value);
  }
}
