package org.turno.acd.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/** One thing that happened to a contact or was decided about it. */
public sealed interface Step {
  /** The entry of the journal. */
  long seq();

  /** When, epoch milliseconds. */
  long timeMs();

  /**
   * It came.
   *
   * @param wishes what the dialplan said of the call
   * @param arrivedMs from when its wait counts; before timeMs where Turno was away when it came
   */
  record Came(
      long seq,
      long timeMs,
      LineId line,
      String lineName,
      boolean protectedLine,
      int priority,
      CallWishes wishes,
      long arrivedMs)
      implements Step {}

  /**
   * It entered a queue, or what it asks for changed there.
   *
   * @param again whether it was in that queue before
   */
  record Queued(
      long seq,
      long timeMs,
      QueueId queue,
      String name,
      Requirement requirement,
      Requirement preference,
      boolean again)
      implements Step {}

  /**
   * It asks for less, having waited.
   *
   * @param step which step of its queue's relaxation, from 1
   * @param asksOther whether its requirement changed by that
   * @param preference whom of the free it would rather have from now on
   * @param prefersOther whether its preference changed by that
   * @param priority its priority from now on
   * @param gain by how much that is more than before
   * @param addedQueues whose agents may serve it now besides
   * @param early taken before its time, since nobody signed in could match what it asked before
   */
  record Relaxed(
      long seq,
      long timeMs,
      int step,
      Requirement requirement,
      boolean asksOther,
      Requirement preference,
      boolean prefersOther,
      int priority,
      int gain,
      List<QueueId> addedQueues,
      boolean early)
      implements Step {
    /** Copies the list. */
    public Relaxed {
      addedQueues = List.copyOf(addedQueues);
    }
  }

  /** How long it would wait was estimated, to hold estimates against what comes. */
  record Estimated(long seq, long timeMs, WaitEstimate estimate) implements Step {}

  /**
   * Its customer was served last by this agent.
   *
   * @param waits whether it waits for that agent alone
   */
  record Recognized(long seq, long timeMs, AgentId agent, String alias, boolean waits)
      implements Step {}

  /** It no longer waits for one agent alone. */
  record NamedGivenUp(long seq, long timeMs, AgentId agent, String alias) implements Step {}

  /** A supervisor gave it another priority. */
  record Reprioritized(long seq, long timeMs, int priority, String by) implements Step {}

  /** A supervisor moved it in its queue. */
  record Moved(long seq, long timeMs, String by) implements Step {}

  /**
   * It made an agent free, as its queue's policy lets it.
   *
   * @param from the contact whose offer it took; null where it ended an agent's wrap-up
   */
  record Claimed(long seq, long timeMs, AgentId agent, String alias, @Nullable ContactId from)
      implements Step {}

  /**
   * It waited, since no free agent may serve it.
   *
   * @param untilMs when that ended, or the last entry's time where it still waits
   * @param over false where it still waits
   * @param staff everybody when the wait began
   * @param staffAtEnd everybody when it ended without an offer; null where it ended by one
   * @param rivals who stood before it: first those at the beginning, in the order of service
   */
  record Waited(
      long seq,
      long timeMs,
      long untilMs,
      boolean over,
      Staff staff,
      @Nullable Staff staffAtEnd,
      List<Rival> rivals)
      implements Step {
    /** Copies the list. */
    public Waited {
      rivals = List.copyOf(rivals);
    }

    /** For how long. */
    public long lengthMs() {
      return untilMs - timeMs;
    }
  }

  /**
   * An agent is asked.
   *
   * @param choice whom the queue asks first
   * @param named whether the call names this agent
   * @param last whether this agent served the customer last
   * @param before what the agent was doing until this decision; AVAILABLE for one who was free
   * @param staff everybody just before
   * @param runners all who could be asked, the chosen one first
   * @param asToday whether today's rules would ask the same agent, as they do unless another Turno
   *     wrote the journal
   * @param alongside how many others were being asked already
   * @param deadlineMs until when it may be answered
   */
  record Offered(
      long seq,
      long timeMs,
      AgentId agent,
      String alias,
      AgentChoice choice,
      boolean named,
      boolean last,
      AgentState before,
      Staff staff,
      List<Runner> runners,
      boolean asToday,
      int alongside,
      long deadlineMs)
      implements Step {
    /** Copies the list. */
    public Offered {
      runners = List.copyOf(runners);
    }
  }

  /**
   * The offer came to nothing.
   *
   * @param rang whether the phone rang
   * @param offerMs how long it took
   * @param restMs how long the agent is left alone; 0 for not at all
   * @param paused whether Turno paused the agent, after too many misses in a row
   * @param taker the contact that took the agent over; null where that is not what happened, or not
   *     plain from the journal
   */
  record Refused(
      long seq,
      long timeMs,
      AgentId agent,
      String alias,
      OfferEvent.Why why,
      boolean rang,
      long offerMs,
      long restMs,
      boolean paused,
      @Nullable ContactId taker)
      implements Step {}

  /**
   * The agent answered.
   *
   * @param offerMs from the offer to the answer
   * @param waitMs from the arrival to the answer
   */
  record Answered(long seq, long timeMs, AgentId agent, String alias, long offerMs, long waitMs)
      implements Step {}

  /** Caller and agent talk. */
  record Connected(long seq, long timeMs, AgentId agent, String alias, long bridgingMs)
      implements Step {}

  /** The two could not be connected: it waits again at its place. */
  record Returned(long seq, long timeMs, AgentId agent, String alias, long bridgingMs)
      implements Step {}

  /**
   * It leaves its queue for another destination.
   *
   * @param limit the queue's limit: milliseconds of wait, or contacts
   * @param by the supervisor who sent it there or closed the door, or the key that its caller
   *     pressed; null where the queue's limit did
   * @param door what was closed; null where nothing was
   */
  record Overflowed(
      long seq,
      long timeMs,
      QueueId from,
      Destination to,
      ContactEvent.OverflowReason why,
      long limit,
      @Nullable String by,
      @Nullable Door door)
      implements Step {}

  /**
   * The link to the contact's PBX went down or came back while it was there.
   *
   * @param reason why it went down; empty where it came back
   */
  record Link(long seq, long timeMs, PbxId pbx, boolean up, String reason) implements Step {}

  /** Its caller hung up and keeps the turn; what came of that. */
  record CalledBack(long seq, long timeMs, ContactEvent.Callback event) implements Step {}

  /** A supervisor takes part in its conversation. */
  record Listened(long seq, long timeMs, ContactEvent.Listening event) implements Step {}

  /** Its caller was told something while it waited. */
  record Announced(long seq, long timeMs, ContactEvent.Announced event) implements Step {}

  /** Its caller chose a language. */
  record LanguageChosen(long seq, long timeMs, String language) implements Step {}

  /** The configuration changed while it waited. */
  record Planned(long seq, long timeMs) implements Step {}

  /**
   * It is over.
   *
   * @param waitMs from the arrival to the answer, or to the end where nobody answered
   * @param talkMs from the answer to the end; 0 where nobody answered
   * @param alias who served it; null for nobody
   */
  record Ended(
      long seq,
      long timeMs,
      ContactEvent.Outcome outcome,
      long waitMs,
      long talkMs,
      @Nullable AgentId agent,
      @Nullable String alias,
      By by)
      implements Step {}

  /** Whose leg went first. */
  enum By {
    /** The caller's. */
    CALLER,
    /** The agent's. */
    AGENT,
    /** Neither's, or nobody knows. */
    OTHER
  }
}
