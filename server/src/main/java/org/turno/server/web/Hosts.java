package org.turno.server.web;

import java.util.Locale;
import java.util.Set;

/** Host names as they stand in Host and Origin headers. */
final class Hosts {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private Hosts() {}

  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }

  /** The authority of an origin such as {@code http://localhost:8080}; empty where it has none. */
  static String ofOrigin(String origin) {
    int scheme = origin.indexOf("://");
    return scheme < 0 ? "" : origin.substring(scheme + 3).toLowerCase(Locale.ROOT);
  }

  /** The name in {@code name:port}, without the brackets of an IPv6 address. */
  static String nameOf(String authority) {
    if (authority.startsWith("[")) {
      int end = authority.indexOf(']');
      return end < 0 ? "" : authority.substring(1, end);
    }
    int port = authority.indexOf(':');
    return port < 0 ? authority : authority.substring(0, port);
  }
}
