package org.turno.pbx.asterisk;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.SealedNumber;
import org.turno.pbx.OutsideCalls;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriReply;
import org.turno.pbx.asterisk.ari.AriRequests;
import org.turno.pbx.link.Refused;

/**
 * Numbers of those who are to be called back. A number is asked of Asterisk only when its
 * presentation is allowed, is sealed before anything is made of it, and is opened only to be
 * dialled. Used on the adapter's context only.
 */
final class CallingBack {
  private final PbxId pbx;
  private final AriLink link;
  private final AriRequests ari;
  private final OutsideCalls outside;
  private final Consumer<PbxInput> facts;

  CallingBack(
      PbxId pbx, AriLink link, AriRequests ari, OutsideCalls outside, Consumer<PbxInput> facts) {
    this.pbx = pbx;
    this.link = link;
    this.ari = ari;
    this.outside = outside;
    this.facts = facts;
  }

  /** Tells the number of a caller as a fact. */
  Future<Void> ask(Effect.AskNumber ask) {
    String leg = ask.leg().value();
    return link.send(ari.variable(leg, "CALLERID(num-pres)"))
        .compose(
            presentation ->
                presentation.ok() && value(presentation).startsWith("allowed")
                    ? link.send(ari.variable(leg, "CALLERID(num)"))
                    : Future.failedFuture(noNumber(leg)))
        .compose(
            number -> {
              SealedNumber sealed = outside.numbers().seal(value(number));
              if (sealed == null) {
                return Future.failedFuture(noNumber(leg));
              }
              facts.accept(new PbxInput.NumberTold(pbx, ask.leg(), sealed));
              return Future.succeededFuture();
            });
  }

  private static Refused noNumber(String leg) {
    return new Refused(Failure.REFUSED, "leg " + leg + " presents no number to call back");
  }

  /** Where Asterisk is to dial; null where nobody can be called back. */
  @Nullable String endpoint(Effect.CallBack call) {
    String number = outside.numbers().open(call.number());
    return number == null || outside.dial().isEmpty()
        ? null
        : outside.dial().replace(OutsideCalls.NUMBER, number);
  }

  /**
   * What the leg is made with: a caller id that says nothing of the line, and an end of its own.
   */
  Map<String, String> variables(long seconds) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CONNECTEDLINE(all,i)", Displays.format(outside.callerId(), outside.callerId()));
    variables.put("TIMEOUT(absolute)", Long.toString(seconds));
    return variables;
  }

  private static String value(AriReply reply) {
    return reply.body().path("value").asText("");
  }
}
