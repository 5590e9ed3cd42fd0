package org.turno.server.web;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What somebody shows to be let in. */
sealed interface Shown {
  /** Nothing, or nothing that can be understood. */
  record Nothing() implements Shown {}

  /** The API token. */
  record Token(String token) implements Shown {}

  /** A user's name and password. */
  record Password(String user, String password) implements Shown {}

  /** An Authorization header. */
  static Shown inHeader(@Nullable String header) {
    if (header != null && header.startsWith("Bearer ")) {
      return new Token(header.substring("Bearer ".length()).strip());
    } else if (header != null && header.startsWith("Basic ")) {
      return basic(header.substring("Basic ".length()).strip());
    }
    return new Nothing();
  }

  private static Shown basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? new Nothing()
          : new Password(pair.substring(0, colon), pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return new Nothing();
    }
  }

  /** A stream's first message. */
  static Shown inMessage(JsonObject message) {
    if (message.getValue("token") instanceof String token) {
      return new Token(token);
    } else if (message.getValue("user") instanceof String user
        && message.getValue("password") instanceof String password) {
      return new Password(user, password);
    }
    return new Nothing();
  }
}
