package org.turno.pbx.asterisk;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.plan.Prompt;
import org.turno.pbx.asterisk.ari.AriEvent;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriRequests;
import org.turno.pbx.link.Refused;

/**
 * Plays announcements to parked legs, each through a channel of its own that speaks into the leg
 * (ARI's snoop). Asterisk could play to the leg itself, but would then hold back whatever else it
 * is asked to do with that leg, and with it every request behind: the dead man's switch too. Used
 * on the adapter's context only.
 */
final class Announcements {
  private final AriLink link;
  private final AriRequests ari;
  private final Legs legs;
  private final Waits waits;
  private final Consumer<String> warnings;

  /** The legs that voices speak to, by the voice's channel. */
  private final Map<String, Leg> voices = new HashMap<>();

  Announcements(AriLink link, AriRequests ari, Legs legs, Waits waits, Consumer<String> warnings) {
    this.link = link;
    this.ari = ari;
    this.legs = legs;
    this.waits = waits;
    this.warnings = warnings;
  }

  /** Begins an announcement. */
  Future<Void> run(Effect.Announce announce) {
    String id = announce.leg().value();
    Leg leg = legs.get(id);
    if (leg == null) {
      return Future.failedFuture(new Refused(Failure.LEG_GONE, "no leg " + id));
    }
    if (leg.music == null && !(leg.isAgentLeg() && leg.answered)) {
      return Future.failedFuture(new Refused(Failure.REFUSED, "leg " + id + " does not wait"));
    }
    hush(leg);
    String voice = announce.id().value();
    leg.voice = voice;
    leg.hangUpAfter = announce.after() == Effect.Announce.After.HANG_UP;
    voices.put(voice, leg);
    Future<Boolean> inApp = waits.inApplication(voice);
    if (leg.music != null) {
      Effects.quietly(link.send(ari.silence(id)));
    }
    return link.send(ari.speakInto(id, voice))
        .compose(Effects::expectLeg)
        .compose(
            ok ->
                inApp.compose(
                    in ->
                        in
                            ? link.send(ari.play(voice, media(announce), announce.language()))
                            : Future.failedFuture(
                                new Refused(Failure.REFUSED, "no channel to speak through"))))
        .compose(
            reply ->
                reply.ok()
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture(
                        new Refused(
                            legs.get(id) == leg ? Failure.REFUSED : Failure.LEG_GONE,
                            reply.describe())))
        .onFailure(
            e -> {
              if (voice.equals(leg.voice)) {
                backToMusic(leg);
              }
            });
  }

  private static List<String> media(Effect.Announce announce) {
    return announce.prompts().stream()
        .map(
            prompt ->
                switch (prompt) {
                  case Prompt.Sound sound -> "sound:" + sound.name();
                  case Prompt.Numeral number -> "number:" + Math.max(0, number.value());
                })
        .collect(Collectors.toList());
  }

  /** Cuts short what a leg is being told. Music does not go on by itself. */
  void hush(Leg leg) {
    String voice = leg.voice;
    if (voice != null) {
      leg.voice = null;
      voices.remove(voice);
      Effects.quietly(link.send(ari.hangUp(voice, false)));
      Effects.quietly(link.send(ari.stopSilence(leg.id.value())));
    }
  }

  /** What comes after an announcement, when it is over. */
  void observe(AriEvent event) {
    if (event instanceof AriEvent.PlaybackFinished finished) {
      over(finished);
    } else if (event instanceof AriEvent.StasisEnd end) {
      voices.remove(end.channel());
    }
  }

  private void over(AriEvent.PlaybackFinished finished) {
    if (finished.failed()) {
      warnings.accept(
          "Asterisk cannot play "
              + finished.media().replaceAll("[^A-Za-z0-9:/._-]", "?")
              + ": put the recording into its sounds folder, in the line's language");
    }
    Leg leg = voices.get(finished.channel());
    if (leg == null) {
      return;
    }
    if (leg.hangUpAfter) {
      voices.remove(finished.channel());
      leg.voice = null;
      leg.music = null;
      Effects.quietly(link.send(ari.hangUp(leg.id.value(), false)));
    } else {
      backToMusic(leg);
    }
  }

  private void backToMusic(Leg leg) {
    hush(leg);
    String music = leg.music;
    if (music != null) {
      Effects.quietly(link.send(ari.startMusic(leg.id.value(), music)));
    }
  }
}
