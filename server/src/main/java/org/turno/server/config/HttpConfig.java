package org.turno.server.config;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The HTTP API and the wallboard.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param token what programs show to get in; empty where none is configured
 * @param users password by name
 */
public record HttpConfig(
    String host, int port, Optional<Secret> token, SortedMap<String, Secret> users) {
  /** Where Turno listens unless told otherwise. */
  public static final int DEFAULT_PORT = 8080;

  static final HttpConfig DEFAULT =
      new HttpConfig("127.0.0.1", DEFAULT_PORT, Optional.empty(), new TreeMap<>());

  /** Copies the map. */
  public HttpConfig {
    users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
  }

  /** Whether anybody could get in at all. */
  public boolean hasCredentials() {
    return token.isPresent() || !users.isEmpty();
  }
}
