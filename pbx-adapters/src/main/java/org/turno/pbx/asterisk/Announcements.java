package org.turno.pbx.asterisk;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.plan.Prompt;
import org.turno.pbx.asterisk.ari.AriEvent;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriReply;
import org.turno.pbx.asterisk.ari.AriRequests;

/**
 * Plays announcements to parked legs. Whatever else Asterisk is asked to do with a leg, other than
 * to end it, waits until what is being played is over, and with it all that the link carries. So a
 * playback is stopped before anything is asked that waits. Used on the adapter's context only.
 */
final class Announcements {
  /** Names the last playback of a leg for a later process. */
  private static final String MARK = "TURNO_SAYS";

  private final AriLink link;
  private final AriRequests ari;
  private final Legs legs;
  private final Consumer<String> warnings;

  Announcements(AriLink link, AriRequests ari, Legs legs, Consumer<String> warnings) {
    this.link = link;
    this.ari = ari;
    this.legs = legs;
    this.warnings = warnings;
  }

  Future<Void> run(Effect.Announce announce) {
    String id = announce.leg().value();
    Leg leg = legs.get(id);
    if (leg == null || leg.music == null) {
      return Future.failedFuture(
          leg == null
              ? new Refused(Failure.LEG_GONE, "no leg " + id)
              : new Refused(Failure.REFUSED, "leg " + id + " does not wait"));
    }
    return hush(id).compose(quiet -> play(announce, leg));
  }

  private Future<Void> play(Effect.Announce announce, Leg leg) {
    String id = leg.id.value();
    String playback = announce.id().value();
    leg.playback = playback;
    leg.hangUpAfter = announce.after() == Effect.Announce.After.HANG_UP;
    link.send(ari.set(id, MARK, playback)).onFailure(e -> {});
    Future<AriReply> reply =
        link.send(ari.play(id, playback, media(announce), announce.language()));
    String music = leg.music;
    if (music != null && !leg.hangUpAfter) {
      // Asterisk begins with it when the announcement is over.
      link.send(ari.startMusic(id, music)).onFailure(e -> {});
    }
    return reply
        .compose(Effects::expectLeg)
        .onFailure(
            e -> {
              if (playback.equals(leg.playback)) {
                leg.playback = null;
              }
            });
  }

  private static List<String> media(Effect.Announce announce) {
    List<String> media = new ArrayList<>();
    for (Prompt prompt : announce.prompts()) {
      switch (prompt) {
        case Prompt.Sound sound -> media.add("sound:" + sound.name());
        case Prompt.Number number ->
            SpokenNumbers.of(number.value(), announce.language())
                .forEach(word -> media.add("sound:" + word));
      }
    }
    return media;
  }

  /**
   * Stops what is being played to a leg, if anything; what is sent to Asterisk next need not wait
   * for it. Of a leg that an earlier process parked, Asterisk is asked first.
   */
  Future<Void> hush(String id) {
    Leg leg = legs.get(id);
    if (leg == null) {
      return Future.succeededFuture();
    }
    if (leg.inherited) {
      leg.inherited = false;
      return link.send(ari.variable(id, MARK))
          .map(
              reply -> {
                stop(reply.body().path("value").asText(""));
                return null;
              });
    }
    stop(leg.playback);
    leg.playback = null;
    return Future.succeededFuture();
  }

  private void stop(@Nullable String playback) {
    if (playback != null && !playback.isEmpty()) {
      link.send(ari.stopPlayback(playback)).onFailure(e -> {});
    }
  }

  /** A playback that ended by itself may be the end of the call. */
  void observe(AriEvent.PlaybackFinished finished) {
    if (finished.failed()) {
      warnings.accept(
          "Asterisk cannot play "
              + finished.media().replaceAll("[^A-Za-z0-9:/._-]", "?")
              + ": put the recording into its sounds folder, in the line's language");
    }
    Leg leg = legs.get(finished.channel());
    if (leg != null && finished.id().equals(leg.playback)) {
      leg.playback = null;
      if (leg.hangUpAfter) {
        leg.music = null;
        link.send(ari.hangUp(leg.id.value(), false)).onFailure(e -> {});
      }
    }
  }
}
