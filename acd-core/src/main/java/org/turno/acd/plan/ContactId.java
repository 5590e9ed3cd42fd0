package org.turno.acd.plan;

/**
 * One person's one try to be served. Random-looking: it says nothing about the caller or the hour.
 */
public record ContactId(String value) implements Comparable<ContactId> {
  /** Rejects an empty contact id; any other text is allowed. */
  public ContactId {
    Ids.requireText(value, "contact id");
  }

  @Override
  public int compareTo(ContactId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
