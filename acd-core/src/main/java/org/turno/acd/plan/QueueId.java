package org.turno.acd.plan;

/** The ordered set of contacts that wait for the same kind of service. */
public record QueueId(String value) implements Comparable<QueueId> {
  /** Rejects an empty queue id; any other text is allowed. */
  public QueueId {
    Ids.requireText(value, "queue id");
  }

  @Override
  public int compareTo(QueueId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
