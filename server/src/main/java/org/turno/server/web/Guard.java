package org.turno.server.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out who may not come in: pages of other sites that make a browser ask in their name, names
 * that were rebound to loopback, and whoever lacks the token.
 */
final class Guard {
  private static final String BEARER = "Bearer ";

  private final AccessPolicy access;

  Guard(AccessPolicy access) {
    this.access = access;
  }

  /** Lets a request through unless a page of another site stands behind it. */
  void sameSite(RoutingContext context) {
    HttpServerRequest request = context.request();
    String host = authority(request);
    if (access instanceof AccessPolicy.Open && !Hosts.isLoopback(Hosts.nameOf(host))) {
      Problem.of(
              403,
              "Wrong host",
              "This server has no token and answers only to localhost: use"
                  + " http://localhost and its port, or set an API token.")
          .send(context);
      return;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean reads =
        HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
    boolean upgrades = request.headers().contains(HttpHeaders.UPGRADE);
    if (origin != null && (!reads || upgrades) && !Hosts.ofOrigin(origin).equals(host)) {
      Problem.of(
              403,
              "Another site's page",
              "A page of " + origin + " may not use Turno: open Turno's own address instead.")
          .send(context);
      return;
    }
    context.next();
  }

  private static String authority(HttpServerRequest request) {
    String host = request.getHeader(HttpHeaders.HOST);
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  /** Lets a request through that shows the token, if one is set. */
  void authenticated(RoutingContext context) {
    if (mayPass(context.request())) {
      context.next();
      return;
    }
    context.response().putHeader("WWW-Authenticate", "Bearer realm=\"Turno\"");
    Problem.of(
            401,
            "Token needed",
            "Send the API token of the configuration: Authorization: Bearer TOKEN.")
        .send(context);
  }

  boolean mayPass(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.startsWith(BEARER);
    return isToken(bearer && header != null ? header.substring(BEARER.length()) : null);
  }

  /** Takes the same time whatever was guessed. */
  boolean isToken(@Nullable String shown) {
    return switch (access) {
      case AccessPolicy.Open open -> true;
      case AccessPolicy.Token token ->
          shown != null
              && MessageDigest.isEqual(
                  shown.getBytes(StandardCharsets.UTF_8),
                  token.token().getBytes(StandardCharsets.UTF_8));
    };
  }
}
