package org.turno.acd.plan;

/** Names a team. */
public record TeamId(String value) implements Comparable<TeamId> {
  /** Rejects an empty name. */
  public TeamId {
    Ids.requireText(value, "team");
  }

  @Override
  public int compareTo(TeamId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
