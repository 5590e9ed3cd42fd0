package org.turno.pbx.sim;

/** Poisson arrivals whose rate changes from slot to slot. */
final class Arrivals {
  private final LineTraffic traffic;
  private final SimRandom random;
  private final long startMs;

  /** Position in the endless row of days, in milliseconds since its beginning. */
  private double atMs;

  Arrivals(LineTraffic traffic, SimRandom random, long startMs, long intoTheDayMs) {
    this.traffic = traffic;
    this.random = random;
    this.startMs = startMs - intoTheDayMs;
    this.atMs = intoTheDayMs;
  }

  /** When the next call comes, epoch milliseconds. */
  long nextMs() {
    double due = random.exponential(1);
    while (true) {
      long slot = (long) (atMs / traffic.slotMs());
      int index = (int) (slot % traffic.callsPerSlot().size());
      double perMs = traffic.callsPerSlot().get(index) / traffic.slotMs();
      double leftMs = (slot + 1) * (double) traffic.slotMs() - atMs;
      if (perMs * leftMs >= due) {
        atMs += due / perMs;
        return startMs + (long) atMs;
      }
      due -= perMs * leftMs;
      atMs = (slot + 1) * (double) traffic.slotMs();
    }
  }
}
