package org.turno.acd.agent;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/**
 * An agent's present. Changed only while an event is applied, by one thread; everybody else reads.
 */
public final class Agent {
  /** What the router notes on an agent, so that it need not look it up. */
  public interface Filing {}

  /** The work in hand. */
  public enum Activity {
    /** None. */
    IDLE,
    /** An offer that does not ring yet. From: IDLE. */
    RESERVED,
    /** An offer that rings. From: RESERVED. */
    RINGING,
    /** A conversation, or one that the PBX is about to connect. From: RESERVED, RINGING. */
    TALKING,
    /** After a conversation. From: TALKING by way of IDLE, within one decision. */
    WRAP_UP
  }

  private AgentPlan plan;
  private boolean configured = true;
  private boolean signedIn;
  private boolean leaving;
  private final AgentPauses pauses = new AgentPauses();
  private Activity activity = Activity.IDLE;
  private @Nullable OfferId offer;
  private @Nullable ContactId contact;
  private @Nullable LegId leg;
  private @Nullable PbxId legPbx;
  private boolean releasing;
  private final OpenLine line = new OpenLine();
  private final AgentPhone phone = new AgentPhone();
  private final Strain strain = new Strain();
  private final Refusals refusals = new Refusals();
  private long retryUntilMs;
  private long idleSinceMs;
  private long idleSeq;
  private final WorkTally tally = new WorkTally();
  private @Nullable Filing filing;
  private final Seat seat = new Seat(this);
  private final WrapUp wrapUp = new WrapUp();

  /** An agent who is signed out. */
  public Agent(AgentPlan plan) {
    this.plan = plan;
  }

  /** A changed configuration; null when the agent is no longer in it. */
  public void planned(@Nullable AgentPlan newPlan) {
    if (newPlan != null) {
      if (!configured || !newPlan.phone().equals(plan.phone())) {
        phone.changed(PhoneState.UNKNOWN); // nobody listened to it meanwhile
      }
      plan = newPlan;
    }
    configured = newPlan != null;
  }

  /** Work begins. */
  public void signedIn(long timeMs, long seq) {
    signedIn = true;
    leaving = false;
    pauses.none();
    refusals.none();
    tally.begins(timeMs);
    idle(timeMs, seq);
  }

  /** Wants to go. */
  public void leaving() {
    leaving = true;
  }

  /** Work has ended. */
  public void signedOut(long timeMs) {
    signedIn = false;
    strain.signedOut(timeMs);
    leaving = false;
    pauses.none();
    retryUntilMs = 0;
  }

  /** A pause begins or will begin. */
  public void paused(String reason, long timeMs) {
    pauses.asked(reason, activity == Activity.IDLE && !strain.onBreak(), timeMs);
  }

  /** The pause is over. */
  public void resumed(long timeMs, long seq) {
    pauses.over();
    refusals.none();
    idleFrom(timeMs, seq);
  }

  /** An offer is made. */
  public void reserved(
      OfferId newOffer, ContactId newContact, LegId newLeg, PbxId on, long timeMs) {
    activity = Activity.RESERVED;
    tally.workBegins(timeMs);
    offer = newOffer;
    contact = newContact;
    leg = newLeg;
    legPbx = on;
    releasing = false;
  }

  /** The phone rings. */
  public void ringing() {
    activity = Activity.RINGING;
  }

  /** The agent answered. */
  public void talking(QueueId queue, long timeMs) {
    activity = Activity.TALKING;
    tally.talkBegins(queue, timeMs);
    refusals.none();
  }

  /**
   * Another agent was quicker: as if this one had never been asked, also in the order of idling.
   */
  public void answeredElsewhere(long timeMs) {
    activity = Activity.IDLE;
    offer = null;
    contact = null;
    pauses.workDone(timeMs);
  }

  /** The offer came to nothing. */
  public void offerFailed(boolean missed, boolean rejected, long timeMs, long seq) {
    refusals.another(missed, rejected);
    idle(timeMs, seq);
  }

  /** Nothing in hand any more; idle time counts from here. */
  public void idle(long timeMs, long seq) {
    if (activity == Activity.TALKING) {
      tally.talkEnds(timeMs);
    }
    if (activity != Activity.IDLE) {
      tally.workEnds(timeMs);
    }
    activity = Activity.IDLE;
    offer = null;
    contact = null;
    pauses.workDone(timeMs);
    idleFrom(timeMs, seq);
  }

  /** Wrap-up of a contact begins. */
  public void wrapUp(ContactId of, QueueId queue, long timeMs) {
    wrapUp.begins(queue, timeMs);
    pauses.workBegins();
    activity = Activity.WRAP_UP;
    tally.workBegins(timeMs);
    contact = of;
  }

