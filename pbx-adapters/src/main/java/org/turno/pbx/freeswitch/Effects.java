package org.turno.pbx.freeswitch;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.plan.LegId;
import org.turno.pbx.freeswitch.esl.EslCommands;
import org.turno.pbx.freeswitch.esl.EslEvent;
import org.turno.pbx.freeswitch.esl.EslLink;
import org.turno.pbx.freeswitch.esl.EslReply;
import org.turno.pbx.link.Awaited;
import org.turno.pbx.link.LegOrder;
import org.turno.pbx.link.Refused;

/**
 * Carries out effects. Commands whose order matters are sent one behind the other without waiting:
 * FreeSWITCH runs them in that order. A future fails with {@link Refused} or with the link's
 * exception. Used on the adapter's context only.
 */
final class Effects {
  private final EslLink link;
  private final Legs legs;
  private final LegOrder order = new LegOrder();
  private final Awaited awaited;
  private final DeadMan deadMan;
  private final Voice voice;
  private final Rings rings;

  Effects(EslLink link, Legs legs, Awaited awaited, DeadMan deadMan, Voice voice, Rings rings) {
    this.link = link;
    this.legs = legs;
    this.awaited = awaited;
    this.deadMan = deadMan;
    this.voice = voice;
    this.rings = rings;
  }

  /** Starts an effect. */
  Future<Void> run(Effect effect) {
    return switch (effect) {
      case Effect.Park park -> order.run(List.of(park.leg()), () -> park(park));
      case Effect.Announce announce ->
          order.run(List.of(announce.leg()), () -> voice.announce(announce));
      case Effect.Ring ring -> order.run(List.of(ring.leg()), () -> rings.ring(ring));
      case Effect.AskNumber ask -> rings.askNumber(ask);
      case Effect.CallBack call -> order.run(List.of(call.leg()), () -> rings.callBack(call));
      case Effect.OpenLine open -> order.run(List.of(open.leg()), () -> rings.openLine(open));
      case Effect.Bridge bridge ->
          order.run(List.of(bridge.caller(), bridge.agent()), () -> bridge(bridge));
      case Effect.Listen listen ->
          Future.failedFuture(
              new Refused(Failure.REFUSED, "supervisors take part on Asterisk only"));
      case Effect.HangUp hangUp -> order.run(List.of(hangUp.leg()), () -> hangUp(hangUp.leg()));
      case Effect.DropBridge drop -> dropBridge(drop.bridge().value());
      case Effect.SendToDialplan send ->
          order.run(List.of(send.leg()), () -> leave(send.leg(), send.extension(), send.context()));
      case Effect.GiveBack give ->
          order.run(
              List.of(give.leg()),
              () -> leave(give.leg(), EslCommands.FALLBACK, EslCommands.FALLBACK));
    };
  }

  /** What effects wait for. */
  void observe(EslEvent event) {
    rings.observe(event);
    voice.observe(event);
    if (event.name().equals("CHANNEL_ANSWER") || event.name().equals("CHANNEL_HANGUP")) {
      awaited.settle(answerKey(event.channel()), event.name().equals("CHANNEL_ANSWER"));
    }
    if (event.name().equals("CHANNEL_BRIDGE")) {
      String one = event.field("Bridge-A-Unique-ID");
      String other = event.field("Bridge-B-Unique-ID");
      awaited.settle(bridgeKey(one, other), true);
      awaited.settle(bridgeKey(other, one), true);
    }
  }

  private Future<Void> park(Effect.Park park) {
    String id = park.leg().value();
    Leg leg = legs.get(id);
    if (leg == null) {
      return gone(id);
    }
    leg.music = park.music();
    leg.keys = park.keys();
    Future<EslReply> armed = deadMan.arm(leg);
    quietly(link.send(EslCommands.set(id, parked())));
    listen(leg);
    Future<Void> answered = answer(leg);
    Future<Void> music = voice.music(leg, park.music());
    return armed
        .compose(Effects::expectLeg)
        .compose(ok -> answered)
        .compose(ok -> music)
        .onFailure(
            e -> {
              if (e instanceof Refused) {
                leg.music = null;
              }
            });
  }

  private Future<Void> answer(Leg leg) {
    if (leg.answered) {
      return Future.succeededFuture();
    }
    String id = leg.id.value();
    Future<Boolean> answered = awaited.await(answerKey(id));
    return link.send(EslCommands.answer(id))
        .compose(Effects::expectLeg)
        .compose(ok -> answered)
        .compose(
            yes ->
                yes
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture(
                        new Refused(
                            legs.get(id) == leg ? Failure.REFUSED : Failure.LEG_GONE,
                            "leg " + id + " was not answered")));
  }

