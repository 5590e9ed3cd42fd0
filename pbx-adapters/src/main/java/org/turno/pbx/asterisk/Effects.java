package org.turno.pbx.asterisk;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.plan.LegId;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriReply;
import org.turno.pbx.asterisk.ari.AriRequest;
import org.turno.pbx.asterisk.ari.AriRequests;
import org.turno.pbx.link.LegOrder;
import org.turno.pbx.link.Refused;

/**
 * Carries out effects. Requests whose order matters are sent one behind the other without waiting:
 * Asterisk runs them in that order. A future fails with {@link Refused} or with the link's
 * exception. Used on the adapter's context only.
 */
final class Effects {
  /** On top of the ring's own limit: how long an answered leg is kept should Turno be dead. */
  private static final int AGENT_DEAD_MAN_MARGIN_SECONDS = 5;

  /** What phones of several makers take as the wish to answer by themselves. */
  private static final Map<String, String> AUTO_ANSWER =
      Map.of(
          "PJSIP_HEADER(add,Call-Info)", "<sip:turno>;answer-after=0",
          "PJSIP_HEADER(add,Alert-Info)", "<http://turno>;info=alert-autoanswer");

  private final AriLink link;
  private final AriRequests ari;
  private final Legs legs;
  private final LegOrder order = new LegOrder();
  private final Waits waits;
  private final DeadMan deadMan;
  private final Displays displays;

  private final Announcements announcements;
  private final CallingBack callingBack;
  private final Listeners listeners;

  Effects(
      AriLink link,
      AriRequests ari,
      Legs legs,
      Waits waits,
      DeadMan deadMan,
      Announcements announcements,
      CallingBack callingBack,
      Listeners listeners) {
    this.listeners = listeners;
    this.link = link;
    this.ari = ari;
    this.legs = legs;
    this.waits = waits;
    this.deadMan = deadMan;
    this.displays = new Displays(link, ari);
    this.announcements = announcements;
    this.callingBack = callingBack;
  }

  /** Starts an effect. */
  Future<Void> run(Effect effect) {
    return switch (effect) {
      case Effect.Park park -> order.run(List.of(park.leg()), () -> park(park));
      case Effect.Announce announce ->
          order.run(List.of(announce.leg()), () -> announcements.run(announce));
      case Effect.Ring ring -> order.run(List.of(ring.leg()), () -> ring(ring));
      case Effect.AskNumber ask -> callingBack.ask(ask);
      case Effect.CallBack call -> order.run(List.of(call.leg()), () -> callBack(call));
      case Effect.OpenLine open -> order.run(List.of(open.leg()), () -> openLine(open));
      case Effect.Bridge bridge ->
          order.run(List.of(bridge.caller(), bridge.agent()), () -> bridge(bridge));
      case Effect.Listen listen ->
          order.run(List.of(listen.supervisor()), () -> listeners.run(listen));
      case Effect.HangUp hangUp -> order.run(List.of(hangUp.leg()), () -> hangUp(hangUp.leg()));
      case Effect.DropBridge drop -> dropBridge(drop.bridge().value());
      case Effect.SendToDialplan send ->
          order.run(
              List.of(send.leg()),
              () ->
                  leave(
                      send.leg(),
                      ari.toDialplan(send.leg().value(), send.context(), send.extension())));
      case Effect.GiveBack give -> giveBack(give.leg());
    };
  }

  private Future<Void> park(Effect.Park park) {
    String id = park.leg().value();
    Leg leg = legs.get(id);
    Future<AriReply> armed = link.send(ari.deadMan(id, deadMan.seconds()));
    if (leg != null) {
      announcements.hush(leg);
      leg.music = park.music();
      leg.keys = park.keys();
      deadMan.armed(leg);
      if (leg.line != null) {
        deadMan.mark(leg.line, id);
      }
    }
    Future<AriReply> answered = link.send(ari.answer(id));
    Future<AriReply> music = link.send(ari.startMusic(id, park.music()));
    return armed
        .compose(Effects::expectLeg)
        .compose(ok -> answered.compose(Effects::expectLeg))
        .compose(ok -> music.compose(Effects::expectLeg))
        .onFailure(
            e -> {
              if (leg != null && e instanceof Refused) {
                leg.music = null;
              }
            });
  }

  private Future<Void> ring(Effect.Ring ring) {
    return displays.of(ring).compose(display -> ring(ring, display));
  }

