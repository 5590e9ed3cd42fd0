package org.turno.pbx.sim;

/**
 * How long things take on a simulated PBX; each duration is drawn evenly from a range, in
 * milliseconds.
 *
 * @param linkMinMs least time of a message between the PBX and Turno
 * @param linkMaxMs most
 * @param ringMinMs least time from dialling a phone to its ringing
 * @param ringMaxMs most
 * @param deadManMs after which an unattended caller goes to the fallback
 * @param rearmMs how often the adapter re-arms
 * @param reconnectMs how long the adapter waits before it tries the link again
 */
public record ExchangeTimes(
    long linkMinMs,
    long linkMaxMs,
    long ringMinMs,
    long ringMaxMs,
    long deadManMs,
    long rearmMs,
    long reconnectMs) {
  /** As measured beside a PBX on the same machine; the dead man's switch fires after 12 s. */
  public static ExchangeTimes typical() {
    return new ExchangeTimes(1, 4, 30, 180, 12_000, 3_000, 500);
  }
}
