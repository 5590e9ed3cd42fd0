package org.turno.pbx.asterisk;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** The adapter's counters. Safe for any thread. */
final class Counters {
  final LongAdder connects = new LongAdder();
  final LongAdder linkLosses = new LongAdder();
  final LongAdder resyncs = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder unknownEvents = new LongAdder();
  final LongAdder factsRefused = new LongAdder();
  final LongAdder strayCalls = new LongAdder();
  final LongAdder effects = new LongAdder();
  final LongAdder effectsFailed = new LongAdder();
  final LongAdder effectNanosSum = new LongAdder();
  final LongAccumulator effectNanosMax = new LongAccumulator(Math::max, 0);
  volatile boolean ariConnected;
  volatile boolean amiConnected;

  AsteriskFigures figures() {
    return new AsteriskFigures(
        ariConnected,
        amiConnected,
        connects.sum(),
        linkLosses.sum(),
        resyncs.sum(),
        malformed.sum(),
        unknownEvents.sum(),
        factsRefused.sum(),
        strayCalls.sum(),
        effects.sum(),
        effectsFailed.sum(),
        effectNanosSum.sum(),
        effectNanosMax.get());
  }
}