  private Future<Void> ring(Effect.Ring ring, String display) {
    String id = ring.leg().value();
    long timeoutSeconds = Math.max(1, Math.ceilDiv(ring.ringTimeoutMs(), 1000));
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CONNECTEDLINE(all,i)", display);
    variables.put(
        "TIMEOUT(absolute)", Long.toString(timeoutSeconds + AGENT_DEAD_MAN_MARGIN_SECONDS));
    if (ring.phone().address().startsWith("PJSIP/")) {
      variables.put("PJSIP_HEADER(add,X-Turno-Leg)", id);
      if (ring.autoAnswer()) {
        variables.putAll(AUTO_ANSWER);
      }
    }
    boolean repeated = known(id);
    Future<Boolean> inApp = waits.inApplication(id);
    // Asterisk creates the leg also for a caller who is gone, so it is asked; nothing rings before
    // the leg is dialled.
    Future<AriReply> caller = link.send(ari.variable(ring.caller().value(), "CHANNEL(state)"));
    Future<AriReply> created =
        link.send(ari.create(id, ring.phone().address(), ring.caller().value(), variables));
    return Future.join(caller, created)
        .compose(
            replies -> {
              if (!created.result().ok()) {
                if (!repeated) {
                  legs.remove(id);
                }
                return notCreated(id, created.result());
              }
              return caller.result().ok()
                  ? dial(id, inApp, timeoutSeconds)
                  : Future.failedFuture(new Refused(Failure.LEG_GONE, caller.result().describe()));
            })
        .onFailure(e -> takeDown(id, e));
  }

  /** Nothing ends the leg when Turno is away: it has no timer of its own. */
  private Future<Void> openLine(Effect.OpenLine open) {
    String id = open.leg().value();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CONNECTEDLINE(all,i)", Displays.format(open.label(), open.label()));
    if (open.phone().address().startsWith("PJSIP/")) {
      variables.put("PJSIP_HEADER(add,X-Turno-Leg)", id);
    }
    return makeAndDial(id, open.phone().address(), variables, open.ringTimeoutMs());
  }

  /** Should Turno be dead, the leg ends a little after it was to be answered. */
  private Future<Void> callBack(Effect.CallBack call) {
    String endpoint = callingBack.endpoint(call);
    if (endpoint == null) {
      return Future.failedFuture(
          new Refused(Failure.REFUSED, "nobody can be called: no dial string, or another key"));
    }
    long seconds = Math.max(1, Math.ceilDiv(call.ringTimeoutMs(), 1000));
    return makeAndDial(
        call.leg().value(),
        endpoint,
        callingBack.variables(seconds + AGENT_DEAD_MAN_MARGIN_SECONDS),
        call.ringTimeoutMs());
  }

  private Future<Void> makeAndDial(
      String id, String endpoint, Map<String, String> variables, long ringTimeoutMs) {
    boolean repeated = known(id);
    Future<Boolean> inApp = waits.inApplication(id);
    return link.send(ari.create(id, endpoint, null, variables))
        .compose(
            reply -> {
              if (reply.ok()) {
                return dial(id, inApp, Math.max(1, Math.ceilDiv(ringTimeoutMs, 1000)));
              }
              if (!repeated) {
                legs.remove(id);
              }
              return notCreated(id, reply);
            })
        .onFailure(e -> takeDown(id, e));
  }

  /** Whether the leg is there already; from now on it is known. */
  private boolean known(String id) {
    boolean repeated = legs.get(id) != null;
    if (!repeated) {
      legs.add(id, null);
    }
    return repeated;
  }

  /** What was created for nothing. A leg that existed before stays. */
  private void takeDown(String id, Throwable e) {
    if (e instanceof Refused refused
        && refused.failure != Failure.ALREADY_DONE
        && refused.failure != Failure.PHONE_UNREACHABLE) {
      quietly(link.send(ari.hangUp(id, true)));
    }
  }

  private Future<Void> dial(String id, Future<Boolean> inApp, long timeoutSeconds) {
    return inApp
        .compose(
            in ->
                in
                    ? link.send(ari.dial(id, timeoutSeconds))
                    : Future.failedFuture(
                        new Refused(Failure.REFUSED, "leg " + id + " never reached Turno")))
        .compose(
            reply ->
                reply.ok()
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture(new Refused(Failure.REFUSED, reply.describe())));
  }

  /**
   * Asterisk answers 500 for a phone that is not registered, and on a connection that saw a 409
   * before, 409: only a look at the leg tells a repeat from an unreachable phone.
   */
  private Future<Void> notCreated(String id, AriReply reply) {
    if (reply.status() == 400) {
      return Future.failedFuture(new Refused(Failure.LEG_GONE, reply.describe()));
    }
    return link.send(ari.channel(id))
        .compose(
            look -> {
              if (look.ok()) {
                if (legs.get(id) == null) {
                  legs.add(id, null);
                }
                return Future.failedFuture(new Refused(Failure.ALREADY_DONE, reply.describe()));
              }
              return Future.failedFuture(new Refused(Failure.PHONE_UNREACHABLE, reply.describe()));
            });
  }

