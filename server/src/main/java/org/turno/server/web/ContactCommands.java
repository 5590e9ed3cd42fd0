package org.turno.server.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.QueueId;

/**
 * POST /api/v1/contacts/ID/COMMAND: what supervisors do with contacts that wait: {@code priority}
 * takes {@code {"priority": 5, "by": "eva"}}, {@code move} {@code {"position": 1, "by": "eva"}},
 * {@code withdraw} {@code {"queue": "general", "by": "eva"}} or {@code {"context": "c",
 * "extension": "e", "by": "eva"}}, {@code callback} and {@code cancel-callback} {@code {"by":
 * "eva"}}; and with contacts who talk: {@code listen} {@code {"mode": "whisper", "by": "eva",
 * "why": "training"}}, {@code stop-listening} {@code {"by": "eva"}}.
 */
final class ContactCommands {
  private static final int NAME_LIMIT = 64;
  private final Submission submission;

  ContactCommands(WebParts parts) {
    this.submission = new Submission(parts.inputs());
  }

  void mount(Router router) {
    router.post("/api/v1/contacts/:contact/:command").handler(this::command);
  }

  private void command(RoutingContext context) {
    ContactId contact = new ContactId(Objects.requireNonNull(context.pathParam("contact")));
    String command = Objects.requireNonNull(context.pathParam("command"));
    try {
      JsonObject body = body(context);
      String by = text(body, "by");
      SupervisorInput input =
          switch (command) {
            case "priority" ->
                new SupervisorInput.SetPriority(contact, number(body, "priority"), by);
            case "move" -> new SupervisorInput.MoveTo(contact, number(body, "position"), by);
            case "withdraw" -> new SupervisorInput.Withdraw(contact, destination(body), by);
            case "callback" -> new SupervisorInput.CallBack(contact, by);
            case "cancel-callback" -> new SupervisorInput.CancelCallback(contact, by);
            case "listen" ->
                new SupervisorInput.Listen(contact, mode(body), by, optional(body, "why"));
            case "stop-listening" -> new SupervisorInput.StopListening(contact, by);
            default ->
                throw new IllegalArgumentException(
                    "'"
                        + command
                        + "' is none of priority, move, withdraw, callback, cancel-callback, listen,"
                        + " stop-listening.");
          };
      if (isInAnothersName(context, input)) {
        Problem.of(403, "Another's name", "You came in under your own name: ask in it.")
            .send(context);
        return;
      }
      submission.submit(
          context,
          input,
          new JsonObject().put("contact", contact.value()).put("command", command),
          "/api/v1/contacts");
    } catch (IllegalArgumentException e) {
      Problem.of(400, "Bad request", String.valueOf(e.getMessage())).send(context);
    }
  }

  /**
   * A user of the configuration takes part in conversations as nobody else; programs are trusted.
   */
  private static boolean isInAnothersName(RoutingContext context, SupervisorInput input) {
    boolean listens =
        input instanceof SupervisorInput.Listen || input instanceof SupervisorInput.StopListening;
    return listens
        && Shown.inHeader(context.request().getHeader(HttpHeaders.AUTHORIZATION))
            instanceof Shown.Password password
        && !password.user().equals(input.by());
  }

  private static ListenMode mode(JsonObject body) {
    ListenMode mode = ListenMode.ofWord(text(body, "mode"));
    if (mode == null) {
      throw new IllegalArgumentException("Say \"mode\" as one of listen, whisper, barge.");
    }
    return mode;
  }

  private static String optional(JsonObject body, String key) {
    return body.containsKey(key) ? text(body, key) : "";
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
    throw new IllegalArgumentException("Send a JSON object that says who asks: {\"by\": \"eva\"}.");
  }

  private static Destination destination(JsonObject body) {
    if (body.containsKey("line")) {
      return new Destination.ToLine(new LineId(text(body, "line")));
    }
    return body.containsKey("queue")
        ? new Destination.ToQueue(new QueueId(text(body, "queue")))
        : new Destination.ToExtension(text(body, "context"), text(body, "extension"));
  }

  private static String text(JsonObject body, String key) {
    if (body.getValue(key) instanceof String text
        && !text.isBlank()
        && text.length() <= NAME_LIMIT
        && text.chars().noneMatch(Character::isISOControl)) {
      return text.strip();
    }
    throw new IllegalArgumentException(
        "Say \"" + key + "\" as a text of at most " + NAME_LIMIT + " characters.");
  }

  private static int number(JsonObject body, String key) {
    if (body.getValue(key) instanceof Integer number) {
      return number;
    }
    throw new IllegalArgumentException("Say \"" + key + "\" as a whole number.");
  }
}
