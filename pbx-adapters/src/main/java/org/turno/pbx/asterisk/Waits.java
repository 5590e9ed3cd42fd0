package org.turno.pbx.asterisk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.turno.pbx.asterisk.ari.AriEvent;
import org.turno.pbx.link.Awaited;

/**
 * Effects that wait for an event of Asterisk besides its reply. Events may come before the reply,
 * so a wait begins before its request is sent. Used on the adapter's context only.
 */
final class Waits {
  private final Awaited awaited;

  Waits(Vertx vertx, long timeoutMs) {
    awaited = new Awaited(vertx, timeoutMs);
  }

  /** Completes with true when the channel is in the application, with false when it never will. */
  Future<Boolean> inApplication(String channel) {
    return awaited.await("app " + channel);
  }

  /** Completes with true when the channel is in the bridge, with false when not in time. */
  Future<Boolean> inBridge(String bridge, String channel) {
    return awaited.await(bridgeKey(bridge, channel));
  }

  void observe(AriEvent event) {
    switch (event) {
      case AriEvent.StasisStart start -> awaited.settle("app " + start.channel().id(), true);
      case AriEvent.EnteredBridge entered ->
          awaited.settle(bridgeKey(entered.bridge(), entered.channel()), true);
      case AriEvent.Destroyed destroyed -> awaited.settle("app " + destroyed.channel(), false);
      case AriEvent.StasisEnd _,
          AriEvent.StateChange _,
          AriEvent.HangupRequest _,
          AriEvent.DialStatus _,
          AriEvent.Key _,
          AriEvent.PlaybackFinished _,
          AriEvent.Replaced _,
          AriEvent.Other _ -> {}
    }
  }

  /** Ends all waits: the events will not come. */
  void giveUp() {
    awaited.giveUp();
  }

  private static String bridgeKey(String bridge, String channel) {
    return "bridge " + bridge + " " + channel;
  }
}
