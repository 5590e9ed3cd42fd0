package org.turno.server.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it, which says what to do.
 *
 * @param status of HTTP
 * @param title the kind
 * @param detail what is wrong here and the remedy
 * @param reason a word for programs; null without one
 * @param problems the single faults; empty without any
 * @param retryAfterSeconds after which another try makes sense; 0 where none does
 */
record Problem(
    int status,
    String title,
    String detail,
    @Nullable String reason,
    List<String> problems,
    int retryAfterSeconds) {

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, null, List.of(), 0);
  }

  Problem because(String newReason) {
    return new Problem(status, title, detail, newReason, problems, retryAfterSeconds);
  }

  Problem with(List<String> newProblems) {
    return new Problem(status, title, detail, reason, newProblems, retryAfterSeconds);
  }

  Problem retryAfter(int seconds) {
    return new Problem(status, title, detail, reason, problems, seconds);
  }

  void send(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (retryAfterSeconds > 0) {
      response.putHeader("Retry-After", Integer.toString(retryAfterSeconds));
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json; charset=utf-8")
        .end(json().encode());
  }

  private JsonObject json() {
    JsonObject json = new JsonObject().put("status", status).put("title", title);
    json.put("detail", detail);
    if (reason != null) {
      json.put("reason", reason);
    }
    if (!problems.isEmpty()) {
      json.put("problems", new JsonArray(problems));
    }
    return json;
  }
}
