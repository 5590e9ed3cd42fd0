package org.turno.pbx;

/**
 * Something that a link to a PBX counts, for metrics.
 *
 * @param name as metrics are called, without {@code _total}
 * @param help what it counts
 * @param link which link of the PBX: {@code calls} or {@code queues}
 * @param value since the process started
 */
public record LinkCount(String name, String help, String link, double value) {
  /** Help of {@code acd_link_connects}. */
  public static final String CONNECTS = "Inventories handed in after a connect.";

  /** Help of {@code acd_link_losses}. */
  public static final String LOSSES = "Times the link was lost.";

  /** Help of {@code acd_link_resyncs}. */
  public static final String RESYNCS = "Inventories handed in because something was missed.";

  /** Help of {@code acd_link_malformed}. */
  public static final String MALFORMED = "Messages of the PBX that could not be read.";

  /** Help of {@code acd_link_facts_refused}. */
  public static final String REFUSED = "Facts that the core had no room for.";

  /** The link by which calls are steered. */
  public static final String CALLS = "calls";

  /** The link by which a PBX's own queues are looked at. */
  public static final String QUEUES = "queues";
}
