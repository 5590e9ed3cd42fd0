package org.turno.server.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Keeps out who may not come in: pages of other sites that make a browser ask in their name, names
 * that were rebound to loopback, and whoever cannot show a token or password.
 */
final class Guard {
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
    if (host == null) {
      // HTTP/2 says it without the header.
      HostAndPort authority = request.authority();
      host = authority == null ? "" : authority.toString();
    }
    return host.toLowerCase(Locale.ROOT);
  }

  /** Lets a request through that shows what the configuration asks for. */
  void authenticated(RoutingContext context) {
    if (mayPass(context.request())) {
      context.next();
      return;
    }
    context.response().putHeader("WWW-Authenticate", "Bearer realm=\"Turno\"");
    Problem.of(
            401,
            "Token or password needed",
            "Send the API token or a user's password of the configuration: Authorization: Bearer"
                + " TOKEN, or Basic.")
        .send(context);
  }

  boolean mayPass(HttpServerRequest request) {
    return admits(Shown.inHeader(request.getHeader(HttpHeaders.AUTHORIZATION)));
  }

  boolean admits(Shown shown) {
    return switch (access) {
      case AccessPolicy.Open open -> true;
      case AccessPolicy.Credentials credentials ->
          switch (shown) {
            case Shown.Nothing nothing -> false;
            case Shown.Token token ->
                credentials.token().isPresent() && same(token.token(), credentials.token().get());
            case Shown.Password password -> {
              String right = credentials.passwords().get(password.user());
              yield right != null && same(password.password(), right);
            }
          };
    };
  }

  /** Takes the same time whatever was guessed. */
  private static boolean same(String shown, String right) {
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
