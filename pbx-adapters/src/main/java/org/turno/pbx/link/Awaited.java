package org.turno.pbx.link;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things that a PBX will tell, and that somebody waits for with a limit. What is told before
 * anybody waits is lost, so a wait begins before its request is sent. Used on the adapter's context
 * only.
 */
public final class Awaited {
  private final Vertx vertx;
  private final long timeoutMs;
  private final Map<String, Promise<Boolean>> waits = new HashMap<>();

  /** Nothing yet. */
  public Awaited(Vertx vertx, long timeoutMs) {
    this.vertx = vertx;
    this.timeoutMs = timeoutMs;
  }

  /** Completes with what {@link #settle} says of it, or with false when that does not come. */
  public Future<Boolean> await(String key) {
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

  /** It was told. */
  public void settle(String key, boolean value) {
    Promise<Boolean> wait = waits.get(key);
    if (wait != null) {
      wait.tryComplete(value);
    }
  }

  /** Ends all waits: nothing will be told. */
  public void giveUp() {
    List<Promise<Boolean>> all = new ArrayList<>(waits.values());
    waits.clear();
    all.forEach(wait -> wait.tryComplete(false));
  }
}
