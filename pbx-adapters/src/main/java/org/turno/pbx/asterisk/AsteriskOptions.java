package org.turno.pbx.asterisk;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.asterisk.ami.AmiAddress;
import org.turno.pbx.asterisk.ari.AriAddress;
import org.turno.pbx.asterisk.ari.LinkTimes;

/**
 * How to reach one Asterisk.
 *
 * @param id its name in the configuration
 * @param ari where calls are controlled
 * @param ami where phones are watched; null: phones are not watched and count as UNKNOWN
 * @param times of the ARI link
 * @param deadManSeconds after which Asterisk itself takes a parked caller on when Turno no longer
 *     says that it lives; it says so four times in that time
 */
public record AsteriskOptions(
    PbxId id, AriAddress ari, @Nullable AmiAddress ami, LinkTimes times, int deadManSeconds) {
  /** Seconds after which a caller is taken on, unless configured otherwise. */
  public static final int DEFAULT_DEAD_MAN_SECONDS = 12;

  /** Rejects a dead man's switch too quick to be re-armed in time. */
  public AsteriskOptions {
    if (deadManSeconds < 4) {
      throw new IllegalArgumentException(
          "dead man's switch of " + deadManSeconds + " s on " + id + ": use 4 s or more");
    }
  }

  /** With the usual times. */
  public AsteriskOptions(PbxId id, AriAddress ari, @Nullable AmiAddress ami) {
    this(id, ari, ami, LinkTimes.DEFAULT, DEFAULT_DEAD_MAN_SECONDS);
  }
}
