package org.turno.load.conformance;

import org.junit.jupiter.api.Timeout;

/** The simulated PBX behaves as a real one does where the core relies on it. */
@Timeout(120)
final class SimulatedConformanceTest extends PbxConformance {
  @Override
  PbxUnderTest open() {
    return new SimulatedUnderTest();
  }
}
