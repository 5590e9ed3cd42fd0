package org.turno.acd.plan;

/**
 * The person who takes contacts, as named in the configuration; never a person's real name on a
 * screen.
 */
public record AgentId(String value) implements Comparable<AgentId> {
  /** Rejects an empty agent id; any other text is allowed. */
  public AgentId {
    Ids.requireText(value, "agent id");
  }

  @Override
  public int compareTo(AgentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
