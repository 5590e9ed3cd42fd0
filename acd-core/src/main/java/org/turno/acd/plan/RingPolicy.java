package org.turno.acd.plan;

/**
 * How many agents a queue asks at once for one contact.
 *
 * @param mode one, all, or one more from time to time
 * @param atMost how many phones ring at once; 0 for no limit
 * @param stepMs after how long one more is asked, where they are asked one by one; milliseconds
 */
public record RingPolicy(Mode mode, int atMost, long stepMs) {
  /** How agents are asked. */
  public enum Mode {
    /** One agent at a time. */
    ONE,
    /** Everybody who is free and of the same tier level; the first to answer has the contact. */
    ALL,
    /** One agent, and after each step one more, while the earlier ones go on ringing. */
    PROGRESSIVELY
  }

  /** One agent at a time. */
  public static final RingPolicy ONE = new RingPolicy(Mode.ONE, 1, 0);

  /** Rejects numbers that make no sense. */
  public RingPolicy {
    if (atMost < 0 || stepMs < 0 || (mode == Mode.PROGRESSIVELY && stepMs == 0)) {
      throw new IllegalArgumentException(
          "rings " + mode + " at most " + atMost + " phones, one more every " + stepMs + " ms");
    }
  }

  /** Whether one phone more may ring while so many do. */
  public boolean mayAdd(int ringing) {
    return mode != Mode.ONE && (atMost == 0 || ringing < atMost);
  }
}
