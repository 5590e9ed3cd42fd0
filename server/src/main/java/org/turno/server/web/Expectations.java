package org.turno.server.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.turno.acd.estimate.Outlook;

/**
 * Answers that say how long somebody is expected to wait. The deciding thread gives a copy of what
 * it knows; the rest is worked out here, on a worker. Where it does not answer soon, the answer
 * says nothing of it instead of waiting.
 */
final class Expectations {
  private static final long PATIENCE_MS = 1_000;

  private final WebParts parts;

  Expectations(WebParts parts) {
    this.parts = parts;
  }

  /** Answers a request with what is made of the outlook, if there is one. */
  void answer(RoutingContext context, Function<Optional<Outlook>, JsonObject> answer) {
    Future.fromCompletionStage(parts.outlooks().get(), context.vertx().getOrCreateContext())
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .map(Optional::of)
        .otherwise(Optional.empty())
        .compose(outlook -> context.vertx().executeBlocking(() -> answer.apply(outlook)))
        .onSuccess(json -> FiguresRoutes.send(context, json))
        .onFailure(context::fail);
  }
}
