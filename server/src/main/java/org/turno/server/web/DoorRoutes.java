package org.turno.server.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.turno.acd.input.DoorInput;
import org.turno.acd.plan.Door;
import org.turno.stats.FloorFigures;

/**
 * GET /api/v1/doors, and POST /api/v1/doors/line|queue/ID/open|close|release: what is open, and
 * what a supervisor makes of it. {@code open} and {@code close} take {@code {"by": "eva", "why":
 * "fire drill", "forMs": 1800000}}; instead of the last, {@code untilMs}, or nothing. {@code
 * release} takes {@code {"by": "eva"}}.
 */
final class DoorRoutes {
  private static final int TEXT_LIMIT = 200;

  private final WebParts parts;
  private final Submission submission;

  DoorRoutes(WebParts parts) {
    this.parts = parts;
    this.submission = new Submission(parts.inputs());
  }

  void mount(Router router) {
    router.get("/api/v1/doors").handler(this::list);
    router.post("/api/v1/doors/:kind/:name/:command").handler(this::command);
  }

  private void list(RoutingContext context) {
    FloorFigures figures = parts.figures().current();
    JsonObject json = FiguresJson.head(figures, parts.clock());
    context.response().putHeader("Content-Type", "application/json; charset=utf-8");
    context.end(json.put("doors", DoorsJson.doors(figures.doors())).toBuffer());
  }

  private void command(RoutingContext context) {
    try {
      Door door =
          new Door(
              kind(Objects.requireNonNull(context.pathParam("kind"))),
              Objects.requireNonNull(context.pathParam("name")));
      String command = Objects.requireNonNull(context.pathParam("command"));
      JsonObject body = body(context);
      DoorInput input =
          switch (command) {
            case "open" -> forced(door, true, body);
            case "close" -> forced(door, false, body);
            case "release" -> new DoorInput.Released(door, text(body, "by"));
            default ->
                throw new IllegalArgumentException(
                    "'" + command + "' is none of open, close, release.");
          };
      submission.submit(
          context,
          input,
          new JsonObject().put("door", door.toString()).put("command", command),
          "/api/v1/doors");
    } catch (IllegalArgumentException e) {
      Problem.of(400, "Bad request", String.valueOf(e.getMessage())).send(context);
    }
  }

  private static Door.Kind kind(String kind) {
    return switch (kind) {
      case "line" -> Door.Kind.LINE;
      case "queue" -> Door.Kind.QUEUE;
      default -> throw new IllegalArgumentException("'" + kind + "' is neither line nor queue.");
    };
  }

  private DoorInput forced(Door door, boolean open, JsonObject body) {
    long untilMs = millis(body, "untilMs");
    long forMs = millis(body, "forMs");
    if (untilMs == 0 && forMs > 0) {
      untilMs = parts.clock().nowMs() + forMs;
    }
    return new DoorInput.Forced(door, open, text(body, "by"), text(body, "why"), untilMs);
  }

  /** 0 where nothing is said. */
  private static long millis(JsonObject body, String key) {
    if (!body.containsKey(key)) {
      return 0;
    } else if (body.getValue(key) instanceof Number ms && ms.longValue() > 0) {
      return ms.longValue();
    }
    throw new IllegalArgumentException("Say \"" + key + "\" in milliseconds.");
  }

  private static JsonObject body(RoutingContext context) {
    try {
      JsonObject body = context.body().asJsonObject();
      if (body != null) {
        return body;
      }
    } catch (DecodeException | ClassCastException e) {
      throw new IllegalArgumentException("The body is not a JSON object.", e);
    }
    throw new IllegalArgumentException(
        "Send a JSON object that says who and why: {\"by\": \"eva\", \"why\": \"fire drill\"}.");
  }

  private static String text(JsonObject body, String key) {
    if (body.getValue(key) instanceof String text
        && !text.isBlank()
        && text.length() <= TEXT_LIMIT
        && text.chars().noneMatch(Character::isISOControl)) {
      return text.strip();
    }
    throw new IllegalArgumentException(
        "Say \"" + key + "\" as a text of at most " + TEXT_LIMIT + " characters.");
  }
}
