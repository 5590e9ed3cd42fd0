package org.turno.acd.event;

import java.util.List;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.SealedNumber;

/** A contact's life: arrived, queued (perhaps in several queues in turn), connected, ended. */
public sealed interface ContactEvent extends Event {
  /** Whose. */
  ContactId contact();

  /**
   * A contact exists. Its wait counts from here.
   *
   * @param wishes what the dialplan said of it
   * @param medium in which it came, as its line says
   */
  record Arrived(
      ContactId contact,
      PbxId pbx,
      LegId leg,
      LineId line,
      int priority,
      long arrivedMs,
      CallWishes wishes,
      MediumId medium)
      implements ContactEvent {
    /** With nothing said beyond the line. */
    public Arrived(
        ContactId contact, PbxId pbx, LegId leg, LineId line, int priority, long arrivedMs) {
      this(contact, pbx, leg, line, priority, arrivedMs, CallWishes.NONE, MediumId.VOICE);
    }
  }

  /**
   * It waits in a queue, at the place that its priority and its age give.
   *
   * @param requirement what it asks of an agent there: what queue, line and call ask together
   * @param preference whom of the free it would rather have: what queue, line and call prefer
   */
  record Queued(ContactId contact, QueueId queue, Requirement requirement, Requirement preference)
      implements ContactEvent {
    /** Without a preference. */
    public Queued(ContactId contact, QueueId queue, Requirement requirement) {
      this(contact, queue, requirement, Requirement.nothing());
    }
  }

  /**
   * It has waited and asks for less; its place stays.
   *
   * @param step which step of its queue's relaxation, from 1
   * @param requirement what it asks from now on
   * @param preference what it prefers from now on
   * @param priority its priority from now on
   * @param queues whose agents may serve it besides its own queue's
   * @param early true where nobody signed in could match what it asked before
   */
  record Relaxed(
      ContactId contact,
      int step,
      Requirement requirement,
      Requirement preference,
      int priority,
      List<QueueId> queues,
      boolean early)
      implements ContactEvent {
    /** Copies the list. */
    public Relaxed {
      queues = List.copyOf(queues);
    }
  }

  /**
   * How long it will wait is estimated, so that estimates can be held against what comes: not for
   * every contact, and nothing is decided by it.
   *
   * @param queue where it waits
   */
  record Estimated(ContactId contact, QueueId queue, WaitEstimate estimate)
      implements ContactEvent {}

  /**
   * Its caller is told something.
   *
   * @param queue where it waits
   * @param position its place, 1 for who is next; 0 where no place is told
   * @param ahead how many contacts went before it, of whichever queue
   * @param agents so many agents were counted on to serve it
   * @param estimateMs the wait that is told, milliseconds; 0 for none
   * @param rise why more is told than the last time
   */
  record Announced(
      ContactId contact,
      QueueId queue,
      What what,
      int position,
      int ahead,
      int agents,
      long estimateMs,
      Rise rise)
      implements ContactEvent {
    /** A greeting or a message. */
    public Announced(ContactId contact, QueueId queue, What what) {
      this(contact, queue, what, 0, 0, 0, 0, Rise.NONE);
    }

    /** What is told. */
    public enum What {
      /** What the line says to all who come. */
      GREETING,
      /** Place, expected wait, or both. */
      PLACE,
      /** A message of the queue. */
      MESSAGE
    }

    /** Why a caller is told a longer wait than before. */
    public enum Rise {
      /** It is not longer. */
      NONE,
      /** It waits in another queue by now. */
      MOVED,
      /** Others went before. */
      OVERTAKEN,
      /** Fewer agents are there. */
      FEWER_AGENTS,
      /** Contacts take longer than they did: even a good outcome is longer than what was told. */
      SLOWER
    }
  }

  /** Its caller chose a language. */
  record LanguageChosen(ContactId contact, String language) implements ContactEvent {}

  /** It no longer waits for one agent alone: others may serve it too. */
  record NamedAgentGivenUp(ContactId contact, AgentId agent) implements ContactEvent {}

  /**
   * Its customer was last served by this agent, whom it would rather have than any other.
   *
   * @param waits whether it waits for that agent alone, for now
   */
  record Recognized(ContactId contact, AgentId agent, boolean waits) implements ContactEvent {}

  /**
   * An agent serves a customer, which is remembered for a while.
   *
   * @param untilMs until when, epoch milliseconds
   */
  record Remembered(ContactId contact, CustomerId customer, AgentId agent, long untilMs)
      implements ContactEvent {}

  /** A supervisor gave it another priority. */
  record Reprioritized(ContactId contact, int priority, String by) implements ContactEvent {}

  /**
   * It was put at another place of its queue.
   *
   * @param placeMs the age that its new place stands for, epoch milliseconds
   * @param placeTie orders contacts of the same age, smaller first
   * @param by the supervisor; empty where the dialplan asked for the place
   */
  record Moved(ContactId contact, long placeMs, long placeTie, String by) implements ContactEvent {}

  /** An agent answered; the contact is connecting. */
  record Answered(ContactId contact, OfferId offer, AgentId agent) implements ContactEvent {}

  /** The PBX is asked to let caller and agent talk; again after a link that was lost. */
  record BridgeRequested(ContactId contact, EffectId bridge) implements ContactEvent {}

  /**
   * Caller and agent are talking: the contact counts as answered.
   *
   * @param waitMs from arrival to the agent's answer
   */
  record Connected(ContactId contact, AgentId agent, long waitMs) implements ContactEvent {}

