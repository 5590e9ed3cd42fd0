package org.turno.pbx.asterisk.ami;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.event.AgentCalledEvent;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.AgentRingNoAnswerEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueCallerAbandonEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueCallerLeaveEvent;
import org.asteriskjava.manager.event.QueueMemberAddedEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.asteriskjava.manager.event.QueueMemberPenaltyEvent;
import org.asteriskjava.manager.event.QueueMemberRemovedEvent;
import org.asteriskjava.manager.event.QueueMemberRingInUseEvent;
import org.jspecify.annotations.Nullable;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/**
 * What the events of Asterisk's app_queue tell, as the manager of Asterisk 22 writes them. Of a
 * call only its Uniqueid is read; caller id, connected line, channel names and variables are not.
 */
final class QueueEvents {
  /** Longer names are cut: they come from outside and are kept for years. */
  private static final int LONGEST_NAME = 80;

  private static final int LONGEST_ID = 150;
  private static final long LONGEST_SPAN_S = TimeUnit.DAYS.toSeconds(1);

  private final PbxId pbx;

  QueueEvents(PbxId pbx) {
    this.pbx = pbx;
  }

  /**
   * The facts of an event; none for one of another kind.
   *
   * @throws QueueEventException when it does not say what it is about
   */
  List<ObservedInput> facts(ManagerEvent event) throws QueueEventException {
    return switch (event) {
      case QueueCallerJoinEvent e ->
          List.of(
              new ObservedInput.CallerJoined(
                  pbx, queue(e.getQueue(), e), call(e.getUniqueId(), e)));
      case QueueCallerAbandonEvent e ->
          List.of(
              new ObservedInput.CallerAbandoned(
                  pbx, queue(e.getQueue(), e), call(e.getUniqueId(), e), true));
      case QueueCallerLeaveEvent e ->
          List.of(
              new ObservedInput.CallerLeft(pbx, queue(e.getQueue(), e), call(e.getUniqueId(), e)));
      default -> ofAgents(event);
    };
  }

  private List<ObservedInput> ofAgents(ManagerEvent event) throws QueueEventException {
    return switch (event) {
      case AgentCalledEvent e ->
          List.of(
              new ObservedInput.AgentRung(
                  pbx,
                  queue(e.getQueue(), e),
                  call(e.getUniqueId(), e),
                  agent(e.getInterface() == null ? e.getAgentCalled() : e.getInterface(), e)));
      case AgentRingNoAnswerEvent e ->
          List.of(
              new ObservedInput.RingEnded(
                  pbx,
                  queue(e.getQueue(), e),
                  call(e.getUniqueId(), e),
                  agent(e.getInterface(), e)));
      case AgentConnectEvent e ->
          List.of(
              new ObservedInput.Connected(
                  pbx,
                  queue(e.getQueue(), e),
                  call(e.getUniqueId(), e),
                  agent(e.getInterface(), e),
                  spanMs(e.getHoldTime())));
      case AgentCompleteEvent e ->
          List.of(
              new ObservedInput.Completed(
                  pbx,
                  queue(e.getQueue(), e),
                  call(e.getUniqueId(), e),
                  agent(e.getInterface(), e),
                  spanMs(e.getHoldTime()),
                  spanMs(e.getTalkTime()),
                  end(e.getReason())));
      default -> ofPlaces(event);
    };
  }

  private List<ObservedInput> ofPlaces(ManagerEvent event) throws QueueEventException {
    return switch (event) {
      case QueueMemberEvent e -> state(e);
      case QueueMemberAddedEvent e ->
          state(
              e,
              e.getQueue(),
              e.getInterface(),
              e.getStateinterface(),
              e.getMemberName(),
              e.getPaused(),
              e.getPausedReason(),
              e.getStatus());
      case QueueMemberPauseEvent e ->
          state(
              e,
              e.getQueue(),
              e.getInterface(),
              e.getStateInterface(),
              e.getMemberName(),
              e.getPaused(),
              e.getPausedreason(),
              e.getStatus());
      case QueueMemberPenaltyEvent e ->
          state(
              e,
              e.getQueue(),
              e.getInterface(),
              e.getStateinterface(),
              e.getMembername(),
              e.getPaused(),
              e.getPausedreason(),
              e.getStatus());
      case QueueMemberRingInUseEvent e ->
          state(
              e,
              e.getQueue(),
              e.getInterface(),
              e.getStateinterface(),
              e.getMembername(),
              e.getPaused(),
              e.getPausedreason(),
              e.getStatus());
      case QueueMemberRemovedEvent e ->
          List.of(
              new ObservedInput.AgentRemoved(
                  pbx, queue(e.getQueue(), e), agent(e.getInterface(), e)));
      default -> List.of();
    };
  }

