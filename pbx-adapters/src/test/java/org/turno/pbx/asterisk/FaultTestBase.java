package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.OutsideCalls;
import org.turno.pbx.asterisk.ami.AmiAddress;
import org.turno.pbx.asterisk.ari.AriAddress;
import org.turno.pbx.asterisk.ari.LinkTimes;
import org.turno.pbx.link.CapturedLog;
import org.turno.pbx.link.RecordingSink;

/** An adapter beside an Asterisk that misbehaves on demand. */
abstract class FaultTestBase {
  static final PbxId PBX = new PbxId("madrid");
  static final LegId CALLER = new LegId("1.7");
  static final PhoneId PHONE = new PhoneId(PBX, "PJSIP/1001");

  /** Short, so that a test of a timeout is over soon; nothing passes or fails by it. */
  private static final LinkTimes TIMES = new LinkTimes(1_000, 1_000, 20, 100, 100);

  final Vertx vertx = Vertx.vertx();
  final FakeAsterisk asterisk = new FakeAsterisk(vertx);
  final RecordingSink sink = new RecordingSink();
  final CapturedLog log = new CapturedLog();
  AsteriskAdapter adapter;

  @BeforeEach
  void listen() {
    asterisk.listen();
    adapter = newAdapter(null);
  }

  AsteriskAdapter newAdapter(@Nullable AmiAddress ami) {
    AriAddress ari = new AriAddress("127.0.0.1", asterisk.port(), "acd", "acd", "turno");
    return new AsteriskAdapter(
        vertx,
        new AsteriskOptions(PBX, ari, ami, TIMES, 4),
        phone -> true,
        CustomerMarks.NONE,
        OutsideCalls.NONE);
  }

  @AfterEach
  void stop() {
    adapter.close();
    asterisk.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    log.close();
  }

  void connect() {
    adapter.start(sink);
    sink.await(PbxInput.Inventory.class);
  }

  /** With one caller whom the adapter knows. */
  void connectWithCaller() {
    connect();
    asterisk.send(FakeAsterisk.callArrives(CALLER.value(), "012"));
    sink.await(PbxInput.CallArrived.class);
  }

  EffectReport reportOf(Effect effect) {
    return sink.await(EffectReport.class, report -> report.effect().equals(effect.id()));
  }

  EffectReport.Failure failureOf(Effect effect) {
    return sink.await(EffectReport.Failed.class, r -> r.effect().equals(effect.id())).failure();
  }

  static Effect.Park park(String id) {
    return new Effect.Park(new EffectId(id), PBX, CALLER, "default");
  }

  static Effect.Ring ring(String id, CallerDisplay display) {
    return new Effect.Ring(
        new EffectId(id), PBX, PHONE, CALLER, new LineId("012"), "Información", display, 15_000);
  }

  static Effect.Bridge bridge(String id, LegId agent) {
    return new Effect.Bridge(new EffectId(id), PBX, CALLER, agent);
  }

  static Effect.HangUp hangUp(String id, LegId leg) {
    return new Effect.HangUp(new EffectId(id), PBX, leg);
  }

  static void eventually(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - deadline < 0, "it did not happen that " + what);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