  /** A break after hard contacts begins. */
  public void breakBegins(String reason, long untilMs) {
    strain.breakBegins(reason, untilMs);
    pauses.workBegins();
  }

  /** The break is over, or will not be. */
  public void breakEnds(long timeMs, long seq) {
    strain.breakEnds();
    if (activity == Activity.IDLE) {
      pauses.workDone(timeMs);
      idleFrom(timeMs, seq);
    }
  }

  /** Left alone until a time; 0 ends it. */
  public void retryDelay(long untilMs, long timeMs, long seq) {
    retryUntilMs = untilMs;
    if (untilMs == 0) {
      idleFrom(timeMs, seq);
    }
  }

  /** The phone is called for a line that stays open. */
  public void lineOpening(LegId newLeg, PhoneId at) {
    leg = newLeg;
    legPbx = at.pbx();
    releasing = false;
    line.opening(at);
  }

  /** The leg is being taken down. */
  public void releasing() {
    releasing = true;
  }

  /** The leg is gone. */
  public void released() {
    leg = null;
    legPbx = null;
    releasing = false;
    line.gone();
  }

  void idleFrom(long timeMs, long seq) {
    idleSinceMs = timeMs;
    idleSeq = seq;
  }

  /** Whether an offer may be made. */
  public boolean free() {
    return state() == AgentState.AVAILABLE && seat.admits();
  }

  /** Whether an offer could be made as soon as the work in hand ends. */
  public boolean freeAfterWork() {
    return signedIn
        && !leaving
        && strain.breakReason() == null
        && IdleState.of(this) == AgentState.AVAILABLE
        && seat.admits();
  }

  /** What screens show. */
  public AgentState state() {
    if (!signedIn) {
      return AgentState.SIGNED_OUT;
    }
    return switch (activity) {
      case RESERVED -> AgentState.RESERVED;
      case RINGING -> AgentState.RINGING;
      case TALKING -> AgentState.TALKING;
      case WRAP_UP -> AgentState.WRAP_UP;
      case IDLE -> IdleState.of(this);
    };
  }

  /** The configuration; the last one known where the agent was removed from it. */
  public AgentPlan plan() {
    return plan;
  }

  /** Which agent. */
  public AgentId id() {
    return plan.id();
  }

  /** Whether the configuration still has the agent. */
  public boolean configured() {
    return configured;
  }

  /** At work. */
  public boolean isSignedIn() {
    return signedIn;
  }

  /** Signs out when the work in hand ends. */
  public boolean isLeaving() {
    return leaving;
  }

  /** Why paused, or to be paused when the work in hand ends. */
  public @Nullable String pauseReason() {
    return pauses.reason();
  }

  /** Why the agent is shown as paused: a break goes before a pause. */
  public @Nullable String shownPause() {
    return strain.onBreak() ? strain.breakReason() : pauses.reason();
  }

  /** Hard contacts and the break after them. */
  public Strain strain() {
    return strain;
  }

  /** The agent's pauses. */
  public AgentPauses pauses() {
    return pauses;
  }

  /** Where the agent sits. */
  public Seat seat() {
    return seat;
  }

  /** The work in hand. */
  public Activity activity() {
    return activity;
  }

  /** The offer in hand. */
  public @Nullable OfferId offer() {
    return offer;
  }

  /** The contact in hand, also during wrap-up. */
  public @Nullable ContactId contact() {
    return contact;
  }

  /** Until when left alone, epoch milliseconds; 0 for not. */
  public long retryUntilMs() {
    return retryUntilMs;
  }

  /** The agent's leg, while the PBX has it. */
  public @Nullable LegId leg() {
    return leg;
  }

  /** The line that stays open, where the agent has one. */
  public OpenLine line() {
    return line;
  }

  /** Which PBX has that leg. */
  public @Nullable PbxId legPbx() {
    return legPbx;
  }

  /** Whether that leg is being taken down. */
  public boolean isReleasing() {
    return releasing;
  }

  /** What the PBX says of the phone. */
  public AgentPhone phone() {
    return phone;
  }

  /** Offers not taken in a row. */
  public Refusals refusals() {
    return refusals;
  }

  /** The last wrap-up. */
  public WrapUp wrapUp() {
    return wrapUp;
  }

  /** What the agent has done since signing in. */
  public WorkTally tally() {
    return tally;
  }

  /** Since when without work, epoch milliseconds. */
  public long idleSinceMs() {
    return idleSinceMs;
  }

  /** The entry that made the agent idle; breaks ties. */
  public long idleSeq() {
    return idleSeq;
  }

  /** What the router noted. */
  public @Nullable Filing filing() {
    return filing;
  }

  /** The router notes something, or forgets it. No part of the state: the router can redo it. */
  public void file(@Nullable Filing newFiling) {
    filing = newFiling;
  }

  @Override
  public String toString() {
    return AgentText.of(this);
  }
}
