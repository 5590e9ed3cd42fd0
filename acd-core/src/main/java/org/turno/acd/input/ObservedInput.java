package org.turno.acd.input;

import java.util.List;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;

/**
 * What a PBX's own queues tell to who only looks. Nothing of it names a caller: a call is known by
 * the PBX's id of its channel. Agents are called as the PBX calls them in its queues ({@code
 * PJSIP/1001}). Late, repeated and missing reports are normal.
 */
public sealed interface ObservedInput extends Input {
  /** Which PBX. */
  PbxId pbx();

  /**
   * All that the PBX's queues hold at this moment: after each connect before any other fact, and
   * again whenever what was told differs from it.
   */
  record Inventory(PbxId pbx, List<ObservedQueue> queues, List<ObservedPhone> phones)
      implements ObservedInput {
    /** Copies the lists. */
    public Inventory {
      queues = List.copyOf(queues);
      phones = List.copyOf(phones);
    }
  }

  /**
   * A queue of an inventory.
   *
   * @param queue its name on the PBX
   * @param serviceLevelMs the PBX's own target; 0 for none
   * @param callers who wait, the first first
   * @param agents who may serve it
   */
  record ObservedQueue(
      String queue, long serviceLevelMs, List<ObservedCaller> callers, List<ObservedAgent> agents) {
    /** Copies the lists. */
    public ObservedQueue {
      callers = List.copyOf(callers);
      agents = List.copyOf(agents);
    }
  }

  /** Somebody who waits, and for how long already. */
  record ObservedCaller(LegId call, long waitMs) {}

  /**
   * The phone of an agent.
   *
   * @param ringing whether it rings
   * @param inCall whether the agent has a call of a queue
   */
  record ObservedPhone(String agent, PhoneState state, boolean ringing, boolean inCall) {}

  /** Nothing is known of the PBX's queues until the next inventory. */
  record LinkDown(PbxId pbx, String reason) implements ObservedInput {}

  /** A call waits in a queue. */
  record CallerJoined(PbxId pbx, String queue, LegId call) implements ObservedInput {}

  /**
   * A call no longer waits in a queue: an agent answered, which is told next, or the dialplan goes
   * on with it.
   */
  record CallerLeft(PbxId pbx, String queue, LegId call) implements ObservedInput {}

  /**
   * A caller who waited is no longer in the queue, and nobody answered.
   *
   * @param hungUp false where the dialplan goes on with the call: it had waited as long as the
   *     queue lets it, or left by a key
   */
  record CallerAbandoned(PbxId pbx, String queue, LegId call, boolean hungUp)
      implements ObservedInput {}

  /** An agent's phone is being rung for a call. */
  record AgentRung(PbxId pbx, String queue, LegId call, String agent) implements ObservedInput {}

  /** An agent's phone rings no more, and that agent has not got the call. */
  record RingEnded(PbxId pbx, String queue, LegId call, String agent) implements ObservedInput {}

  /**
   * Caller and agent talk.
   *
   * @param waitMs how long the caller waited, by the PBX
   */
  record Connected(PbxId pbx, String queue, LegId call, String agent, long waitMs)
      implements ObservedInput {}

  /**
   * A conversation is over, as far as the queue goes.
   *
   * @param waitMs how long the caller had waited, by the PBX
   * @param talkMs how long they talked, by the PBX
   */
  record Completed(
      PbxId pbx, String queue, LegId call, String agent, long waitMs, long talkMs, ObservedEnd by)
      implements ObservedInput {}

  /** An agent serves a queue, or does so otherwise than before. */
  record AgentPlaced(PbxId pbx, String queue, ObservedAgent agent) implements ObservedInput {}

  /** An agent serves a queue no more. */
  record AgentRemoved(PbxId pbx, String queue, String agent) implements ObservedInput {}

  /** An agent's phone is in another state. */
  record AgentPhoneChanged(PbxId pbx, String agent, PhoneState state) implements ObservedInput {}
}
