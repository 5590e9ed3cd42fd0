package org.turno.acd.plan;

/** A number that people dial, with its policies. */
public record LineId(String value) implements Comparable<LineId> {
  /** Rejects an empty line id; any other text is allowed. */
  public LineId {
    Ids.requireText(value, "line id");
  }

  @Override
  public int compareTo(LineId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
