package org.turno.pbx.freeswitch;

import java.util.List;
import org.turno.pbx.LinkCount;

/**
 * What the adapter counted since it was made.
 *
 * @param connected whether calls are under control now
 * @param connects inventories submitted after a connect
 * @param linkLosses times the link was lost
 * @param resyncs inventories submitted because something was missed
 * @param malformed messages of FreeSWITCH that could not be read
 * @param factsRefused facts that the core had no room for; the resync made up for them
 * @param effects effects reported, whatever came of them
 * @param effectsFailed of these, not Done
 * @param effectNanosSum nanoseconds from hand-over to report, summed over all effects
 * @param effectNanosMax the longest of them
 */
public record FreeSwitchFigures(
    boolean connected,
    long connects,
    long linkLosses,
    long resyncs,
    long malformed,
    long factsRefused,
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
