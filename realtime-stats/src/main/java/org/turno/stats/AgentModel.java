package org.turno.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.PhoneState;

/**
 * One agent: the facts that events tell, and the one state that follows from them. {@link #settle}
 * turns the facts into the state.
 */
final class AgentModel {
  /** The work in hand. */
  enum Work {
    NONE,
    RESERVED,
    RINGING,
    TALKING,
    WRAP_UP
  }

  /** A line that stays open. */
  private enum Line {
    NONE,
    OPENING,
    UP
  }

  final AgentId id;
  private AgentPlan plan;
  private boolean configured = true;
  private final AgentGroups groups = new AgentGroups();
  private @Nullable ObservedPresence presence;
  private AgentState state = AgentState.SIGNED_OUT;
  private long sinceMs;
  private boolean signedIn;
  private boolean leaving;
  private final AgentPausesModel pauses;
  private boolean retryDelay;
  private boolean legUp;
  private Line line = Line.NONE;
  private boolean pbxConnected;
  private PhoneState phone = PhoneState.UNKNOWN;
  private Work work = Work.NONE;
  private @Nullable ContactModel contact;
  private long wrapUpSinceMs;
  private long wrapUpUntilMs;
  private long handled;
  private int hardInRow;
  private @Nullable AgentFigures row;

  AgentModel(AgentPlan plan, PauseLedger ledger) {
    this.id = plan.id();
    this.pauses = new AgentPausesModel(ledger);
    this.plan = plan;
  }

  /** A changed configuration; null where the agent is no longer in it. */
  void planned(@Nullable AgentPlan newPlan) {
    configured = newPlan != null;
    if (newPlan != null) {
      if (!newPlan.phone().equals(plan.phone())) {
        phone = PhoneState.UNKNOWN;
      }
      plan = newPlan;
    }
    row = null;
  }

  AgentPlan plan() {
    return plan;
  }

  /** Whether nobody needs to see the agent any more. */
  boolean forgotten() {
    return !configured && !signedIn && work == Work.NONE && presence == null;
  }

  /** Moves the agent to the staffing of other queues and another team. */
  void serves(List<QueueModel> newQueues, @Nullable TeamModel newTeam, long timeMs) {
    groups.leave(state, timeMs);
    groups.serves(newQueues, newTeam);
    groups.join(state, timeMs);
    row = null;
  }

  /** Whether this row can show what a PBX's own queues tell of its phone. */
  boolean takes(ObservedPresence other) {
    return configured && (presence == null || presence == other);
  }

  /** What a PBX's own queues tell of the agent, and which queues those are; null for nothing. */
  void observed(@Nullable ObservedPresence newPresence, List<QueueModel> newQueues, long timeMs) {
    groups.leave(state, timeMs);
    presence = newPresence;
    groups.watchedIn(newQueues);
    groups.join(state, timeMs);
    if (!signedIn) {
      String pause = newPresence == null ? null : newPresence.pause();
      if (pause == null) {
        pauses.over();
      } else {
        pauses.asked(pause, false);
      }
    }
    row = null;
  }

  /** Turno's own work and sign-in go before what is only looked at. */
  private @Nullable ObservedPresence shownPresence() {
    return presence != null && work == Work.NONE && (!signedIn || presence.busy())
        ? presence
        : null;
  }

  /** Wrap-up is over; how long it took, in milliseconds. */
  long wrappedUp(long timeMs) {
    long lengthMs = timeMs - wrapUpSinceMs;
    TeamModel team = groups.team();
    if (team != null) {
      team.wrappedUp(lengthMs);
    }
    return lengthMs;
  }

  void wrapUpUntil(long untilMs) {
    wrapUpUntilMs = untilMs;
    row = null;
  }

  @Nullable ContactModel contact() {
    return contact;
  }

  /** An offer is made: a leg is on its way. */
  void reserved(@Nullable ContactModel newContact) {
    contact = newContact;
    work = Work.RESERVED;
    legUp = true;
    row = null;
  }

  /** The contact stays known where nothing is in hand any more: wrap-up may follow. */
  void works(Work newWork) {
    work = newWork;
    row = null;
  }

  void finishedOne(long lengthMs) {
    handled++;
    TeamModel team = groups.team();
    if (team != null) {
      team.finishedOne(lengthMs);
    }
    row = null;
  }

  void startDay(long dayStartMs) {
    handled = 0;
    pauses.startDay(dayStartMs);
    row = null;
  }

  void pbxConnected(boolean connected) {
    pbxConnected = connected;
  }

  void apply(AgentEvent event, long timeMs) {
    row = null;
    switch (event) {
      case AgentEvent.SignedIn e -> {
        signedIn = true;
        leaving = false;
        pauses.none();
      }
      case AgentEvent.Leaving e -> leaving = true;
      case AgentEvent.SignedOut e -> {
        signedIn = false;
        leaving = false;
        retryDelay = false;
        pauses.none();
      }
      case AgentEvent.Paused e -> pauses.asked(e.reason(), e.byTurno());
      case AgentEvent.PausePlanned e -> pauses.planned(e.reason(), e.atMs());
      case AgentEvent.PausePlanEnded e -> pauses.planned(null, 0);
      case AgentEvent.PauseOverran e -> pauses.overran(e.reason());
      case AgentEvent.Resumed e -> pauses.over();
      case AgentEvent.WrapUpStarted e -> {
        work = Work.WRAP_UP;
        wrapUpSinceMs = timeMs;
        wrapUpUntilMs = 0;
      }
      case AgentEvent.WrapUpExtended e -> {}
      case AgentEvent.WrapUpEnded e -> work = Work.NONE;
      case AgentEvent.WrapUpInterrupted e -> work = Work.NONE;
      case AgentEvent.Hard e -> applyHard(e);
      case AgentEvent.RetryDelayed e -> retryDelay = true;
      case AgentEvent.RetryDelayEnded e -> retryDelay = false;
      case AgentEvent.Line.Opening e -> line = Line.OPENING;
      case AgentEvent.Line.Opened e -> line = Line.UP;
      case AgentEvent.Releasing e -> {
        legUp = true;
        line = Line.NONE;
      }
      case AgentEvent.Released e -> {
        legUp = false;
        line = Line.NONE;
      }
      case AgentEvent.PhoneNoted e -> {}
      case AgentEvent.PhoneChanged e -> phone = e.state();
    }
  }

