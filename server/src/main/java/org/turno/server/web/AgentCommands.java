package org.turno.server.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;

/** POST /api/v1/agents/ID/COMMAND: what agents do at their desks. */
final class AgentCommands {
  private static final int REASON_LIMIT = 64;
  private static final int TEXT_LIMIT = 200;
  private static final long DAY_MS = 86_400_000;

  private final Submission submission;

  AgentCommands(WebParts parts) {
    this.submission = new Submission(parts.inputs());
  }

  void mount(Router router) {
    router.post("/api/v1/agents/:agent/:command").handler(this::command);
  }

  private void command(RoutingContext context) {
    String agent = Objects.requireNonNull(context.pathParam("agent"));
    String command = Objects.requireNonNull(context.pathParam("command"));
    try {
      DeskInput input = input(context, new AgentId(agent), command);
      if (input == null) {
        Problem.of(
                404,
                "Unknown command",
                "'"
                    + command
                    + "' is none of sign-in, sign-out, ready, pause, extend-wrap-up, end-wrap-up,"
                    + " mark-hard, end-break, reject.")
            .send(context);
      } else {
        submission.submit(
            context,
            input,
            new JsonObject().put("agent", agent).put("command", command),
            "/api/v1/agents");
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
      case "pause" -> pause(agent, context);
      case "extend-wrap-up" -> new DeskInput.ExtendWrapUp(agent);
      case "end-wrap-up" -> new DeskInput.EndWrapUp(agent);
      case "mark-hard" -> new DeskInput.MarkHard(agent, by(context, agent));
      case "end-break" -> endBreak(agent, context);
      case "reject" -> new DeskInput.Reject(agent);
      default -> null;
    };
  }

  /** Who marks a contact as hard: the agent, if nobody else is named. */
  private static String by(RoutingContext context, AgentId agent) {
    String remedy = "Send no body, or the name of who says so: {\"by\": \"eva\"}.";
    JsonObject body = context.body().isEmpty() ? new JsonObject() : body(context, remedy);
    return body.containsKey("by") ? line(body, "by", remedy) : agent.value();
  }

  private static DeskInput endBreak(AgentId agent, RoutingContext context) {
    String remedy =
        "The break is mandatory. Say who ends it and why:"
            + " {\"by\": \"eva\", \"why\": \"anna asked for it\"}.";
    JsonObject body = body(context, remedy);
    return new DeskInput.EndBreak(agent, line(body, "by", remedy), line(body, "why", remedy));
  }

  private static String line(JsonObject body, String key, String remedy) {
    if (body.getValue(key) instanceof String text
        && !text.isBlank()
        && text.length() <= TEXT_LIMIT
        && text.chars().noneMatch(Character::isISOControl)) {
      return text.strip();
    }
    throw new IllegalArgumentException(remedy);
  }

  private static DeskInput pause(AgentId agent, RoutingContext context) {
    String remedy = "Send a JSON object with the reason of the pause: {\"reason\": \"break\"}.";
    JsonObject body = body(context, remedy);
    if (!(body.getValue("reason") instanceof String reason) || reason.isBlank()) {
      throw new IllegalArgumentException(remedy);
    }
    if (reason.length() > REASON_LIMIT || reason.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "Send a reason of at most " + REASON_LIMIT + " characters on one line.");
    }
    return new DeskInput.Pause(agent, reason.strip(), delayMs(body));
  }

  /** How long until a pause that is planned ahead; 0 for now. */
  private static long delayMs(JsonObject body) {
    Object value = body.getValue("inMs");
    if (value == null) {
      return 0;
    }
    if (value instanceof Number ms && ms.longValue() >= 0 && ms.longValue() <= DAY_MS) {
      return ms.longValue();
    }
    throw new IllegalArgumentException(
        "Send \"inMs\" as milliseconds from now, 0 to " + DAY_MS + ".");
  }

  /** Empty where there is none. */
  private static JsonObject body(RoutingContext context, String remedy) {
    try {
      JsonObject body = context.body().asJsonObject();
      return body == null ? new JsonObject() : body;
    } catch (DecodeException | ClassCastException e) {
      throw new IllegalArgumentException(remedy, e);
    }
  }
}
