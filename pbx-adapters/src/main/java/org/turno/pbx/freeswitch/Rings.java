package org.turno.pbx.freeswitch;

import io.vertx.core.Future;
import java.util.function.Consumer;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.SealedNumber;
import org.turno.pbx.OutsideCalls;
import org.turno.pbx.freeswitch.esl.EslCommand;
import org.turno.pbx.freeswitch.esl.EslCommands;
import org.turno.pbx.freeswitch.esl.EslCommands.Originate;
import org.turno.pbx.freeswitch.esl.EslEvent;
import org.turno.pbx.freeswitch.esl.EslFormatException;
import org.turno.pbx.freeswitch.esl.EslLink;
import org.turno.pbx.freeswitch.esl.EslReply;
import org.turno.pbx.link.Awaited;
import org.turno.pbx.link.Refused;

/** Rings agents' phones. Used on the adapter's context only. */
final class Rings {
  /** On top of the ring's own limit: how long an answered leg is kept should Turno be dead. */
  private static final int AGENT_DEAD_MAN_MARGIN_SECONDS = 5;

  private static final long BACKGROUND_MARGIN_MS = 10_000;

  private final FreeSwitchOptions options;
  private final EslLink link;
  private final Legs legs;
  private final Awaited awaited;
  private final OutsideCalls outside;
  private final Consumer<PbxInput> facts;

  Rings(
      FreeSwitchOptions options,
      EslLink link,
      Legs legs,
      Awaited awaited,
      OutsideCalls outside,
      Consumer<PbxInput> facts) {
    this.options = options;
    this.link = link;
    this.legs = legs;
    this.awaited = awaited;
    this.outside = outside;
    this.facts = facts;
  }

  Future<Void> ring(Effect.Ring ring) {
    String caller = ring.caller().value();
    if (legs.get(caller) == null) {
      return Effects.gone(caller);
    }
    return number(ring).compose(number -> ring(ring, number));
  }

  /** Nothing ends the leg when Turno is away: it has no timer of its own. */
  Future<Void> openLine(Effect.OpenLine open) {
    long seconds = Math.max(1, Math.ceilDiv(open.ringTimeoutMs(), 1000));
    return originate(
        new Originate(
            open.leg().value(),
            options.dialled(open.phone().address()),
            open.label(),
            open.label(),
            seconds,
            false,
            0));
  }

  /** Should Turno be dead, the leg ends a little after it was to be answered. */
  Future<Void> callBack(Effect.CallBack call) {
    String number = outside.numbers().open(call.number());
    if (number == null || outside.dial().isEmpty()) {
      return Future.failedFuture(
          new Refused(Failure.REFUSED, "nobody can be called: no dial string, or another key"));
    }
    long seconds = Math.max(1, Math.ceilDiv(call.ringTimeoutMs(), 1000));
    return originate(
        new Originate(
            call.leg().value(),
            outside.dial().replace(OutsideCalls.NUMBER, number),
            outside.callerId(),
            outside.callerId(),
            seconds,
            false,
            seconds + AGENT_DEAD_MAN_MARGIN_SECONDS));
  }

  /**
   * Tells the number of a caller as a fact. It is asked of FreeSWITCH only if the caller did not
   * withhold it, and is sealed before anything is made of it.
   */
  Future<Void> askNumber(Effect.AskNumber ask) {
    String leg = ask.leg().value();
    return presented(leg)
        .compose(
            number -> {
              SealedNumber sealed = number.isEmpty() ? null : outside.numbers().seal(number);
              if (sealed == null) {
                return Future.failedFuture(
                    new Refused(
                        Failure.REFUSED, "leg " + leg + " presents no number to call back"));
              }
              facts.accept(new PbxInput.NumberTold(options.id(), ask.leg(), sealed));
              return Future.succeededFuture();
            });
  }

  private Future<Void> ring(Effect.Ring ring, String number) {
    if (legs.get(ring.caller().value()) == null) {
      return Effects.gone(ring.caller().value());
    }
    long seconds = Math.max(1, Math.ceilDiv(ring.ringTimeoutMs(), 1000));
    return originate(
        new Originate(
            ring.leg().value(),
            options.dialled(ring.phone().address()),
            ring.lineName(),
            number,
            seconds,
            ring.autoAnswer(),
            seconds + AGENT_DEAD_MAN_MARGIN_SECONDS));
  }

