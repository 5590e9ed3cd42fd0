package org.turno.pbx.asterisk;

import org.turno.pbx.SealedNumbers;

/**
 * How people outside are called.
 *
 * @param dial what Asterisk dials, with {number} in place of the number; empty where nobody is
 *     called
 * @param callerId the number that they see
 * @param numbers seals and opens their numbers
 */
public record Outside(String dial, String callerId, SealedNumbers numbers) {
  /** What stands for the number. */
  public static final String NUMBER = "{number}";

  /** Nobody is called. */
  public static final Outside NONE = new Outside("", "", SealedNumbers.NONE);
}