  private void applyHard(AgentEvent.Hard event) {
    switch (event) {
      case AgentEvent.Hard.ContactMarked e -> hardInRow = e.inRow();
      case AgentEvent.Hard.RowEnded e -> hardInRow = 0;
      case AgentEvent.Hard.BreakOwed e -> {}
      case AgentEvent.Hard.BreakStarted e -> pauses.breakBegins(e.reason(), e.untilMs());
      case AgentEvent.Hard.BreakEnded e -> {
        pauses.breakEnds();
        hardInRow = e.by().isEmpty() ? 0 : hardInRow;
      }
    }
  }

  /** Works out the state after events; tells the staffing of every queue when it is another. */
  void settle(StaffingCounter floor, long timeMs) {
    AgentState now = currentState();
    pauses.settle(now == AgentState.PAUSED, timeMs);
    if (now == state) {
      return;
    }
    AgentState before = state;
    floor.leave(before, timeMs);
    floor.join(now, timeMs);
    groups.leave(before, timeMs);
    groups.join(now, timeMs);
    state = now;
    sinceMs = timeMs;
    row = null;
  }

  private AgentState currentState() {
    ObservedPresence shown = shownPresence();
    if (shown != null) {
      return shown.state();
    } else if (!signedIn) {
      return AgentState.SIGNED_OUT;
    }
    return switch (work) {
      case RESERVED -> AgentState.RESERVED;
      case RINGING -> AgentState.RINGING;
      case TALKING -> AgentState.TALKING;
      case WRAP_UP -> AgentState.WRAP_UP;
      case NONE -> idleState();
    };
  }

  private AgentState idleState() {
    if (pauses.reason() != null) {
      return AgentState.PAUSED;
    } else if (line == Line.UP) {
      return pbxConnected ? rested() : AgentState.PHONE_UNREACHABLE;
    } else if (phone == PhoneState.UNREACHABLE || !pbxConnected || line == Line.OPENING) {
      return AgentState.PHONE_UNREACHABLE;
    } else if (phone == PhoneState.BUSY) {
      return AgentState.PHONE_BUSY;
    } else if (legUp) {
      return AgentState.RELEASING;
    }
    return plan.answer() == AnswerMode.OFF_HOOK ? AgentState.PHONE_UNREACHABLE : rested();
  }

  private AgentState rested() {
    return retryDelay ? AgentState.RETRY_DELAY : AgentState.AVAILABLE;
  }

  /** The same object as before where nothing changed. */
  AgentFigures figures() {
    AgentFigures known = row;
    if (known != null) {
      return known;
    }
    ObservedPresence shown = shownPresence();
    ContactModel own = work == Work.NONE ? null : contact;
    ContactModel has = shown == null ? own : shown.contact();
    QueueModel of = has == null ? null : has.queue;
    TeamModel team = groups.team();
    AgentFigures made =
        new AgentFigures(
            id,
            plan.alias(),
            state,
            sinceMs,
            work == Work.WRAP_UP ? wrapUpUntilMs : 0,
            pauses.reason(),
            pauses.byTurno(),
            pauses.figures(),
            leaving,
            of == null ? null : of.id,
            has == null || has.protectedLine ? null : has.id,
            handled,
            hardInRow,
            phone,
            team == null ? null : team.id,
            groups.allIds(),
            shown == null ? null : shown.pbx);
    row = made;
    return made;
  }

  FiguresImage.AgentImage image() {
    ContactModel has = contact;
    TeamModel of = groups.team();
    return new FiguresImage.AgentImage(
        plan,
        configured,
        groups.ownIds(),
        of == null ? null : of.id,
        state,
        sinceMs,
        signedIn,
        leaving,
        pauses.image(),
        retryDelay,
        legUp,
        pbxConnected,
        phone,
        work,
        has == null ? null : has.image(),
        wrapUpSinceMs,
        wrapUpUntilMs,
        hardInRow,
        handled);
  }

  /** Puts back what was looked at; what follows from it is there already. */
  void restore(ObservedPresence of, List<QueueModel> ofQueues) {
    presence = of;
    groups.watchedIn(ofQueues);
    row = null;
  }

  static AgentModel of(
      FiguresImage.AgentImage image,
      PauseLedger ledger,
      List<QueueModel> queues,
      @Nullable TeamModel team,
      @Nullable ContactModel contact) {
    AgentModel agent = new AgentModel(image.plan(), ledger);
    agent.groups.serves(queues, team);
    agent.configured = image.configured();
    agent.state = image.state();
    agent.sinceMs = image.sinceMs();
    agent.signedIn = image.signedIn();
    agent.leaving = image.leaving();
    agent.pauses.restore(image.pauses());
    agent.retryDelay = image.retryDelay();
    agent.legUp = image.legUp();
    agent.pbxConnected = image.pbxConnected();
    agent.phone = image.phone();
    agent.work = image.work();
    agent.contact = contact;
    agent.wrapUpSinceMs = image.wrapUpSinceMs();
    agent.wrapUpUntilMs = image.wrapUpUntilMs();
    agent.hardInRow = image.hardInRow();
    agent.handled = image.handled();
    return agent;
  }
}
