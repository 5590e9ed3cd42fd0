package org.turno.acd.plan;

/**
 * A telephone number that nobody can read without the key of this Turno. The same number gives the
 * same value, so that two wishes of one caller are seen to be one.
 *
 * @param value letters and digits, meaningless
 */
public record SealedNumber(String value) {
  /** Rejects what is no value. */
  public SealedNumber {
    Ids.requireText(value, "sealed number");
  }

  @Override
  public String toString() {
    return value;
  }
}
