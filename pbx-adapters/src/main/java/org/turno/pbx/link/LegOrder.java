package org.turno.pbx.link;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.turno.acd.plan.LegId;

/** Lets effects of one leg follow one another. Used on the adapter's context only. */
public final class LegOrder {
  private final Map<LegId, Future<Void>> last = new HashMap<>();

  /** Runs work when all earlier work on any of these legs has ended; at once when there is none. */
  public <T> Future<T> run(List<LegId> legs, Supplier<Future<T>> work) {
    List<Future<Void>> before = new ArrayList<>();
    for (LegId leg : legs) {
      Future<Void> tail = last.get(leg);
      if (tail != null) {
        before.add(tail);
      }
    }
    Promise<Void> end = Promise.promise();
    legs.forEach(leg -> last.put(leg, end.future()));
    Future<T> result =
        before.isEmpty() ? work.get() : Future.join(before).compose(done -> work.get());
    return result.onComplete(
        done -> {
          legs.forEach(leg -> last.remove(leg, end.future()));
          end.complete();
        });
  }
}
