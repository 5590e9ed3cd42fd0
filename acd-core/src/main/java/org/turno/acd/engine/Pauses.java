package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.PauseReason;

/** Pauses: asked for, planned ahead, lasting too long, over. */
final class Pauses {
  private Pauses() {}

  /** An agent asks for a pause, now or in a while. */
  static void ask(Decision d, Agent agent, String name, long inMs) {
    PauseReason reason = d.state.plan().pause(name);
    if (!agent.isSignedIn()) {
      d.ignore(IgnoreReason.NOT_NOW, agent.id() + " is signed out: sign in first");
    } else if (reason == null && !d.state.plan().pauses().isEmpty()) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "'" + name + "' is no reason for a pause: use one of " + names(d, false));
    } else if (inMs > 0) {
      plan(d, agent, name, reason, d.timeMs + inMs);
    } else if (name.equals(agent.pauseReason())) {
      d.ignore(IgnoreReason.NO_CHANGE, agent.id() + " is paused for that reason already");
    } else {
      begin(d, agent, name, false);
    }
  }

  private static void plan(
      Decision d, Agent agent, String name, @Nullable PauseReason reason, long atMs) {
    if (reason != null && !reason.planned()) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "a pause for '"
              + name
              + "' cannot be asked for ahead: ask when it is time, or plan one of "
              + names(d, true));
    } else {
      d.emit(new AgentEvent.PausePlanned(agent.id(), name, atMs));
      d.setTimer(TimerId.Kind.PAUSE, agent.id().value(), atMs);
    }
  }

  private static String names(Decision d, boolean plannedOnly) {
    List<String> names =
        d.state.plan().pauses().stream()
            .filter(reason -> reason.planned() || !plannedOnly)
            .map(PauseReason::name)
            .toList();
    return names.isEmpty() ? "(the configuration has none)" : String.join(", ", names);
  }

  /** A pause begins now, or when the work in hand ends. */
  static void begin(Decision d, Agent agent, String name, boolean byTurno) {
    PauseReason reason = d.state.plan().pause(name);
    d.emit(new AgentEvent.Paused(agent.id(), name, byTurno));
    if (reason != null && reason.limitMs() > 0) {
      d.setTimer(TimerId.Kind.PAUSE_LIMIT, agent.id().value(), d.timeMs + reason.limitMs());
    } else {
      d.cancelTimer(TimerId.Kind.PAUSE_LIMIT, agent.id().value());
    }
  }

  /** It is time for the pause that was planned. */
  static void due(Decision d, AgentId id) {
    Agent agent = d.state.findAgent(id);
    String name = agent == null ? null : agent.pauses().planned();
    if (agent != null && name != null) {
      d.emit(new AgentEvent.PausePlanEnded(id, name));
      if (agent.isSignedIn() && !name.equals(agent.pauseReason())) {
        begin(d, agent, name, false);
      }
    }
  }

  /** A pause may have lasted as long as it should; its time counts from the end of the work. */
  static void limitDue(Decision d, AgentId id) {
    Agent agent = d.state.findAgent(id);
    String name = agent == null ? null : agent.pauseReason();
    PauseReason reason = name == null ? null : d.state.plan().pause(name);
    if (agent == null || reason == null || reason.limitMs() == 0) {
      return;
    }
    long sinceMs = agent.pauses().sinceMs();
    long dueMs = (sinceMs == 0 ? d.timeMs : sinceMs) + reason.limitMs();
    if (dueMs <= d.timeMs) {
      d.emit(new AgentEvent.PauseOverran(id, reason.name(), reason.limitMs()));
    } else {
      d.setTimer(TimerId.Kind.PAUSE_LIMIT, id.value(), dueMs);
    }
  }

  /** The agent is ready: ends the pause, or gives up the one that is planned. */
  static void ready(Decision d, Agent agent) {
    String planned = agent.pauses().planned();
    if (!agent.isSignedIn()) {
      d.ignore(IgnoreReason.NOT_NOW, agent.id() + " is signed out: sign in first");
    } else if (agent.pauseReason() == null && agent.strain().onBreak()) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "the break of "
              + agent.id()
              + " is mandatory for "
              + (agent.strain().breakUntilMs() - d.timeMs + 999) / 1_000
              + " more seconds; only a supervisor can end it");
    } else if (agent.pauseReason() != null) {
      d.cancelTimer(TimerId.Kind.PAUSE_LIMIT, agent.id().value());
      d.emit(new AgentEvent.Resumed(agent.id()));
      OpenLines.settle(d, agent);
    } else if (planned != null) {
      d.cancelTimer(TimerId.Kind.PAUSE, agent.id().value());
      d.emit(new AgentEvent.PausePlanEnded(agent.id(), planned));
    } else {
      d.ignore(IgnoreReason.NO_CHANGE, agent.id() + " is not paused");
    }
  }

  /** The agent goes: no timer of a pause runs on. */
  static void cancel(Decision d, Agent agent) {
    d.cancelTimer(TimerId.Kind.PAUSE, agent.id().value());
    d.cancelTimer(TimerId.Kind.PAUSE_LIMIT, agent.id().value());
  }
}
