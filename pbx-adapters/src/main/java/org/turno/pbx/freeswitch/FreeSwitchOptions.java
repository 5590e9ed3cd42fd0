package org.turno.pbx.freeswitch;

import org.turno.acd.plan.PbxId;
import org.turno.pbx.freeswitch.esl.EslAddress;
import org.turno.pbx.freeswitch.esl.EslTimes;

/**
 * How to reach one FreeSWITCH.
 *
 * @param id its name in the configuration
 * @param esl where its event socket listens
 * @param times of that link
 * @param deadManSeconds after which FreeSWITCH itself takes a parked caller on when Turno no longer
 *     says that it lives; it says so four times in that time
 * @param dial how the phone {@code user/NAME} is dialled: {@link #PHONE} stands for NAME. Other
 *     addresses are dialled as they are
 */
public record FreeSwitchOptions(
    PbxId id, EslAddress esl, EslTimes times, int deadManSeconds, String dial) {
  /** Seconds after which a caller is taken on, unless configured otherwise. */
  public static final int DEFAULT_DEAD_MAN_SECONDS = 12;

  /** Stands for the phone's name. */
  public static final String PHONE = "{phone}";

  /** A user of FreeSWITCH's directory, in its default domain. */
  public static final String DEFAULT_DIAL = "user/" + PHONE;

  private static final String USER = "user/";

  /**
   * Rejects a dead man's switch too quick to be re-armed in time, and a dial string of no phone.
   */
  public FreeSwitchOptions {
    if (deadManSeconds < 4) {
      throw new IllegalArgumentException(
          "dead man's switch of " + deadManSeconds + " s on " + id + ": use 4 s or more");
    }
    if (!dial.contains(PHONE)) {
      throw new IllegalArgumentException("dial of " + id + " has no " + PHONE);
    }
  }

  /** With the usual times and users of the directory. */
  public FreeSwitchOptions(PbxId id, EslAddress esl) {
    this(id, esl, EslTimes.DEFAULT, DEFAULT_DEAD_MAN_SECONDS, DEFAULT_DIAL);
  }

  /** What FreeSWITCH dials to ring a phone. */
  String dialled(String address) {
    return address.startsWith(USER)
        ? dial.replace(PHONE, address.substring(USER.length()))
        : address;
  }
}
