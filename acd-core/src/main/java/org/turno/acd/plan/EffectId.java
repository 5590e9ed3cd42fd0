package org.turno.acd.plan;

/**
 * Names one thing that Turno asks the outside world to do; a PBX uses it as the id of what it
 * makes, so a repeat shows.
 */
public record EffectId(String value) implements Comparable<EffectId> {
  /** Rejects an empty effect id; any other text is allowed. */
  public EffectId {
    Ids.requireText(value, "effect id");
  }

  @Override
  public int compareTo(EffectId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
