package org.turno.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads who may reach Turno, and where. */
final class HttpReader {
  private static final int TOKEN_LENGTH = 16;
  private final SecretReader secrets;
  private final Problems problems;

  HttpReader(SecretReader secrets, Problems problems) {
    this.secrets = secrets;
    this.problems = problems;
  }

  HttpConfig read(@Nullable MapReader map) {
    if (map == null) {
      return HttpConfig.DEFAULT;
    }
    String host = map.text("host", HttpConfig.DEFAULT.host());
    if (map.has("host") && !isLoopback(host)) {
      problems.warning(
          map.spotOf("host"),
          "host of http is " + host + ", so others can reach Turno, and it speaks plain HTTP",
          "listen on 127.0.0.1 and put a proxy with TLS before it");
    }
    int port = map.integer("port", HttpConfig.DEFAULT_PORT, 0, 65_535);
    Secret token = secrets.optional(map, "token");
    if (token != null && token.isKnown() && token.reveal().length() < TOKEN_LENGTH) {
      problems.error(
          map.spotOf(map.has("token_file") ? "token_file" : "token_env"),
          "the token of http has " + token.reveal().length() + " characters",
          "use at least " + TOKEN_LENGTH + " random ones: openssl rand -hex 32");
    }
    return new HttpConfig(host, port, Optional.ofNullable(token), users(map));
  }

  private SortedMap<String, Secret> users(MapReader http) {
    SortedMap<String, Secret> users = new TreeMap<>();
    http.byName("users")
        .forEach(
            (name, node) -> {
              Identifiers.check("user", name, problems);
              String where = "user " + name.value();
              MapReader map = MapReader.of(node, Section.USER, where, name.spot(), problems);
              Secret password = map == null ? null : secrets.required(map, "password");
              if (password != null) {
                users.put(name.value(), password);
              }
            });
    return users;
  }

  /** A name that cannot be resolved here may be right where Turno runs. */
  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
