package org.turno.pbx.freeswitch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
import org.turno.pbx.freeswitch.esl.EslAddress;
import org.turno.pbx.freeswitch.esl.EslTimes;
import org.turno.pbx.link.CapturedLog;
import org.turno.pbx.link.RecordingSink;

/** A FreeSWITCH that says what none would, and one that does not let Turno in. */
final class HostileEslTest {
  private static final PbxId PBX = new PbxId("central");
  private static final EslTimes TIMES = new EslTimes(1_000, 1_000, 10, 50);
  private static final int MESSAGES = 3_000;

  private final Vertx vertx = Vertx.vertx();
  private final FakeFreeSwitch freeSwitch = new FakeFreeSwitch();
  private final RecordingSink sink = new RecordingSink();
  private final CapturedLog log = new CapturedLog();
  private FreeSwitchAdapter adapter = adapter(FakeFreeSwitch.PASSWORD);

  private FreeSwitchAdapter adapter(String password) {
    return new FreeSwitchAdapter(
        vertx,
        new FreeSwitchOptions(
            PBX,
            new EslAddress("127.0.0.1", freeSwitch.port(), password),
            TIMES,
            4,
            FreeSwitchOptions.DEFAULT_DIAL),
        phone -> true,
        CustomerMarks.NONE,
        OutsideCalls.NONE);
  }

  @AfterEach
  void stop() {
    adapter.close();
    freeSwitch.close();
    log.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void connect() {
    adapter.start(sink);
    sink.await(PbxInput.Inventory.class);
  }

  private void callArrives(String id) {
    freeSwitch.event(
        "Event-Name: CHANNEL_PARK",
        "Unique-ID: " + id,
        "Channel-State-Number: 4",
        "Answer-State: ringing",
        "Caller-Context: turno-line",
        "Caller-Caller-ID-Number: 600555123",
        "variable_turno_line: 012");
  }

  /** Some spoilt message may have cost the link: the call is told until it is up again. */
  private boolean heardOf(String call) {
    callArrives(call);
    return sink.heard().stream()
        .anyMatch(input -> input instanceof PbxInput.CallArrived c && c.leg().value().equals(call));
  }

  /** An event as FreeSWITCH sends them, spoilt as the seed says. */
  private static byte[] spoilt(Random random) {
    String body =
        """
        Event-Name: CHANNEL_PARK
        Unique-ID: u-1
        Caller-Context: turno-line
        variable_turno_wishes: X-Evil%0A600555123
        variable_turno_line: 012

        """;
    int at = 1 + random.nextInt(body.length() - 1);
    String text =
        switch (random.nextInt(6)) {
          case 0 -> body.replace("Unique-ID: ", "X-Evil ");
          case 1 -> body.replace("%0A", "%ZZ");
          case 2 -> body.replace("CHANNEL_PARK", "%");
          case 3 -> body.substring(0, at) + "\n:\n" + body.substring(at);
          case 4 -> body.replace("012", "0".repeat(10_000));
          default -> body.replaceFirst("Event-Name", "X-Evil-Name");
        };
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    int claimed = random.nextInt(200) == 0 ? -7 : length;
    return ("Content-Length: " + claimed + "\nContent-Type: text/event-plain\n\n" + text)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void spoilt_messages_are_counted_and_logged_once_and_calls_go_on() {
    connect();
    Random random = new Random(20261127);
    for (int i = 0; i < MESSAGES; i++) {
      freeSwitch.raw(spoilt(random));
    }
    while (!heardOf("call-after")) {
      Thread.onSpinWait();
    }
    assertTrue(adapter.figures().malformed() > 10, adapter.figures()::toString);
    log.messages().forEach(text -> assertFalse(text.contains("X-Evil"), text));
    log.messages().forEach(text -> assertFalse(text.contains("600555123"), text));
    sink.heard().forEach(input -> assertFalse(input.toString().contains("600555123")));
    long unreadable = log.warnings().stream().filter(w -> w.contains("unreadable mess")).count();
    assertEquals(1, unreadable, log.warnings()::toString);
  }

  @Test
  void a_wrong_password_is_named_and_tried_again_without_flooding_the_log() {
    adapter = adapter("wrong");
    adapter.start(sink);
    PbxInput.LinkDown down = sink.await(PbxInput.LinkDown.class);
    assertTrue(down.reason().contains("event_socket.conf.xml"), down.reason());
    long tries = freeSwitch.asked().stream().filter(c -> c.startsWith("auth")).count();
    assertTrue(tries >= 1);
    assertEquals(1, log.warnings().size(), log.warnings()::toString);
    log.messages().forEach(text -> assertFalse(text.contains("auth wrong"), text));
  }

  @Test
  void a_freeswitch_that_falls_silent_is_left_and_what_was_asked_of_it_fails() {
    connect();
    callArrives("c1");
    sink.await(PbxInput.CallArrived.class);
    freeSwitch.fallSilent();
    Effect.Ring ring =
        new Effect.Ring(
            new EffectId("r1"),
            PBX,
            new PhoneId(PBX, "user/1001"),
            new LegId("c1"),
            new LineId("012"),
            "Info",
            CallerDisplay.LINE,
            20_000);
    adapter.execute(ring);
    EffectReport.Failed failed = sink.await(EffectReport.Failed.class);
    assertEquals(EffectReport.Failure.LINK_DOWN, failed.failure());
    sink.await(PbxInput.LinkDown.class);
  }

  @Test
  void an_effect_without_a_link_fails_at_once() {
    adapter.start(sink);
    adapter.execute(new Effect.HangUp(new EffectId("h1"), PBX, new LegId("none")));
    sink.await(EffectReport.class);
  }

  @Test
  void the_dialplan_may_hand_over_callers_while_turno_lives_and_no_longer() {
    connect();
    List<String> before = List.of("api global_setvar turno_until=1795786045");
    while (!freeSwitch.asked().containsAll(before)) {
      Thread.onSpinWait();
    }
    adapter.close();
    assertTrue(freeSwitch.asked().contains("api global_setvar turno_until=0"));
  }
}
