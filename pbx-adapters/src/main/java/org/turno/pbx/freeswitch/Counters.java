package org.turno.pbx.freeswitch;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** The adapter's counters. Safe for any thread. */
final class Counters {
  final LongAdder connects = new LongAdder();
  final LongAdder linkLosses = new LongAdder();
  final LongAdder resyncs = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder factsRefused = new LongAdder();
  final LongAdder effects = new LongAdder();
  final LongAdder effectsFailed = new LongAdder();
  final LongAdder effectNanosSum = new LongAdder();
  final LongAccumulator effectNanosMax = new LongAccumulator(Math::max, 0);
  volatile boolean connected;

  FreeSwitchFigures figures() {
    return new FreeSwitchFigures(
        connected,
        connects.sum(),
        linkLosses.sum(),
        resyncs.sum(),
        malformed.sum(),
        factsRefused.sum(),
        effects.sum(),
        effectsFailed.sum(),
        effectNanosSum.sum(),
        effectNanosMax.get());
  }
}
