package org.turno.pbx.freeswitch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.turno.acd.input.BridgeSnapshot;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.freeswitch.esl.EslCommand;
import org.turno.pbx.freeswitch.esl.EslCommands;
import org.turno.pbx.freeswitch.esl.EslEvent;
import org.turno.pbx.freeswitch.esl.EslFormatException;
import org.turno.pbx.freeswitch.esl.EslLink;
import org.turno.pbx.freeswitch.esl.EslReply;

/**
 * Reads what FreeSWITCH holds. Its lists come from a database that it writes a moment later, under
 * load some hundred milliseconds: a caller who has just been parked may not be in them yet, and
 * would count as gone. So a mark is put into the same queue, and the lists are read when it shows.
 */
final class InventoryTaker {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What FreeSWITCH holds.
   *
   * @param channels those that are or were Turno's concern, as {@code uuid_dump} shows them
   * @param legs the same for the core
   * @param registrations rows of {@code show registrations}
   * @param calls rows of {@code show channels}
   * @param sounds where recordings are
   */
  record Found(
      String version,
      List<EslEvent> channels,
      List<LegSnapshot> legs,
      List<BridgeSnapshot> bridges,
      JsonNode registrations,
      JsonNode calls,
      String sounds) {}

  private static final long LOOK_AGAIN_MS = 25;
  private static final int LOOKS = 200;

  private final Vertx vertx;
  private final EslLink link;
  private final CustomerMarks customers;
  private long nextMark;

  InventoryTaker(Vertx vertx, EslLink link, CustomerMarks customers) {
    this.vertx = vertx;
    this.link = link;
    this.customers = customers;
  }

  /** Fails when FreeSWITCH's answers are errors or cannot be read. */
  Future<Found> take() {
    String mark = "turno-mark-" + Long.toString(System.nanoTime(), 36) + "-" + ++nextMark;
    return link.send(EslCommands.mark(mark))
        .compose(put -> awaitMark(mark, LOOKS))
        .compose(there -> read());
  }

  private Future<Void> awaitMark(String mark, int looks) {
    return link.send(EslCommands.tasks())
        .compose(
            reply -> {
              if (reply.text().contains(mark)) {
                return link.send(EslCommands.unmark(mark)).map((EslReply gone) -> null);
              }
              return looks == 0
                  ? Future.failedFuture(new EslFormatException("its lists do not follow"))
                  : vertx
                      .timer(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)
                      .compose(later -> awaitMark(mark, looks - 1));
            });
  }

  private Future<Found> read() {
    Future<EslReply> version = link.send(EslCommands.version());
    Future<EslReply> sounds = link.send(EslCommands.soundsFolder());
    Future<JsonNode> registrations = json(EslCommands.registrations());
    Future<JsonNode> calls = json(EslCommands.channels());
    return Future.all(version, sounds, registrations, calls)
        .compose(all -> dumps(calls.result()))
        .map(
            channels ->
                new Found(
                    "FreeSWITCH " + version.result().value(),
                    channels,
                    legs(channels),
                    bridges(channels),
                    registrations.result(),
                    calls.result(),
                    sounds.result().value()));
  }

  private Future<JsonNode> json(EslCommand command) {
    return link.send(command)
        .compose(
            reply -> {
              try {
                return Future.succeededFuture(JSON.readTree(reply.text()));
              } catch (JsonProcessingException e) {
                return Future.failedFuture(new EslFormatException(command + ": no JSON"));
              }
            });
  }

  private Future<List<EslEvent>> dumps(JsonNode calls) {
    List<Future<EslReply>> asked = new ArrayList<>();
    for (JsonNode row : calls.path("rows")) {
      String id = row.path("uuid").asText("");
      if (EslCommand.isWord(id)) {
        asked.add(link.send(EslCommands.dump(id)));
      }
    }
    return Future.join(asked)
        .compose(
            done -> {
              List<EslEvent> channels = new ArrayList<>();
              try {
                for (Future<EslReply> one : asked) {
                  if (one.result().ok()) { // not ended since
                    EslEvent channel = EslEvent.parse(one.result().text());
                    if (ofConcern(channel)) {
                      channels.add(channel);
                    }
                  }
                }
              } catch (EslFormatException e) {
                return Future.failedFuture(e);
              }
              return Future.succeededFuture(channels);
            });
  }

  private static boolean ofConcern(EslEvent channel) {
    return !channel.down()
        && (Legs.isAgentLeg(channel)
            || Legs.atHome(channel)
            || (!channel.own("line").isBlank() && !channel.own("parked").isEmpty()));
  }

  private List<LegSnapshot> legs(List<EslEvent> channels) {
    List<LegSnapshot> legs = new ArrayList<>();
    for (EslEvent channel : channels) {
      LegId id = new LegId(channel.channel());
      LegSnapshot.State state = channel.up() ? LegSnapshot.State.UP : LegSnapshot.State.RINGING;
      if (Legs.isAgentLeg(channel)) {
        legs.add(new LegSnapshot(id, null, state, created(channel)));
      } else if (Legs.atHome(channel)) {
        legs.add(
            new LegSnapshot(
                id,
                Legs.lineOf(channel),
                Legs.wishesOf(channel, customers).wishes(),
                state,
                created(channel)));
      } else {
        legs.add(
            new LegSnapshot(
                id, Legs.lineOf(channel), LegSnapshot.State.ELSEWHERE, created(channel)));
      }
    }
    return legs;
  }

  private static long created(EslEvent channel) {
    String microseconds = channel.field("Caller-Channel-Created-Time");
    return microseconds.matches("[0-9]{1,18}") ? Long.parseLong(microseconds) / 1000 : 0;
  }

  /** Two legs that name the same conversation and one another. */
  private static List<BridgeSnapshot> bridges(List<EslEvent> channels) {
    Map<String, List<LegId>> talks = new LinkedHashMap<>();
    for (EslEvent channel : channels) {
      String conversation = channel.own("conversation");
      if (!conversation.isEmpty() && !channel.field("variable_signal_bond").isEmpty()) {
        talks
            .computeIfAbsent(conversation, one -> new ArrayList<>())
            .add(new LegId(channel.channel()));
      }
    }
    List<BridgeSnapshot> bridges = new ArrayList<>();
    talks.forEach((id, legs) -> bridges.add(new BridgeSnapshot(new EffectId(id), legs)));
    return bridges;
  }
}
