package org.turno.stats.metrics;

import java.util.function.LongSupplier;

/**
 * Numbers that only other parts know, read at each scrape. Safe for any thread.
 *
 * @param journalSeq the last entry that was appended
 * @param inboxDepth inputs that wait to be decided
 */
public record MetricsSources(LongSupplier journalSeq, LongSupplier inboxDepth) {}
