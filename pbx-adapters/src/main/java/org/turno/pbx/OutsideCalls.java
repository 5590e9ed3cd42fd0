package org.turno.pbx;

/**
 * How people outside are called.
 *
 * @param dial what the PBX dials, with {number} in place of the number; empty where nobody is
 *     called
 * @param callerId the number that they see
 * @param numbers seals and opens their numbers
 */
public record OutsideCalls(String dial, String callerId, SealedNumbers numbers) {
  /** What stands for the number. */
  public static final String NUMBER = "{number}";

  /** Nobody is called. */
  public static final OutsideCalls NONE = new OutsideCalls("", "", SealedNumbers.NONE);
}
