package org.turno.pbx.freeswitch;

import io.vertx.core.Future;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.plan.Prompt;
import org.turno.pbx.freeswitch.esl.EslCommand;
import org.turno.pbx.freeswitch.esl.EslCommands;
import org.turno.pbx.freeswitch.esl.EslEvent;
import org.turno.pbx.freeswitch.esl.EslLink;
import org.turno.pbx.freeswitch.esl.EslReply;
import org.turno.pbx.link.Refused;

/**
 * What legs hear: music and announcements. FreeSWITCH never holds more than what a leg hears now:
 * what is left in a leg's queue goes with it to wherever the dialplan takes it, a hang-up too. Used
 * on the adapter's context only.
 */
final class Voice {
  /** Takes up what is left of breaking off: FreeSWITCH would break off what comes next, too. */
  private static final String NOTHING = "silence_stream://20";

  private final EslLink link;
  private final Legs legs;
  private String sounds = "";

  Voice(EslLink link, Legs legs) {
    this.link = link;
    this.legs = legs;
  }

  /** Where FreeSWITCH has its recordings. */
  void soundsFolder(String folder) {
    sounds = folder;
  }

  /** Begins an announcement. */
  Future<Void> announce(Effect.Announce announce) {
    String id = announce.leg().value();
    Leg leg = legs.get(id);
    if (leg == null) {
      return Effects.gone(id);
    }
    if (leg.music == null && !(leg.isAgentLeg() && leg.answered)) {
      return Future.failedFuture(new Refused(Failure.REFUSED, "leg " + id + " does not wait"));
    }
    hush(leg);
    leg.sounds = true;
    leg.speech = new Speech(announce);
    return goOn(leg, leg.speech);
  }

  /** Plays music from now on. */
  Future<Void> music(Leg leg, String music) {
    hush(leg);
    leg.sounds = true;
    return link.send(EslCommands.playForEver(leg.id.value(), stream(music)))
        .compose(Effects::expectLeg);
  }

  /** Cuts short what a leg hears. */
  void hush(Leg leg) {
    leg.speech = null;
    if (leg.sounds) {
      leg.sounds = false;
      String id = leg.id.value();
      Effects.quietly(link.send(EslCommands.hush(id)));
      Effects.quietly(link.send(EslCommands.play(id, NOTHING)));
    }
  }

  /** A piece of an announcement is over. */
  void observe(EslEvent event) {
    if (!event.name().equals("CHANNEL_EXECUTE_COMPLETE")) {
      return;
    }
    Leg leg = legs.get(event.channel());
    Speech speech = leg == null ? null : leg.speech;
    boolean itsOwn = speech != null && speech.run().equals(event.field("Application-UUID"));
    if (leg != null && speech != null && itsOwn && !event.routing() && !event.down()) {
      goOn(leg, speech).onFailure(e -> {});
    }
  }

  private Future<Void> goOn(Leg leg, Speech speech) {
    String id = leg.id.value();
    if (!speech.over()) {
      return link.send(piece(id, speech)).compose(Effects::expectLeg);
    }
    leg.speech = null;
    leg.sounds = false;
    if (speech.hangUpAfter) {
      leg.music = null;
      return link.send(EslCommands.hangUp(id, false)).map((EslReply reply) -> null);
    }
    return leg.music == null ? Future.succeededFuture() : music(leg, leg.music);
  }

  private EslCommand piece(String leg, Speech speech) {
    Prompt prompt = speech.next();
    return switch (prompt) {
      case Prompt.Sound sound ->
          EslCommands.playAs(speech.run(), leg, path(sound.name(), speech.language));
      case Prompt.Numeral number ->
          EslCommands.sayAs(speech.run(), leg, speech.language, Math.max(0, number.value()));
    };
  }

  /** A name alone is a stream of FreeSWITCH's; anything with a slash is a file or stands as is. */
  private static String stream(String music) {
    return music.contains("/") ? music : "local_stream://" + music;
  }

  private String path(String name, String language) {
    String file = name.startsWith("/") ? name : sounds + "/" + language + "/" + name;
    int dot = file.lastIndexOf('.');
    return dot > file.lastIndexOf('/') ? file : file + ".wav";
  }
}
