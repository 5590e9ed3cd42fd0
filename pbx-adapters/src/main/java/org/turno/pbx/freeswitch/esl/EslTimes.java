package org.turno.pbx.freeswitch.esl;

/**
 * How patient the link is, in milliseconds.
 *
 * @param connectTimeoutMs for one attempt to connect and to log in
 * @param requestTimeoutMs for the answer to one command, and for any sign of life
 * @param reconnectMinMs pause after the first failed attempt; doubles with each further one
 * @param reconnectMaxMs longest such pause
 */
public record EslTimes(
    long connectTimeoutMs, long requestTimeoutMs, long reconnectMinMs, long reconnectMaxMs) {
  /** For a FreeSWITCH on the same machine or network. */
  public static final EslTimes DEFAULT = new EslTimes(2_000, 3_000, 100, 2_000);
}
