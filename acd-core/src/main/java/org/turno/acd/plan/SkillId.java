package org.turno.acd.plan;

/** One ability of an agent, for example {@code lang.es}. */
public record SkillId(String value) implements Comparable<SkillId> {
  /** Rejects an empty skill id; any other text is allowed. */
  public SkillId {
    Ids.requireText(value, "skill id");
  }

  @Override
  public int compareTo(SkillId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
