package org.turno.server.config;

import java.util.Optional;

/**
 * The HTTP API and the wallboard.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param token what people and programs show to get in; empty where none is configured
 */
public record HttpConfig(String host, int port, Optional<Secret> token) {
  /** Where Turno listens unless told otherwise. */
  public static final int DEFAULT_PORT = 8080;

  static final HttpConfig DEFAULT = new HttpConfig("127.0.0.1", DEFAULT_PORT, Optional.empty());
}
