package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.input.Input;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.asterisk.ami.AmiAddress;
import org.turno.pbx.link.RecordingSink;

/** What an observer makes of what Asterisk's queues tell, over a real socket. */
final class AsteriskObserverTest {
  private static final PbxId PBX = new PbxId("old");
  private static final String QUEUES =
      """
      Event: QueueParams
      Queue: sales
      ServiceLevel: 3

      Event: QueueMember
      Queue: sales
      Name: Anna
      Location: PJSIP/1001
      StateInterface: PJSIP/1001
      InCall: 0
      Status: 1
      Paused: 0
      PausedReason:\s

      Event: QueueParams
      Queue: help
      ServiceLevel: 3

      Event: QueueParams
      Queue: both
      ServiceLevel: 0
      """;

  private final Vertx vertx = Vertx.vertx();
  private final FakeManager manager = new FakeManager();
  private final RecordingSink sink = new RecordingSink();
  private final AsteriskObserver observer =
      new AsteriskObserver(
          vertx,
          PBX,
          new AmiAddress("127.0.0.1", manager.port(), "turno-look", "secret"),
          queue -> !queue.equals("private"),
          new AsteriskObserver.Times(50, 20));

  @BeforeEach
  void start() {
    manager.holds(QUEUES);
    observer.start(sink);
    sink.await(ObservedInput.Inventory.class);
  }

  @AfterEach
  void stop() {
    observer.close();
    manager.close();
    vertx.close();
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not come about");
      Thread.onSpinWait();
    }
  }

  private static String joined(String queue, String call) {
    return """
        Event: QueueCallerJoin
        Channel: PJSIP/trunk-00000007
        CallerIDNum: 600111222
        CallerIDName: Somebody
        Uniqueid: %s
        Queue: %s
        Position: 1
        """
        .formatted(call, queue);
  }

  private static String waits(String queue, String call) {
    return """

        Event: QueueEntry
        Queue: %s
        Position: 1
        Uniqueid: %s
        CallerIDNum: 600111222
        Wait: 7
        """
        .formatted(queue, call);
  }

  @Test
  void what_a_real_asterisk_said_becomes_facts_without_a_trace_of_the_callers() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(getClass().getResourceAsStream("recorded/app-queue.ami"))) {
      manager.events(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
    LegId call = new LegId("lab-1795764558.0");
    ObservedInput.Completed completed =
        sink.await(ObservedInput.Completed.class, fact -> fact.call().equals(call));
    assertEquals("PJSIP/1001", completed.agent());
    assertEquals(4_000, completed.talkMs());
    assertEquals(ObservedEnd.CALLER, completed.by());
    List<String> kinds =
        sink.heard().stream()
            .filter(input -> input.toString().contains(call.value()))
            .map(input -> input.getClass().getSimpleName())
            .toList();
    assertEquals(
        List.of("CallerJoined", "AgentRung", "CallerLeft", "Connected", "Completed"), kinds);
    ObservedInput.RingEnded inVain = sink.await(ObservedInput.RingEnded.class);
    ObservedInput.CallerAbandoned overflowed =
        sink.await(ObservedInput.CallerAbandoned.class, fact -> fact.queue().equals("help"));
    assertEquals(inVain.call(), overflowed.call());
    assertFalse(overflowed.hungUp(), "the queue's time was over");
    assertTrue(
        sink.await(ObservedInput.CallerAbandoned.class, fact -> fact.queue().equals("sales"))
            .hungUp());
    ObservedInput.AgentPlaced paused =
        sink.await(ObservedInput.AgentPlaced.class, fact -> fact.agent().paused());
    assertEquals("Carla", paused.agent().name());
    assertEquals("comida", paused.agent().reason());
    sink.heard().forEach(input -> assertFalse(input.toString().contains("6000007"), "a number"));
  }

  @Test
  void it_says_nothing_but_who_it_is_and_asks_how_the_queues_are() {
    until(() -> manager.asked("QueueStatus") > 3 && manager.asked("Ping") >= 0);
    observer.close();
    until(() -> manager.asked("Logoff") == 1);
    Set<String> said = new TreeSet<>(manager.actions());
    assertTrue(
        Set.of("Challenge", "Login", "QueueStatus", "Ping", "Logoff").containsAll(said),
        said::toString);
  }

  @Test
  void a_caller_whose_arrival_was_not_told_is_found_and_one_who_is_on_the_way_is_not_told_twice() {
    manager.events(joined("sales", "call.1"));
    sink.await(ObservedInput.CallerJoined.class);
    manager.holds(QUEUES + waits("sales", "call.1") + waits("sales", "call.2"));
    ObservedInput.Inventory found =
        sink.await(
            ObservedInput.Inventory.class,
            inventory -> inventory.queues().getFirst().callers().size() == 2);
    assertEquals(7_000, found.queues().getFirst().callers().getFirst().waitMs());
    long asked = manager.asked("QueueStatus");
    until(() -> manager.asked("QueueStatus") > asked + 4);
    assertEquals(2, inventories());
    assertEquals(1, observer.figures().resyncs());
  }

  private long inventories() {
    return sink.heard().stream().filter(ObservedInput.Inventory.class::isInstance).count();
  }

  @Test
  void a_queue_that_a_reload_brought_is_found_and_one_that_is_not_looked_at_is_left_alone() {
    manager.holds(
        QUEUES + "\nEvent: QueueParams\nQueue: tax\n\nEvent: QueueParams\nQueue: private");
    ObservedInput.Inventory found =
        sink.await(ObservedInput.Inventory.class, inventory -> inventory.queues().size() == 4);
    assertEquals("tax", found.queues().getLast().queue());
    manager.events(joined("private", "call.9"));
    manager.events(joined("tax", "call.10"));
    sink.await(ObservedInput.CallerJoined.class);
    assertFalse(sink.heard().toString().contains("call.9"));
  }

  @Test
  void what_the_core_had_no_room_for_is_made_up_for_by_an_inventory() {
    sink.full = true;
    manager.events(joined("sales", "call.1"));
    until(() -> observer.figures().factsRefused() == 1);
    manager.holds(QUEUES + waits("sales", "call.1"));
    sink.full = false;
    sink.await(
        ObservedInput.Inventory.class,
        inventory -> !inventory.queues().getFirst().callers().isEmpty());
  }

  @Test
  void a_lost_link_is_told_and_the_next_begins_with_an_inventory() {
    manager.drop();
    sink.await(ObservedInput.LinkDown.class);
    sink.await(2, ObservedInput.Inventory.class, inventory -> true);
    List<Input> heard = sink.heard();
    assertTrue(heard.getLast() instanceof ObservedInput.Inventory);
    until(() -> observer.figures().connected());
    assertEquals(2, observer.figures().connects());
    assertEquals(1, observer.figures().linkLosses());
  }

  @Test
  void an_agent_who_hangs_up_before_the_caller_is_put_through_rings_no_more() {
    manager.events(joined("sales", "call.1"));
    manager.events(
        "Event: AgentCalled\nUniqueid: call.1\nQueue: sales\nInterface: PJSIP/1001\n\n"
            + "Event: AgentDump\nUniqueid: call.1\nQueue: sales\nMemberName: Anna");
    assertEquals("PJSIP/1001", sink.await(ObservedInput.RingEnded.class).agent());
  }
}
