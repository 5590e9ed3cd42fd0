package org.turno.pbx.asterisk;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turno.pbx.asterisk.ari.AriEvent;

/**
 * Effects that wait for an event of Asterisk besides its reply. Events may come before the reply,
 * so a wait begins before its request is sent. Used on the adapter's context only.
 */
final class Waits {
  private final Vertx vertx;
  private final long timeoutMs;
  private final Map<String, Promise<Boolean>> waits = new HashMap<>();

  Waits(Vertx vertx, long timeoutMs) {
    this.vertx = vertx;
    this.timeoutMs = timeoutMs;
  }

  /** Completes with true when the channel is in the application, with false when it never will. */
  Future<Boolean> inApplication(String channel) {
    return await("app " + channel);
  }

  /** Completes with true when the channel is in the bridge, with false when not in time. */
  Future<Boolean> inBridge(String bridge, String channel) {
    return await(bridgeKey(bridge, channel));
  }

  void observe(AriEvent event) {
    switch (event) {
      case AriEvent.StasisStart start -> settle("app " + start.channel().id(), true);
      case AriEvent.EnteredBridge entered ->
          settle(bridgeKey(entered.bridge(), entered.channel()), true);
      case AriEvent.Destroyed destroyed -> settle("app " + destroyed.channel(), false);
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
    List<Promise<Boolean>> all = new ArrayList<>(waits.values());
    waits.clear();
    all.forEach(wait -> wait.tryComplete(false));
  }

  private Future<Boolean> await(String key) {
    Promise<Boolean> wait = Promise.promise();
    waits.put(key, wait);
    long timer = vertx.setTimer(timeoutMs, id -> wait.tryComplete(false));
    return wait.future()
        .onComplete(
            done -> {
              vertx.cancelTimer(timer);
              waits.remove(key, wait);
            });
  }

  private void settle(String key, boolean value) {
    Promise<Boolean> wait = waits.get(key);
    if (wait != null) {
      wait.tryComplete(value);
    }
  }

  private static String bridgeKey(String bridge, String channel) {
    return "bridge " + bridge + " " + channel;
  }
}
