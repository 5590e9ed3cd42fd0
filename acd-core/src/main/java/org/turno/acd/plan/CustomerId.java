package org.turno.acd.plan;

/**
 * Tells a returning customer from others, and nothing else about them. On its way into Turno it is
 * made from what the dialplan says by a keyed hash; a contact of a protected line never has one.
 */
public record CustomerId(String value) implements Comparable<CustomerId> {
  /** Rejects an empty name. */
  public CustomerId {
    Ids.requireText(value, "customer");
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