  private static Map<String, String> parked() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("turno_parked", "yes");
    variables.put("playback_terminators", "none");
    variables.put("park_after_bridge", "true");
    variables.put("hangup_after_bridge", "false");
    // Neither side of a conversation learns the other's number.
    variables.put("ignore_display_updates", "true");
    return variables;
  }

  /** Keys of nobody else come to Turno: FreeSWITCH is asked for those of this leg. */
  private void listen(Leg leg) {
    boolean wanted = leg.music != null && !leg.keys.isEmpty();
    if (wanted == leg.listening) {
      return;
    }
    leg.listening = wanted;
    String id = leg.id.value();
    quietly(link.send(wanted ? EslCommands.listenTo(id) : EslCommands.listenNoMoreTo(id)));
  }

  private Future<Void> bridge(Effect.Bridge bridge) {
    String caller = bridge.caller().value();
    String agent = bridge.agent().value();
    Leg callerLeg = legs.get(caller);
    Leg agentLeg = legs.get(agent);
    if (callerLeg == null || agentLeg == null) {
      return gone(callerLeg == null ? caller : agent);
    }
    String id = bridge.id().value();
    if (id.equals(callerLeg.conversation)) {
      return Future.failedFuture(new Refused(Failure.ALREADY_DONE, "they are in " + id));
    }
    String music = callerLeg.music;
    callerLeg.music = null;
    listen(callerLeg);
    Future<Boolean> together = awaited.await(bridgeKey(caller, agent));
    quietly(link.send(EslCommands.cancelTimers(caller)));
    quietly(link.send(EslCommands.cancelTimers(agent)));
    for (Leg leg : List.of(callerLeg, agentLeg)) {
      // Whatever it was to hear next would be heard in the conversation.
      quietly(link.send(EslCommands.hush(leg.id.value())));
      leg.sounds = false;
      leg.speech = null;
      leg.conversation = id;
      quietly(link.send(EslCommands.set(leg.id.value(), Map.of("turno_conversation", id))));
    }
    return link.send(EslCommands.bridge(caller, agent))
        .compose(Effects::expectLeg)
        .compose(ok -> together)
        .compose(
            both ->
                both
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture(
                        new Refused(
                            legs.get(caller) == callerLeg && legs.get(agent) == agentLeg
                                ? Failure.REFUSED
                                : Failure.LEG_GONE,
                            "not both legs came into " + id)))
        .onFailure(
            e -> {
              if (e instanceof Refused) {
                apart(callerLeg);
                apart(agentLeg);
                backToParked(callerLeg, music);
              }
            });
  }

  /** A caller who could not be let through keeps waiting, under the dead man's switch. */
  private void backToParked(Leg caller, @Nullable String music) {
    if (legs.get(caller.id.value()) == caller && music != null) {
      caller.music = music;
      listen(caller);
      quietly(deadMan.arm(caller));
      voice.music(caller, music).onFailure(e -> {});
    }
  }

  private void apart(Leg leg) {
    leg.conversation = null;
    quietly(link.send(EslCommands.set(leg.id.value(), Map.of("turno_conversation", ""))));
  }

  private Future<Void> hangUp(LegId legId) {
    String id = legId.value();
    Leg leg = legs.get(id);
    boolean ringing = leg != null && leg.isAgentLeg() && !leg.answered;
    if (leg != null) {
      leg.music = null;
    }
    return link.send(EslCommands.hangUp(id, ringing))
        .compose(
            reply ->
                reply.ok() || reply.noChannel()
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture(new Refused(Failure.REFUSED, reply.describe())));
  }

  private Future<Void> dropBridge(String id) {
    List<Leg> in = legs.all().stream().filter(leg -> id.equals(leg.conversation)).toList();
    for (Leg leg : in) {
      apart(leg);
      if (in.size() > 1) {
        quietly(link.send(EslCommands.park(leg.id.value())));
      }
    }
    return Future.succeededFuture();
  }

  /** The timer would go on in the dialplan, and so would the music. */
  private Future<Void> leave(LegId legId, String extension, String context) {
    String id = legId.value();
    Leg leg = legs.get(id);
    if (leg == null) {
      return gone(id);
    }
    String music = leg.music;
    leg.music = null;
    leg.speech = null;
    listen(leg);
    quietly(link.send(EslCommands.cancelTimers(id)));
    quietly(link.send(EslCommands.hush(id)));
    return link.send(EslCommands.transfer(id, extension, context))
        .compose(Effects::expectLeg)
        .onFailure(
            e -> {
              if (e instanceof Refused) {
                leg.sounds = true;
                backToParked(leg, music);
              }
            });
  }

  static Future<Void> expectLeg(EslReply reply) {
    return reply.ok()
        ? Future.succeededFuture()
        : Future.failedFuture(
            new Refused(reply.noChannel() ? Failure.LEG_GONE : Failure.REFUSED, reply.describe()));
  }

  static Future<Void> gone(String leg) {
    return Future.failedFuture(new Refused(Failure.LEG_GONE, "no leg " + leg));
  }

  private static String answerKey(String leg) {
    return "answer " + leg;
  }

  private static String bridgeKey(String one, String other) {
    return "bridge " + one + " " + other;
  }

  /** For commands whose failure shows elsewhere: in the next answer, or as a fact. */
  static void quietly(Future<EslReply> reply) {
    reply.onFailure(e -> {});
  }
}