  /**
   * A caller's number is asked of FreeSWITCH only for a line that shows it, only if the caller did
   * not withhold it, and goes straight back to FreeSWITCH.
   */
  private Future<String> number(Effect.Ring ring) {
    String line = ring.line().value();
    String caller = ring.caller().value();
    if (ring.display() == CallerDisplay.LINE) {
      // Asked of the caller all the same: nothing rings for somebody who is gone.
      return link.send(EslCommands.exists(caller))
          .compose(
              reply ->
                  reply.value().equals("true")
                      ? Future.succeededFuture(line)
                      : Effects.gone(caller).map(line));
    }
    return presented(caller).map(number -> number.isEmpty() ? line : number);
  }

  /** The number that a caller shows; empty for none. */
  private Future<String> presented(String caller) {
    return link.send(EslCommands.dump(caller))
        .compose(
            reply -> {
              if (!reply.ok()) {
                return Effects.gone(caller).map("");
              }
              return withheld(reply)
                  ? Future.succeededFuture("")
                  : link.send(EslCommands.get(caller, "caller_id_number"))
                      .map(number -> number.ok() && !undefined(number) ? number.value() : "");
            });
  }

  private static boolean withheld(EslReply dump) {
    try {
      return !EslEvent.parse(dump.text()).field("Caller-Privacy-Hide-Number").equals("false");
    } catch (EslFormatException e) {
      return true;
    }
  }

  private static boolean undefined(EslReply value) {
    return value.value().isEmpty() || value.value().equals("_undef_");
  }

  private Future<Void> originate(Originate wish) {
    String id = wish.leg();
    if (!EslCommand.isWord(wish.dialled())) {
      return Future.failedFuture(
          new Refused(Failure.PHONE_UNREACHABLE, "FreeSWITCH cannot dial such an address"));
    }
    if (legs.get(id) != null) {
      return Future.failedFuture(new Refused(Failure.ALREADY_DONE, "leg " + id + " is there"));
    }
    Leg leg = legs.add(id, null);
    Future<Boolean> made = awaited.await(key(id));
    Future<EslReply> end =
        link.inBackground(
            EslCommands.originate(wish), wish.timeoutSeconds() * 1000 + BACKGROUND_MARGIN_MS);
    end.onComplete(done -> awaited.settle(key(id), false));
    return made.compose(
        there -> {
          if (there) {
            return Future.succeededFuture();
          }
          if (!end.isComplete()) {
            // Neither made nor refused: what FreeSWITCH may yet make is not wanted any more.
            Effects.quietly(link.send(EslCommands.hangUp(id, true)));
            return Future.failedFuture(new Refused(Failure.REFUSED, "no call came of " + id));
          }
          if (legs.get(id) == leg) {
            legs.remove(id);
          }
          return end.failed()
              ? Future.failedFuture(end.cause())
              : Future.failedFuture(failure(end.result()));
        });
  }

  private static Refused failure(EslReply end) {
    Failure failure =
        switch (end.value().replaceAll("^-ERR ", "")) {
          case "USER_NOT_REGISTERED",
              "SUBSCRIBER_ABSENT",
              "UNALLOCATED_NUMBER",
              "NO_ROUTE_DESTINATION",
              "INVALID_GATEWAY",
              "GATEWAY_DOWN",
              "DESTINATION_OUT_OF_ORDER",
              "CHAN_NOT_IMPLEMENTED" ->
              Failure.PHONE_UNREACHABLE;
          default -> Failure.REFUSED;
        };
    return new Refused(failure, end.describe());
  }

  /** The call attempt exists. */
  void observe(EslEvent event) {
    switch (event.name()) {
      case "CHANNEL_ORIGINATE", "CHANNEL_PROGRESS", "CHANNEL_ANSWER" ->
          awaited.settle(key(event.channel()), true);
      default -> {}
    }
  }

  private static String key(String leg) {
    return "leg " + leg;
  }
}
