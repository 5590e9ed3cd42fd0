package org.turno.acd.plan;

/**
 * One call leg on a PBX: Asterisk's channel id, FreeSWITCH's channel uuid. Unique within its PBX.
 */
public record LegId(String value) implements Comparable<LegId> {
  /** Rejects an empty leg id; any other text is allowed. */
  public LegId {
    Ids.requireText(value, "leg id");
  }

  @Override
  public int compareTo(LegId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
