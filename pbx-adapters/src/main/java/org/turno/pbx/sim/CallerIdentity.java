package org.turno.pbx.sim;

/**
 * What the PBX knows of a caller; it never leaves the PBX but for the display of a phone.
 *
 * @param number as the network gave it
 * @param withheld true where the caller asked not to be shown
 */
public record CallerIdentity(String number, boolean withheld) {
  /** What a phone may show of it. */
  String presented() {
    return withheld ? "anonymous" : number;
  }
}
