package org.turno.pbx.asterisk;

import io.vertx.core.Future;
import java.util.List;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.plan.ListenMode;
import org.turno.pbx.asterisk.ari.AriChannel;
import org.turno.pbx.asterisk.ari.AriEvent;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriReply;
import org.turno.pbx.asterisk.ari.AriRequests;
import org.turno.pbx.link.Refused;

/**
 * Lets supervisors take part in conversations. Who only listens or whispers is put into a bridge
 * with an ear: a channel of its own (ARI's snoop) that hears both sides of the agent's leg and, for
 * a whisper, speaks to the agent's phone alone. Who barges in joins the conversation's bridge. An
 * ear ends with the agent's leg, and is ended with the supervisor's: Asterisk then takes it away as
 * soon as the agent's leg carries a sound. Used on the adapter's context only.
 */
final class Listeners {
  private final AriLink link;
  private final AriRequests ari;
  private final Legs legs;
  private final Waits waits;

  Listeners(AriLink link, AriRequests ari, Legs legs, Waits waits) {
    this.link = link;
    this.ari = ari;
    this.legs = legs;
    this.waits = waits;
  }

  /** Puts a supervisor through. */
  Future<Void> run(Effect.Listen listen) {
    String id = listen.supervisor().value();
    Leg leg = legs.get(id);
    if (leg == null) {
      return Future.failedFuture(new Refused(Failure.LEG_GONE, "no leg " + id));
    }
    takeEar(leg);
    return listen.mode() == ListenMode.BARGE
        ? join(listen.conversation().value(), List.of(id))
        : listen(listen, leg);
  }

  private Future<Void> listen(Effect.Listen listen, Leg leg) {
    String bridge = listen.id().value();
    String ear = bridge + "-ear";
    leg.ear = ear;
    Future<Boolean> inApp = waits.inApplication(ear);
    Future<AriReply> made =
        link.send(
            ari.listenTo(
                listen.agent().value(), ear, leg.id.value(), listen.mode() == ListenMode.WHISPER));
    Effects.quietly(link.send(ari.createBridge(bridge)));
    return made.compose(Effects::expectLeg)
        .compose(ok -> inApp)
        .compose(
            in ->
                in
                    ? join(bridge, List.of(leg.id.value(), ear))
                    : Future.failedFuture(
                        new Refused(Failure.REFUSED, "no channel to listen through")))
        .onFailure(
            e -> {
              if (ear.equals(leg.ear)) {
                takeEar(leg);
              }
              Effects.quietly(link.send(ari.dropBridge(bridge)));
            });
  }

  private Future<Void> join(String bridge, List<String> channels) {
    Future<List<Boolean>> in =
        Future.join(channels.stream().map(id -> waits.inBridge(bridge, id)).toList())
            .map(all -> all.<Boolean>list());
    return link.send(ari.addToBridge(bridge, channels))
        .compose(Effects::expectLeg)
        .compose(
            ok ->
                in.compose(
                    all ->
                        all.contains(false)
                            ? Future.failedFuture(
                                new Refused(Failure.REFUSED, "not all came into bridge " + bridge))
                            : Future.<Void>succeededFuture()));
  }

  /** The supervisor hears no more. */
  void takeEar(Leg leg) {
    String ear = leg.ear;
    if (ear != null) {
      leg.ear = null;
      Effects.quietly(link.send(ari.hangUp(ear, false)));
    }
  }

  /** Nobody listens through the ear of a leg that is gone. */
  void observe(AriEvent event) {
    Leg leg =
        switch (event) {
          case AriEvent.StasisEnd end -> legs.get(end.channel());
          case AriEvent.Destroyed gone -> legs.get(gone.channel());
          case AriEvent other -> null;
        };
    if (leg != null) {
      takeEar(leg);
    }
  }

  /** Ears of supervisors who hung up while Turno was away. */
  void sweep(List<AriChannel> channels) {
    for (AriChannel channel : channels) {
      if (channel.isEar() && legs.get(channel.appArgs().getLast()) == null) {
        Effects.quietly(link.send(ari.hangUp(channel.id(), false)));
      }
    }
  }
}
