package org.turno.acd.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;

/** An agent's hard contacts in a row, and the break that follows them. */
public final class Strain {
  private int inRow;
  private @Nullable ContactId last;
  private List<QueueId> keptFrom = List.of();
  private @Nullable String breakReason;
  private long owedMs;
  private long breakUntilMs;
  private long signedOutMs;

  /** A contact was hard. The methods that change something are called while events are applied. */
  public void marked(ContactId contact, int newInRow) {
    last = contact;
    inRow = newInRow;
  }

  /** The row is over. */
  public void rowEnded() {
    inRow = 0;
  }

  /** The queues whose contacts the agent is not asked for. */
  public void keptFrom(List<QueueId> queues) {
    keptFrom = List.copyOf(queues);
  }

  /** A break must follow the work in hand. */
  public void owes(String reason, long lengthMs) {
    breakReason = reason;
    owedMs = lengthMs;
  }

  void breakBegins(String reason, long untilMs) {
    breakReason = reason;
    owedMs = 0;
    breakUntilMs = untilMs;
  }

  void breakEnds() {
    breakReason = null;
    owedMs = 0;
    breakUntilMs = 0;
  }

  void signedOut(long timeMs) {
    signedOutMs = timeMs;
  }

  /** Hard contacts in a row. */
  public int inRow() {
    return inRow;
  }

  /** The last contact that was hard; null before the first. */
  public @Nullable ContactId last() {
    return last;
  }

  /** The queues whose contacts the agent is not asked for now. */
  public List<QueueId> keptFrom() {
    return keptFrom;
  }

  /** The reason of a break that goes on or must follow; null without one. */
  public @Nullable String breakReason() {
    return breakReason;
  }

  /** How long the break will be that follows the work in hand, milliseconds; 0 for none. */
  public long owedMs() {
    return owedMs;
  }

  /** When the break that goes on ends, epoch milliseconds; 0 for none. */
  public long breakUntilMs() {
    return breakUntilMs;
  }

  /** Whether the agent is on a break now. */
  public boolean onBreak() {
    return breakUntilMs > 0;
  }

  /** When the agent last went home, epoch milliseconds; 0 for never. */
  public long signedOutMs() {
    return signedOutMs;
  }

  @Override
  public String toString() {
    return inRow
        + "/"
        + last
        + "/"
        + keptFrom
        + "/"
        + breakReason
        + "/"
        + owedMs
        + "/"
        + breakUntilMs
        + "/"
        + signedOutMs;
  }
}
