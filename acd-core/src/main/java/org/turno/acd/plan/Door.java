package org.turno.acd.plan;

/**
 * What can be open or closed.
 *
 * @param name the line's or the queue's
 */
public record Door(Kind kind, String name) implements Comparable<Door> {
  /** Of what it is the door. */
  public enum Kind {
    /** A line. */
    LINE,
    /** A queue. */
    QUEUE,
    /** The callbacks of a queue. */
    CALLBACKS
  }

  /** A line's. */
  public static Door of(LineId line) {
    return new Door(Kind.LINE, line.value());
  }

  /** A queue's. */
  public static Door of(QueueId queue) {
    return new Door(Kind.QUEUE, queue.value());
  }

  /** Of a queue's callbacks: the hours at which it calls people. */
  public static Door ofCallbacks(QueueId queue) {
    return new Door(Kind.CALLBACKS, queue.value());
  }

  @Override
  public int compareTo(Door other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  /** For people, and as a timer's subject. */
  @Override
  public String toString() {
    return switch (kind) {
      case LINE -> "line " + name;
      case QUEUE -> "queue " + name;
      case CALLBACKS -> "callbacks of queue " + name;
    };
  }
}