  /** An agent answered but the two could not be connected: the contact waits again at its place. */
  record Returned(ContactId contact, AgentId agent) implements ContactEvent {}

  /**
   * It leaves its queue for another destination, or does not come in. An extension or an
   * announcement ends it for Turno.
   *
   * @param from its queue; the one that it came for where it entered none
   */
  record Overflowed(ContactId contact, QueueId from, Destination to, OverflowReason why)
      implements ContactEvent {}

  /**
   * It is over for Turno. Every contact ends exactly once.
   *
   * @param waitMs from arrival to the answer, or to the end where nobody answered
   * @param talkMs from the answer to the end; 0 where nobody answered
   */
  record Ended(ContactId contact, QueueId queue, Outcome outcome, long waitMs, long talkMs)
      implements ContactEvent {}

  /** A caller who hung up and keeps the turn. */
  sealed interface Callback extends ContactEvent {
    /** It keeps its place without its caller's leg, which is ended. */
    record Granted(ContactId contact, SealedNumber number) implements Callback {}

    /**
     * Its turn cannot come now: it rests after an attempt, or it is not the hour to call people.
     *
     * @param untilMs when the rest ends, epoch milliseconds; in the past or 0 where the hours hold
     *     it up
     */
    record Held(ContactId contact, long untilMs) implements Callback {}

    /** Its turn may come again. */
    record Due(ContactId contact) implements Callback {}

    /**
     * An agent has answered, and its caller is called.
     *
     * @param leg the caller's new leg, the effect's id
     * @param attempt which one, from 1
     */
    record Dialled(ContactId contact, LegId leg, int attempt) implements Callback {}

    /** The caller is on the line: it is a contact like others again. */
    record CallerAnswered(ContactId contact) implements Callback {}

    /**
     * The attempt came to nothing: it is back at its place, and its agent is free.
     *
     * @param untilMs until when its caller is left alone, epoch milliseconds
     */
    record Missed(ContactId contact, AgentId agent, Why why, long untilMs) implements Callback {}

    /** Why an attempt came to nothing. */
    enum Why {
      /** The phone was engaged. */
      BUSY,
      /** Nobody answered in time. */
      NO_ANSWER,
      /** The caller declined. */
      REJECTED,
      /** The number could not be reached. */
      UNREACHABLE,
      /** The agent hung up meanwhile. */
      AGENT_GONE,
      /** The PBX did not say. */
      UNKNOWN
    }
  }

  /** A supervisor takes part in its conversation. */
  sealed interface Listening extends ContactEvent {
    /** By the name that the configuration gives. */
    String supervisor();

    /**
     * The supervisor's phone is rung.
     *
     * @param leg to that phone
     * @param why what the supervisor gave as the reason
     */
    record Asked(ContactId contact, String supervisor, LegId leg, ListenMode mode, String why)
        implements Listening {}

    /** The PBX is asked to let the supervisor take part, or to do it in another way. */
    record Joining(ContactId contact, String supervisor, ListenMode mode, EffectId effect)
        implements Listening {}

    /** The supervisor hears, whispers or speaks, from now on. */
    record Begun(ContactId contact, String supervisor, ListenMode mode) implements Listening {}

    /** It is over. */
    record Over(ContactId contact, String supervisor, End how) implements Listening {}

    /** How it can end. */
    enum End {
      /** The supervisor left. */
      LEFT,
      /** The conversation was over. */
      CONVERSATION_OVER,
      /** The configuration changed, and no longer allows it. */
      BARRED,
      /** The phone was not answered, or the PBX could not do it. */
      FAILED,
      /** It ended while Turno was away; nobody knows how. */
      LOST
    }
  }

  /** Why a contact overflows. */
  enum OverflowReason {
    /** The queue holds as many as it may. */
    QUEUE_FULL,
    /** It waited as long as it may. */
    MAX_WAIT,
    /** A supervisor sent it there. */
    WITHDRAWN,
    /** The caller pressed a key that leads there. */
    EXIT_KEY,
    /** The line or the queue was closed. */
    CLOSED,
    /** Nobody was there when it came. */
    JOIN_EMPTY,
    /** Nobody was there any more. */
    LEAVE_EMPTY,
    /** Nobody had been there for as long as it may wait without. */
    NO_AGENT
  }

  /** How a contact can end. */
  enum Outcome {
    /** Served: an agent answered and one of the two hung up. */
    SERVED,
    /** The caller hung up before anybody answered. */
    ABANDONED,
    /** Sent to an extension of the PBX. */
    OVERFLOWED,
    /** Told why by an announcement, and ended. */
    TURNED_AWAY,
    /** The PBX's own dialplan took the caller on: the dead man's switch, or a transfer. */
    TAKEN_BY_PBX,
    /** It ended while Turno was away or the link was down; nobody knows how. */
    LOST,
    /** Its line was removed from the configuration: given back to the PBX's dialplan. */
    UNSERVABLE,
    /** Called back as often as its queue allows, in vain. */
    CALLBACK_FAILED,
    /** Waited to be called back and called again, or asked twice: another contact stands for it. */
    CALLBACK_MERGED,
    /** A supervisor, or a configuration that allows no callbacks any more, gave the callback up. */
    CALLBACK_CANCELLED,
    /** Could not be called back in the time that its queue allows. */
    CALLBACK_EXPIRED
  }
}
