package org.turno.server.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.HaltedException;
import org.turno.acd.engine.InboxFullException;
import org.turno.acd.engine.InputSink;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.Input;

/**
 * A wish on its way through the core. The answer comes when the entry is in the journal: 200 where
 * the wish took effect, 409 with the reason where it changed nothing.
 */
final class Submission {
  private static final long ANSWER_LIMIT_S = 10;
  private final InputSink sink;

  Submission(InputSink sink) {
    this.sink = sink;
  }

  /**
   * Hands an input in and answers the request with what became of it.
   *
   * @param about what the answer says besides the entry
   * @param list where the things are listed that it could be about
   */
  void submit(RoutingContext context, Input input, JsonObject about, String list) {
    Future.fromCompletionStage(sink.submit(input), context.vertx().getOrCreateContext())
        .timeout(ANSWER_LIMIT_S, TimeUnit.SECONDS)
        .onSuccess(entry -> answer(context, entry, about, list))
        .onFailure(failure -> problem(failure).send(context));
  }

  private static void answer(RoutingContext context, Entry entry, JsonObject about, String list) {
    Optional<SystemEvent.InputIgnored> ignored =
        entry.events().stream()
            .filter(SystemEvent.InputIgnored.class::isInstance)
            .map(SystemEvent.InputIgnored.class::cast)
            .findFirst();
    if (ignored.isPresent()) {
      refusal(ignored.get(), list).send(context);
      return;
    }
    JsonObject json =
        new JsonObject().put("seq", entry.seq()).put("timeMs", entry.timeMs()).mergeIn(about);
    context.response().putHeader("Content-Type", "application/json; charset=utf-8");
    context.end(json.toBuffer());
  }

  private static Problem refusal(SystemEvent.InputIgnored ignored, String list) {
    return switch (ignored.reason()) {
      case UNKNOWN ->
          Problem.of(404, "Unknown", ignored.detail() + ": GET " + list + " lists what there is.")
              .because("unknown");
      case NO_CHANGE -> Problem.of(409, "It is so already", ignored.detail()).because("no-change");
      case NOT_NOW -> Problem.of(409, "Not now", ignored.detail()).because("not-now");
      case FORBIDDEN -> Problem.of(403, "Not allowed", ignored.detail()).because("forbidden");
      case STALE -> Problem.of(409, "Too late", ignored.detail()).because("stale");
    };
  }

  private static Problem problem(Throwable failure) {
    return switch (failure) {
      case InboxFullException e ->
          Problem.of(503, "Too busy", "Turno has more to decide than it can: " + e.getMessage())
              .because("inbox-full")
              .retryAfter(1);
      case HaltedException e ->
          Problem.of(503, "Halted", e.getMessage() + ". The log says why; restart Turno.")
              .because("halted")
              .retryAfter(10);
      case TimeoutException e ->
          Problem.of(
                  504,
                  "No answer yet",
                  "The command was handed in but not decided within "
                      + ANSWER_LIMIT_S
                      + " s: look at what holds now before you repeat it.")
              .because("undecided");
      default ->
          Problem.of(500, "Failed", "The command failed; the log says why.").because("failed");
    };
  }
}