  private Future<Void> bridge(Effect.Bridge bridge) {
    String id = bridge.id().value();
    String caller = bridge.caller().value();
    String agent = bridge.agent().value();
    Leg leg = legs.get(caller);
    String music = leg == null ? null : leg.music;
    if (leg != null) {
      announcements.hush(leg);
      leg.music = null;
    }
    Future<Boolean> callerIn = waits.inBridge(id, caller);
    Future<Boolean> agentIn = waits.inBridge(id, agent);
    quietly(link.send(ari.deadMan(caller, 0)));
    quietly(link.send(ari.deadMan(agent, 0)));
    quietly(link.send(ari.stopMusic(caller)));
    Future<AriReply> made = link.send(ari.createBridge(id));
    return link.send(ari.addToBridge(id, List.of(caller, agent)))
        .compose(Effects::expectBoth)
        .compose(ok -> Future.join(callerIn, agentIn))
        .compose(
            ok -> {
              if (!callerIn.result() || !agentIn.result()) {
                return Future.failedFuture(
                    new Refused(Failure.REFUSED, "not both legs came into bridge " + id));
              }
              return made.compose(
                  reply ->
                      reply.ok()
                          ? Future.<Void>succeededFuture()
                          : Future.failedFuture(
                              new Refused(Failure.ALREADY_DONE, reply.describe())));
            })
        .onFailure(
            e -> {
              if (e instanceof Refused refused && refused.failure != Failure.ALREADY_DONE) {
                quietly(link.send(ari.dropBridge(id)));
                backToParked(caller, music);
              }
            });
  }

  /** A caller who could not be let through keeps waiting, under the dead man's switch. */
  private void backToParked(String caller, @Nullable String music) {
    Leg leg = legs.get(caller);
    if (leg != null && music != null) {
      leg.music = music;
      deadMan.armed(leg);
      quietly(link.send(ari.deadMan(caller, deadMan.seconds())));
      quietly(link.send(ari.startMusic(caller, music)));
    }
  }

  private Future<Void> hangUp(LegId id) {
    Leg leg = legs.get(id.value());
    boolean ringing = leg != null && leg.isAgentLeg() && !leg.answered;
    if (leg != null) {
      leg.music = null;
      listeners.takeEar(leg);
    }
    return link.send(ari.hangUp(id.value(), ringing)).compose(Effects::expectGone);
  }

  private Future<Void> dropBridge(String id) {
    return link.send(ari.dropBridge(id)).compose(Effects::expectGone);
  }

  /** Sends a leg on in the dialplan, past the application. */
  Future<Void> giveBack(LegId leg) {
    return order.run(List.of(leg), () -> leave(leg, ari.onInDialplan(leg.value())));
  }

  /** The timer would go on in the dialplan, and so would the music. */
  private Future<Void> leave(LegId legId, AriRequest departure) {
    String id = legId.value();
    Leg leg = legs.get(id);
    String music = leg == null ? null : leg.music;
    if (leg != null) {
      announcements.hush(leg);
      leg.music = null;
    }
    quietly(link.send(ari.deadMan(id, 0)));
    quietly(link.send(ari.stopMusic(id)));
    return link.send(departure)
        .compose(Effects::expectLeg)
        .onFailure(
            e -> {
              if (e instanceof Refused) {
                backToParked(id, music);
              }
            });
  }

  static Future<Void> expectLeg(AriReply reply) {
    if (reply.ok()) {
      return Future.succeededFuture();
    }
    // 404: no such channel; 409: the dialplan has it.
    boolean gone = reply.status() == 404 || reply.status() == 409;
    return Future.failedFuture(
        new Refused(gone ? Failure.LEG_GONE : Failure.REFUSED, reply.describe()));
  }

  private static Future<Void> expectBoth(AriReply reply) {
    if (reply.ok()) {
      return Future.succeededFuture();
    }
    // 400: one of the channels is gone; 422: the dialplan has one; 404: there is no such bridge.
    boolean gone = reply.status() == 400 || reply.status() == 422;
    return Future.failedFuture(
        new Refused(gone ? Failure.LEG_GONE : Failure.REFUSED, reply.describe()));
  }

  private static Future<Void> expectGone(AriReply reply) {
    return reply.ok() || reply.status() == 404
        ? Future.succeededFuture()
        : Future.failedFuture(new Refused(Failure.REFUSED, reply.describe()));
  }

  /** For requests whose failure shows elsewhere: in the next reply, or as a fact. */
  static void quietly(Future<AriReply> reply) {
    reply.onFailure(e -> {});
  }
}
