package org.turno.server.config;

import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.RetryDelays;

/** Reads how a queue asks agents and what an offer that failed means. */
final class OfferReader {
  private static final long HOUR_MS = 3_600_000;
  private static final int MOST = 1_000;

  private OfferReader() {}

  static OfferPolicy read(MapReader queue) {
    OfferPolicy usual = OfferPolicy.DEFAULT;
    return new OfferPolicy(
        queue.durationMs("offer_timeout", usual.timeoutMs(), 1_000, HOUR_MS),
        queue.integer("misses_before_pause", usual.missesBeforePause(), 0, MOST),
        queue.integer("rejections_before_pause", 0, 0, MOST),
        queue.flag("rejection_is_miss"),
        delays(queue, usual.delays()));
  }

  /** One delay for all, or a mapping with one for each way to fail. */
  private static RetryDelays delays(MapReader queue, RetryDelays usual) {
    if (!queue.hasMapping("retry_delay")) {
      return RetryDelays.all(queue.durationMs("retry_delay", usual.noAnswerMs(), 0, HOUR_MS));
    }
    MapReader map = queue.map("retry_delay", Section.RETRY_DELAY);
    return map == null
        ? usual
        : new RetryDelays(
            map.durationMs("no_answer", usual.noAnswerMs(), 0, HOUR_MS),
            map.durationMs("rejected", usual.rejectedMs(), 0, HOUR_MS),
            map.durationMs("busy", usual.busyMs(), 0, HOUR_MS),
            map.durationMs("unreachable", usual.unreachableMs(), 0, HOUR_MS));
  }
}
