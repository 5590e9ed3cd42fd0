package org.turno.acd.plan;

/** One asking of one agent for one contact. */
public record OfferId(String value) implements Comparable<OfferId> {
  /** Rejects an empty offer id; any other text is allowed. */
  public OfferId {
    Ids.requireText(value, "offer id");
  }

  @Override
  public int compareTo(OfferId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
