package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.input.Input;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.asterisk.ami.AmiAddress;
import org.turno.pbx.link.CapturedLog;
import org.turno.pbx.link.RecordingSink;

/** A manager interface that says what no Asterisk would: nothing of it may end the watch. */
final class HostileManagerTest {
  private static final int SEEDS = 60;
  private static final String SALES = "Event: QueueParams\nQueue: sales\nServiceLevel: 3";

  private final Vertx vertx = Vertx.vertx();
  private final FakeManager manager = new FakeManager();
  private final RecordingSink sink = new RecordingSink();
  private final CapturedLog log = new CapturedLog();
  private final AsteriskObserver observer =
      new AsteriskObserver(
          vertx,
          new PbxId("old"),
          new AmiAddress("127.0.0.1", manager.port(), "turno-look", "secret"),
          queue -> true,
          new AsteriskObserver.Times(50, 20));

  @BeforeEach
  void start() {
    manager.holds(SALES);
    observer.start(sink);
    sink.await(ObservedInput.Inventory.class);
  }

  @AfterEach
  void stop() {
    observer.close();
    manager.close();
    vertx.close();
    log.close();
  }

  /** A caller who can only be heard of by a link that works. */
  private void stillWatches(String call) {
    long end = System.nanoTime() + 20_000_000_000L;
    LegId wanted = new LegId(call);
    while (System.nanoTime() < end) {
      manager.events("Event: QueueCallerJoin\nUniqueid: " + call + "\nQueue: sales\nPosition: 1");
      long askedBefore = manager.asked("QueueStatus");
      while (manager.asked("QueueStatus") == askedBefore && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      if (heard(wanted)) {
        return;
      }
    }
    throw new AssertionError("it watches no more; the log says " + log.warnings());
  }

  private boolean heard(LegId call) {
    return sink.heard().stream()
        .anyMatch(input -> input instanceof ObservedInput.CallerJoined f && f.call().equals(call));
  }

  private static String recorded() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            HostileManagerTest.class.getResourceAsStream("recorded/app-queue.ami"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a real Asterisk said, spoilt as the seed says. */
  private static byte[] spoilt(String event, Random random) {
    String text = event.replace("\n", "\r\n") + "\r\n\r\n";
    String hostile =
        switch (random.nextInt(9)) {
          case 0 -> text.substring(0, random.nextInt(text.length()));
          case 1 -> text.replaceAll("Uniqueid: [^\r]*\r\n", "");
          case 2 -> text.replaceAll("Queue: [^\r]*", "Queue: " + "q".repeat(20_000));
          case 3 -> text.replace("CallerIDName: ", "CallerIDName: \u0000\u001b[2J\r");
          case 4 ->
              text.replace("CallerIDName: ", "CallerIDName: a\r\nEvent: QueueMemberRemoved\r\n");
          case 5 -> text.replaceAll("(Status|Paused|HoldTime|TalkTime): [^\r]*", "$1: 99e9999x");
          case 6 -> text.replaceAll("MemberName: [^\r]*", "MemberName: \u202e\u2028\ud83d|\"'`(x)");
          case 7 -> text + text.replace(": ", " ") + "\r\n\r\n";
          default -> text.replaceAll("Interface: [^\r]*", "Interface: " + "\u00e9".repeat(5_000));
        };
    byte[] bytes = hostile.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void spoilt_events_are_counted_and_logged_once_and_nothing_odd_goes_into_an_input()
      throws IOException {
    List<String> events = List.of(recorded().strip().split("\n\n", -1));
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      for (int i = 0; i < 30; i++) {
        manager.sayBytes(spoilt(events.get(random.nextInt(events.size())), random));
      }
      manager.say("\r\n\r\n");
    }
    stillWatches("call.after");
    assertTrue(observer.figures().malformed() > 0);
    long warned = log.warnings().stream().filter(text -> text.contains("unreadable event")).count();
    assertTrue(warned <= 2, () -> "once, and at the most once a minute: " + log.warnings());
    for (Input input : sink.heard()) {
      String text = input.toString();
      assertTrue(text.length() < 200_000, "bounded");
      assertFalse(text.contains("6000007"), "a number");
      assertTrue(
          text.codePoints()
              .noneMatch(
                  c ->
                      Character.isISOControl(c)
                          || Character.getType(c) == Character.FORMAT
                          || Character.getType(c) == Character.SURROGATE),
          text);
    }
  }

  @Test
  void a_line_that_never_ends_ends_the_connection_and_not_the_memory() throws IOException {
    ByteArrayOutputStream endless = new ByteArrayOutputStream();
    endless.write("Event: QueueCallerJoin\r\nUniqueid: ".getBytes(StandardCharsets.UTF_8));
    endless.write("9".repeat(200_000).getBytes(StandardCharsets.UTF_8));
    manager.sayBytes(endless.toByteArray());
    sink.await(ObservedInput.LinkDown.class);
    sink.await(2, ObservedInput.Inventory.class, inventory -> true);
    stillWatches("call.after");
  }

  @Test
  void an_event_whose_lines_never_end_ends_the_connection_and_not_the_memory() {
    StringBuilder endless = new StringBuilder("Event: QueueCallerJoin\r\n");
    for (int i = 0; i < 6_000; i++) {
      endless.append("Key").append(i).append(": value\r\n");
    }
    manager.say(endless.toString());
    sink.await(ObservedInput.LinkDown.class);
    sink.await(2, ObservedInput.Inventory.class, inventory -> true);
    stillWatches("call.after");
  }
}
