package org.turno.server.web;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.HaltedException;
import org.turno.acd.engine.InboxFullException;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;

/**
 * POST /api/v1/agents/ID/COMMAND. The answer comes when the entry is in the journal: 200 where the
 * command took effect, 409 with the reason where it changed nothing.
 */
final class AgentCommands {
  private static final long ANSWER_LIMIT_S = 10;
  private static final int REASON_LIMIT = 64;

  private final WebParts parts;

  AgentCommands(WebParts parts) {
    this.parts = parts;
  }

  void mount(Router router) {
    router.post("/api/v1/agents/:agent/:command").handler(this::command);
  }

  private void command(RoutingContext context) {
    String agent = Objects.requireNonNull(context.pathParam("agent"));
    String command = Objects.requireNonNull(context.pathParam("command"));
    if (parts.figures().current().agents().stream().noneMatch(a -> a.id().value().equals(agent))) {
      Problem.of(
              404,
              "Unknown agent",
              "There is no agent '" + agent + "': GET /api/v1/agents lists all.")
          .because("unknown")
          .send(context);
      return;
    }
    try {
      DeskInput input = input(context, new AgentId(agent), command);
      if (input == null) {
        Problem.of(
                404,
                "Unknown command",
                "'"
                    + command
                    + "' is none of sign-in, sign-out, ready, pause, end-wrap-up, reject.")
            .send(context);
      } else {
        submit(context, input, command);
      }
    } catch (IllegalArgumentException e) {
      Problem.of(400, "Bad request", String.valueOf(e.getMessage())).send(context);
    }
  }

  private static @Nullable DeskInput input(RoutingContext context, AgentId agent, String command) {
    return switch (command) {
      case "sign-in" -> new DeskInput.SignIn(agent);
      case "sign-out" -> new DeskInput.SignOut(agent);
      case "ready" -> new DeskInput.Ready(agent);
      case "pause" -> new DeskInput.Pause(agent, reason(context));
      case "end-wrap-up" -> new DeskInput.EndWrapUp(agent);
      case "reject" -> new DeskInput.Reject(agent);
      default -> null;
    };
  }

  private static String reason(RoutingContext context) {
    String remedy = "Send a JSON object with the reason of the pause: {\"reason\": \"break\"}.";
    try {
      JsonObject body = context.body().asJsonObject();
      Object value = body == null ? null : body.getValue("reason");
      if (!(value instanceof String reason) || reason.isBlank()) {
        throw new IllegalArgumentException(remedy);
      }
      if (reason.length() > REASON_LIMIT || reason.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "Send a reason of at most " + REASON_LIMIT + " characters on one line.");
      }
      return reason.strip();
    } catch (DecodeException | ClassCastException e) {
      throw new IllegalArgumentException(remedy, e);
    }
  }

  private void submit(RoutingContext context, DeskInput input, String command) {
    Future.fromCompletionStage(parts.inputs().submit(input), context.vertx().getOrCreateContext())
        .timeout(ANSWER_LIMIT_S, TimeUnit.SECONDS)
        .onSuccess(entry -> answer(context, entry, input, command))
        .onFailure(failure -> problem(failure).send(context));
  }

  private static void answer(RoutingContext context, Entry entry, DeskInput input, String command) {
    Optional<SystemEvent.InputIgnored> ignored =
        entry.events().stream()
            .filter(SystemEvent.InputIgnored.class::isInstance)
            .map(SystemEvent.InputIgnored.class::cast)
            .findFirst();
    if (ignored.isPresent()) {
      refusal(ignored.get()).send(context);
      return;
    }
    JsonObject json =
        new JsonObject()
            .put("seq", entry.seq())
            .put("timeMs", entry.timeMs())
            .put("agent", input.agent().value())
            .put("command", command);
    context.response().putHeader("Content-Type", "application/json; charset=utf-8");
    context.end(json.toBuffer());
  }

  private static Problem refusal(SystemEvent.InputIgnored ignored) {
    return switch (ignored.reason()) {
      case UNKNOWN -> Problem.of(404, "Unknown", ignored.detail()).because("unknown");
      case NO_CHANGE -> Problem.of(409, "It is so already", ignored.detail()).because("no-change");
      case NOT_NOW -> Problem.of(409, "Not now", ignored.detail()).because("not-now");
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
                      + " s: look at GET /api/v1/agents before you repeat it.")
              .because("undecided");
      default ->
          Problem.of(500, "Failed", "The command failed; the log says why.").because("failed");
    };
  }
}
