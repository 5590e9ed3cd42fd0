package org.turno.pbx.asterisk.ari;

/**
 * How patient the link is, in milliseconds.
 *
 * @param connectTimeoutMs for one attempt to connect
 * @param requestTimeoutMs for the answer to one request, and for any sign of life
 * @param reconnectMinMs pause after the first failed attempt; doubles with each further one
 * @param reconnectMaxMs longest such pause
 * @param replacedPauseMs pause after another program took over the application
 */
public record LinkTimes(
    long connectTimeoutMs,
    long requestTimeoutMs,
    long reconnectMinMs,
    long reconnectMaxMs,
    long replacedPauseMs) {
  /** For an Asterisk on the same machine or network. */
  public static final LinkTimes DEFAULT = new LinkTimes(2_000, 3_000, 100, 2_000, 30_000);
}
