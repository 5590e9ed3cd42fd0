package org.turno.pbx.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.input.BridgeSnapshot;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.asterisk.ari.AriBridge;
import org.turno.pbx.asterisk.ari.AriChannel;
import org.turno.pbx.asterisk.ari.AriFormatException;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriParser;
import org.turno.pbx.asterisk.ari.AriReply;
import org.turno.pbx.asterisk.ari.AriRequests;

/** Reads what Asterisk holds. */
final class InventoryTaker {
  /**
   * What Asterisk holds.
   *
   * @param channels every channel of Asterisk
   * @param legs those that are or were Turno's concern
   */
  record Found(
      String version,
      List<AriChannel> channels,
      List<LegSnapshot> legs,
      List<BridgeSnapshot> bridges) {}

  private final AriLink link;
  private final AriRequests ari;
  private final AriParser parser;
  private final CustomerMarks customers;

  InventoryTaker(AriLink link, AriRequests ari, AriParser parser, CustomerMarks customers) {
    this.link = link;
    this.ari = ari;
    this.parser = parser;
    this.customers = customers;
  }

  /**
   * Fails when Asterisk's answers are errors or cannot be read.
   *
   * @param afterConnect whether nothing that was asked before is still on its way: legs that were
   *     made and not rung then never ring, and are taken down instead of being told
   */
  Future<Found> take(boolean afterConnect) {
    Future<JsonNode> filtered = body(link.send(ari.filterEvents()));
    Future<JsonNode> info = body(link.send(ari.info()));
    Future<JsonNode> channels = body(link.send(ari.channels()));
    Future<JsonNode> bridges = body(link.send(ari.bridges()));
    return Future.all(filtered, info, channels, bridges)
        .compose(
            all -> {
              try {
                List<AriChannel> found = new ArrayList<>(parser.channels(channels.result()));
                if (afterConnect) {
                  found.removeIf(this::takenDown);
                }
                List<BridgeSnapshot> made = bridges(parser.bridges(bridges.result()));
                String version =
                    "Asterisk " + info.result().path("system").path("version").asText("?");
                return legs(found).map(legs -> new Found(version, found, legs, made));
              } catch (AriFormatException e) {
                return Future.failedFuture(e);
              }
            });
  }

  private boolean takenDown(AriChannel channel) {
    if (!channel.neverRang()) {
      return false;
    }
    link.send(ari.hangUp(channel.id(), false)).onFailure(e -> {});
    return true;
  }

  private Future<List<LegSnapshot>> legs(List<AriChannel> channels) {
    List<LegSnapshot> legs = new ArrayList<>();
    List<Future<@Nullable LegSnapshot>> elsewhere = new ArrayList<>();
    for (AriChannel channel : channels) {
      if (!channel.inApp()) {
        elsewhere.add(elsewhere(channel));
      } else if (!channel.appArgs().isEmpty() && !channel.isHelper()) {
        LegSnapshot.State state = channel.up() ? LegSnapshot.State.UP : LegSnapshot.State.RINGING;
        legs.add(
            new LegSnapshot(
                new LegId(channel.id()),
                Legs.lineOf(channel),
                Legs.wishesOf(channel.appArgs(), customers).wishes(),
                state,
                channel.createdMs()));
      }
    }
    return Future.join(elsewhere)
        .map(
            done -> {
              for (Future<@Nullable LegSnapshot> one : elsewhere) {
                LegSnapshot leg = one.result();
                if (leg != null) {
                  legs.add(leg);
                }
              }
              return legs;
            });
  }

  /** A channel in the dialplan was Turno's concern if Turno marked it when it parked it. */
  private Future<@Nullable LegSnapshot> elsewhere(AriChannel channel) {
    return link.send(ari.variable(channel.id(), DeadMan.MARK))
        .map(
            reply -> {
              String line = reply.body().path("value").asText("");
              return line.isEmpty()
                  ? null
                  : new LegSnapshot(
                      new LegId(channel.id()),
                      new LineId(line),
                      LegSnapshot.State.ELSEWHERE,
                      channel.createdMs());
            });
  }

  private static List<BridgeSnapshot> bridges(List<AriBridge> bridges) {
    List<BridgeSnapshot> snapshots = new ArrayList<>();
    for (AriBridge bridge : bridges) {
      List<LegId> legs = bridge.channels().stream().map(LegId::new).toList();
      snapshots.add(new BridgeSnapshot(new EffectId(bridge.id()), legs));
    }
    return snapshots;
  }

  private static Future<JsonNode> body(Future<AriReply> reply) {
    return reply.compose(
        answer ->
            answer.ok()
                ? Future.succeededFuture(answer.body())
                : Future.failedFuture(new AriFormatException(answer.describe())));
  }
}
