package org.turno.pbx.freeswitch;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.plan.Prompt;
import org.turno.pbx.freeswitch.esl.EslCommand;
import org.turno.pbx.freeswitch.esl.EslCommands;
import org.turno.pbx.freeswitch.esl.EslLink;
import org.turno.pbx.freeswitch.esl.EslReply;
import org.turno.pbx.link.Refused;

/**
 * What legs hear: music and announcements. A leg's queue in FreeSWITCH holds all of it, what comes
 * after an announcement as well, so that it goes on as it should without Turno. Used on the
 * adapter's context only.
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
      return Future.failedFuture(new Refused(Failure.LEG_GONE, "no leg " + id));
    }
    if (leg.music == null && !(leg.isAgentLeg() && leg.answered)) {
      return Future.failedFuture(new Refused(Failure.REFUSED, "leg " + id + " does not wait"));
    }
    List<EslCommand> commands = new ArrayList<>();
    for (Prompt prompt : announce.prompts()) {
      commands.add(
          switch (prompt) {
            case Prompt.Sound sound ->
                EslCommands.play(id, path(sound.name(), announce.language()), false);
            case Prompt.Numeral number ->
                EslCommands.say(id, announce.language(), Math.max(0, number.value()));
          });
    }
    if (announce.after() == Effect.Announce.After.HANG_UP) {
      commands.add(EslCommands.hangUpThen(id));
    } else if (leg.music != null) {
      commands.add(EslCommands.play(id, stream(leg.music), true));
    }
    hush(leg);
    return inOrder(leg, commands);
  }

  /** Plays music from now on. */
  Future<Void> music(String leg, String music) {
    Leg known = legs.get(leg);
    EslCommand play = EslCommands.play(leg, stream(music), true);
    if (known == null) {
      return link.send(play).compose(Effects::expectLeg);
    }
    hush(known);
    return inOrder(known, List.of(play));
  }

  /** Cuts short what a leg hears, and whatever it was to hear. */
  void hush(Leg leg) {
    if (leg.sounds) {
      leg.sounds = false;
      String id = leg.id.value();
      link.send(EslCommands.hush(id)).onFailure(e -> {});
      link.send(EslCommands.play(id, NOTHING, false)).onFailure(e -> {});
    }
  }

  private Future<Void> inOrder(Leg leg, List<EslCommand> commands) {
    leg.sounds = true;
    Future<EslReply> first = null;
    for (EslCommand command : commands) {
      Future<EslReply> reply = link.send(command);
      reply.onFailure(e -> {});
      first = first == null ? reply : first;
    }
    return first == null ? Future.succeededFuture() : first.compose(Effects::expectLeg);
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