  private List<ObservedInput> state(QueueMemberEvent e) throws QueueEventException {
    return state(
        e,
        e.getQueue(),
        e.getInterface(),
        e.getStateinterface(),
        e.getName(),
        e.getPaused(),
        e.getPausedreason(),
        e.getStatus());
  }

  private List<ObservedInput> state(
      ManagerEvent e,
      @Nullable String queue,
      @Nullable String location,
      @Nullable String stateInterface,
      @Nullable String name,
      @Nullable Boolean paused,
      @Nullable String reason,
      @Nullable Integer status)
      throws QueueEventException {
    String agent = agent(location, e);
    String shown = clean(name, LONGEST_NAME);
    ObservedAgent placed =
        new ObservedAgent(
            agent,
            phone(agent, stateInterface),
            shown.isEmpty() ? agent : shown,
            Boolean.TRUE.equals(paused),
            Boolean.TRUE.equals(paused) ? clean(reason, LONGEST_NAME) : "");
    ObservedInput place = new ObservedInput.AgentPlaced(pbx, queue(queue, e), placed);
    return status == null
        ? List.of(place)
        : List.of(place, new ObservedInput.AgentPhoneChanged(pbx, agent, phoneState(status)));
  }

  /** An agent rung through the dialplan goes by the state of a device, where it names one. */
  private PhoneId phone(String agent, @Nullable String stateInterface) {
    String device = clean(stateInterface, LONGEST_ID);
    boolean named = device.matches("(PJSIP|SIP|IAX2|DAHDI|SCCP|Skinny)/.+");
    return new PhoneId(pbx, named ? device : agent);
  }

  /** Asterisk's device states, by number. */
  static PhoneState phoneState(int status) {
    return switch (status) {
      case 1 -> PhoneState.FREE;
      case 2, 3, 6, 7, 8 -> PhoneState.BUSY;
      case 4, 5 -> PhoneState.UNREACHABLE;
      default -> PhoneState.UNKNOWN;
    };
  }

  /** Whether the device rings. */
  static boolean rings(int status) {
    return status == 6 || status == 7;
  }

  static ObservedEnd end(@Nullable String reason) {
    return switch (reason == null ? "" : reason.toLowerCase(Locale.ROOT)) {
      case "caller" -> ObservedEnd.CALLER;
      case "agent" -> ObservedEnd.AGENT;
      case "transfer" -> ObservedEnd.TRANSFER;
      default -> ObservedEnd.UNKNOWN;
    };
  }

  static String queue(@Nullable String name, ManagerEvent e) throws QueueEventException {
    return required(clean(name, LONGEST_NAME), "Queue", e);
  }

  static LegId call(@Nullable String uniqueId, ManagerEvent e) throws QueueEventException {
    return new LegId(required(clean(uniqueId, LONGEST_ID), "Uniqueid", e));
  }

  static String agent(@Nullable String location, ManagerEvent e) throws QueueEventException {
    return required(clean(location, LONGEST_ID), "Interface", e);
  }

  private static String required(String value, String field, ManagerEvent e)
      throws QueueEventException {
    if (value.isEmpty()) {
      throw new QueueEventException(e.getClass().getSimpleName() + " without " + field);
    }
    return value;
  }

  static long spanMs(@Nullable Long seconds) {
    return seconds == null ? 0 : Math.clamp(seconds, 0, LONGEST_SPAN_S) * 1_000;
  }

  /** Fit to be kept and shown: nothing that moves a cursor, halves of a character or much of it. */
  private static String clean(@Nullable String text, int longest) {
    if (text == null) {
      return "";
    }
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .limit(longest)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }
}
