package org.turno.stats.metrics;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Numbers that only other parts know, read at each scrape. Safe for any thread.
 *
 * @param journalSeq the last entry that was appended
 * @param inboxDepth inputs that wait to be decided
 * @param links what the links to PBXs count
 */
public record MetricsSources(
    LongSupplier journalSeq, LongSupplier inboxDepth, Supplier<List<LinkCounter>> links) {
  /** Without links. */
  public MetricsSources(LongSupplier journalSeq, LongSupplier inboxDepth) {
    this(journalSeq, inboxDepth, List::of);
  }
}
