package org.turno.acd.plan;

/** Names a medium: the way in which a contact comes. */
public record MediumId(String value) implements Comparable<MediumId> {
  /** Calls. */
  public static final MediumId VOICE = new MediumId("voice");

  /** Rejects an empty name. */
  public MediumId {
    Ids.requireText(value, "medium");
  }

  @Override
  public int compareTo(MediumId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
