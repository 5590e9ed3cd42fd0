package org.turno.pbx;

import java.util.List;

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
    long factsRefused) {
  /** For metrics. */
  public List<LinkCount> counts() {
    return List.of(
        count("acd_link_connects", LinkCount.CONNECTS, connects),
        count("acd_link_losses", LinkCount.LOSSES, linkLosses),
        count("acd_link_resyncs", LinkCount.RESYNCS, resyncs),
        count("acd_link_malformed", LinkCount.MALFORMED, malformed),
        count("acd_link_facts_refused", LinkCount.REFUSED, factsRefused));
  }

  private static LinkCount count(String name, String help, long value) {
    return new LinkCount(name, help, LinkCount.QUEUES, (double) value);
  }
}
