package org.turno.pbx.asterisk;

import io.vertx.core.Future;
import org.turno.acd.effect.Effect;
import org.turno.acd.plan.CallerDisplay;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriReply;
import org.turno.pbx.asterisk.ari.AriRequests;

/**
 * What an agent's phone shows, in the form of CONNECTEDLINE(all). A caller's number is asked of
 * Asterisk only for a line that shows it, only if its presentation is allowed, and goes straight
 * back to Asterisk.
 */
final class Displays {
  /** A caller may send any: a phone shows no more of it. */
  private static final int LONGEST_NUMBER = 64;

  private final AriLink link;
  private final AriRequests ari;

  Displays(AriLink link, AriRequests ari) {
    this.link = link;
    this.ari = ari;
  }

  Future<String> of(Effect.Ring ring) {
    String line = format(ring.lineName(), ring.line().value());
    if (ring.display() == CallerDisplay.LINE) {
      return Future.succeededFuture(line);
    }
    String caller = ring.caller().value();
    return link.send(ari.variable(caller, "CALLERID(num-pres)"))
        .compose(
            presentation -> {
              if (!value(presentation).startsWith("allowed")) {
                return Future.succeededFuture(line);
              }
              return link.send(ari.variable(caller, "CALLERID(num)"))
                  .map(
                      number ->
                          value(number).isEmpty() ? line : format(ring.lineName(), value(number)));
            });
  }

  private static String value(AriReply reply) {
    return reply.body().path("value").asText("");
  }

  /** Keeps out what would end the name or the number early, or begin a second header. */
  static String format(String name, String number) {
    String shownName = name.replaceAll("[\\p{Cntrl}\"<>\\\\]", " ").strip();
    String plain = number.replaceAll("[^A-Za-z0-9+*#._-]", "");
    String shownNumber = plain.substring(0, Math.min(LONGEST_NUMBER, plain.length()));
    return "\"" + shownName + "\" <" + shownNumber + ">";
  }
}
